import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import { type Calendar, usualCalendars, usualEves } from '../../src/shared/domain/calendar/index.ts';
import type { Lease, SavedView } from '../../src/shared/domain/work-queue/index.ts';
import { clerk, invoicesOf, pick, type Sight, someone, type Worker } from './sight.ts';
import type { StepKind } from './steps.ts';

// Each gives the rows of the entity that it names.
const leasesOf = ({ rows }: Sight): Lease[] => [...rows.all('lease')] as Lease[];
const calendarsOf = ({ rows }: Sight): Calendar[] => [...rows.all('calendar')] as Calendar[];
const viewsOf = ({ rows }: Sight): SavedView[] => [...rows.all('savedView')] as SavedView[];

/** What those do who share queues: baskets, take-overs, views; and who keeps the calendars. */
export const queueWorkers: { readonly [Kind in StepKind]?: Worker } = {
  takeBasket: (sight, step) => {
    const all = invoicesOf(sight);
    if (all.length === 0) return undefined;
    const invoiceIds = [0, 1, 2].flatMap((more) => pick(all, step.a + more)?.id ?? []);
    return { name: 'leases/take-basket', input: { invoiceIds, minutes: 1 + (step.b % 480) }, actor: clerk(sight, step) };
  },
  giveBasketBack: (sight, step) => {
    const lease = pick(leasesOf(sight), step.a);
    if (lease === undefined) return undefined;
    const invoiceIds = leasesOf(sight)
      .filter(({ holder }) => holder === lease.holder)
      .slice(0, 50)
      .map(({ id }) => id);
    return { name: 'leases/give-back-basket', input: { invoiceIds }, actor: lease.holder };
  },
  takeOver: (sight, step) => {
    const live = leasesOf(sight).filter(({ untilMs }) => untilMs > sight.atMs);
    const lease = pick(live.length > 0 ? live : leasesOf(sight), step.a);
    if (lease === undefined) return undefined;
    const input = { invoiceId: lease.id, minutes: 15, reason: 'har gått hem' };
    return { name: 'leases/take-over', input, actor: clerk(sight, step) };
  },
  keepCalendars: (sight, step) => {
    const { a, b, c } = step;
    const actor = someone(sight, step, 'administrator');
    const calendar = pick(calendarsOf(sight), a);
    const today = dayInSweden(sight.atMs);
    const { hours } = usualCalendars[0];
    if (calendar === undefined || b % 5 === 0) {
      const facts = { name: `Kalender ${a % 3}`, customerGroup: 'Region', kind: 'office', follows: null, units: [] };
      const input = { calendarId: sight.newId(15), ...facts, fromDay: today, hours, years: [{ year: 2026, eves: usualEves }] };
      return { name: 'calendars/lay-up', input, actor };
    }
    const calendarId = calendar.id;
    const day = addDays(today, c % 3);
    const isThere = calendar.exceptions.some((one) => one.day === day);
    return pick(
      [
        { name: 'calendars/change-hours', input: { calendarId, fromDay: day, hours: { ...hours, lunch: null } }, actor },
        { name: 'calendars/set-year', input: { calendarId, year: 2027 + (c % 3), eves: usualEves }, actor },
        {
          name: 'calendars/set-exception',
          input: { calendarId, day, exception: isThere ? null : { hours: null, note: '' } },
          actor,
        },
      ],
      b,
    );
  },
  keepViews: (sight, step) => {
    const { a, b, c } = step;
    const view = pick(viewsOf(sight), a);
    const actor = view !== undefined && c % 4 !== 0 ? view.ownerId : clerk(sight, step);
    if (view !== undefined && b % 3 === 0) return { name: 'views/remove', input: { viewId: view.id }, actor };
    const viewId = view === undefined || b % 3 === 1 ? sight.newId(16) : view.id;
    const shown = { filter: `belopp>${c}`, sort: 'due', descending: b % 2 === 0, columns: [], shared: true, system: null };
    return { name: 'views/save', input: { viewId, name: `Vy ${a % 4}`, ...shown }, actor };
  },
};
