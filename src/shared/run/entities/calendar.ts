import type { Calendar } from '../../domain/calendar/index.ts';
import { defineEntity, json, reference, text } from '../define-entity.ts';

export const calendar = defineEntity<Calendar>()('calendar', {
  table: 'calendars',
  columns: {
    name: text,
    customerGroup: text,
    kind: text,
    follows: reference.orNone,
    units: json,
    hours: json,
    years: json,
    exceptions: json,
  },
  derived: {},
  unique: { name: ['name'] },
  lookups: { all: [], byName: ['name'] },
  indexes: {},
  scope: () => 'reg:calendars',
  cites: () => [],
});
