import { z } from 'zod';
import {
  calendarKinds,
  decideException,
  decideHours,
  decideLayingUp,
  decideYear,
  type Eves,
  eveRules,
  type LayUpCalendar,
  type ServiceHours,
} from '../../domain/calendar/index.ts';
import { command } from '../command.ts';
import { daySchema, id, words } from '../schemas.ts';

const calendarId = id<'calendar'>();
const minutes = z.int().min(0).max(1_440);
const span = z.tuple([minutes, minutes]);
const week = z.int().min(1).max(53);
const hoursSchema: z.ZodType<ServiceHours> = z.object({
  week: z.array(span.nullable()).length(7),
  lunch: span.nullable(),
  summer: z.object({ fromWeek: week, throughWeek: week, hours: span }).nullable(),
  shortDay: span.nullable(),
});
const rule = z.enum(eveRules);
const evesSchema: z.ZodType<Eves> = z.object({
  'easter-eve': rule,
  'midsummer-eve': rule,
  'christmas-eve': rule,
  'new-years-eve': rule,
});
const yearSchema = z.object({ year: z.int(), eves: evesSchema });

const layUpInput: z.ZodType<LayUpCalendar> = z.object({
  calendarId,
  name: words(100),
  customerGroup: words(100),
  kind: z.enum(calendarKinds),
  follows: calendarId.nullable(),
  units: z.array(words(60).min(1)).max(200),
  fromDay: daySchema,
  hours: hoursSchema,
  years: z.array(yearSchema).max(50),
});

export const calendarCommands = {
  'calendars/lay-up': command({
    input: layUpInput,
    permission: 'calendars.keep',
    class: 'online',
    load: async (store, { name, follows }) => ({
      twin: (await store.find('calendar', 'byName', [name.trim()], 1))[0],
      office: follows === null ? undefined : await store.get('calendar', follows),
    }),
    decide: decideLayingUp,
  }),
  'calendars/change-hours': command({
    input: z.object({ calendarId, fromDay: daySchema, hours: hoursSchema }),
    permission: 'calendars.keep',
    class: 'online',
    load: (store, input) => store.get('calendar', input.calendarId),
    decide: decideHours,
  }),
  'calendars/set-year': command({
    input: yearSchema.extend({ calendarId }),
    permission: 'calendars.keep',
    class: 'online',
    load: (store, input) => store.get('calendar', input.calendarId),
    decide: decideYear,
  }),
  'calendars/set-exception': command({
    input: z.object({ calendarId, day: daySchema, exception: z.object({ hours: span.nullable(), note: words(200) }).nullable() }),
    permission: 'calendars.keep',
    class: 'online',
    load: (store, input) => store.get('calendar', input.calendarId),
    decide: decideException,
  }),
};
