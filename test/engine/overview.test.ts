import { beforeAll, describe, expect, test } from 'vitest';
import { prepareQueries } from '../../src/main/engine/queries/prepare-queries.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { addDays, type Day, dayInSweden } from '../../src/shared/base/day.ts';
import { asId, type SupplierInvoiceId } from '../../src/shared/base/ids.ts';
import { countedMs, deadline, type Pause } from '../../src/shared/domain/calendar/index.ts';
import { channels } from '../../src/shared/domain/intake/index.ts';
import { ageBands, periodConditions, waitingConditions } from '../../src/shared/domain/overview/index.ts';
import {
  evolveSupplierInvoice,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
} from '../../src/shared/domain/supplier-invoices/index.ts';
import { type Condition, writeFilter } from '../../src/shared/domain/work-queue/index.ts';
import { aCalendar, swedish } from '../make/calendars.ts';
import { seeded } from '../make/documents/seeded.ts';
import { aField, aFile, anna, aScannedInvoice, bo, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** Every figure of Översikt is worked out a second time from the bare events of random lives, the slow way, and is the same; so are the rows that it opens. */

const now = swedish('2026-11-25 10:00');
const today = '2026-11-25' as Day;
const asking = { person: anna, atMs: now, today };
const calendar = aCalendar();
const own = {
  ...aCalendar('state-desk'),
  id: asId<'calendar'>('own'),
  units: ['2'],
  exceptions: [{ day: '2026-11-09' as Day, hours: null, note: '' }],
};
const hourMs = 3_600_000;

type Step = { readonly event: SupplierInvoiceEvent; readonly atMs: number };
type Life = { readonly id: SupplierInvoiceId; readonly channel: (typeof channels)[number]; readonly steps: readonly Step[] };

/** Comes in during the autumn; is parked and taken back, verified, perhaps recalled, set aside, or said to be no twin; now and then to the minute of its deadline. */
function aLife(n: number): Life {
  const chance = seeded(n);
  const id = asId<'supplierInvoice'>(`0190dddd-0000-7000-8000-${String(n).padStart(12, '0')}`);
  const on = { on: 'supplierInvoice', id } as const;
  let atMs = swedish('2026-09-20') + chance.whole(0, 65 * 96) * 900_000;
  const {
    id: _,
    rev: __,
    state: ___,
    ...facts
  } = aScannedInvoice({
    ...{ fileId: asId<'sourceFile'>(`file-${n}`), unitId: chance.pick(['1', '1', '2']), receivedAtMs: atMs },
    documentType: chance.next() < 0.1 ? 'reminder' : 'invoice',
    supplierId: asId<'supplier'>(`s-${n}`),
    fields: someFields({ invoiceNumber: aField(`F-${n}`) }),
  });
  const steps: Step[] = [{ event: { ...on, type: 'invoice-registered', invoice: facts }, atMs }];
  const take = (event: SupplierInvoiceEvent, hours: number) => {
    atMs += hours * hourMs;
    if (atMs < now) steps.push({ event, atMs });
  };
  const hours = () => chance.pick([1, 2, 5, 20, 24, 30, 48, 72, 96, 120]);
  const parked = { reason: chance.pick(['waits-for-supplier', 'waits-for-buyer', 'other'] as const), note: '', returnsOn: null };
  const released = { otherId: asId<'supplierInvoice'>('other'), kind: 'same-invoice' as const, reason: 'Två olika', by: anna };
  if (chance.next() < 0.3) {
    take({ ...on, type: 'invoice-parked', by: anna, ...parked }, hours());
    if (chance.next() < 0.8) take({ ...on, type: 'invoice-resumed', ...parked }, hours());
    else return { id, channel: chance.pick(channels), steps };
  }
  if (chance.next() < 0.1) take({ ...on, type: 'twin-released', released: { ...released, atMs } as never }, 1);
  const end = chance.next();
  if (end < 0.1) take({ ...on, type: 'invoice-set-aside', by: anna, duplicateOf: asId<'supplierInvoice'>('other') }, hours());
  else if (end < 0.8 && facts.documentType === 'invoice') {
    const wait = hours();
    take({ ...on, type: 'invoice-verified', by: anna, atMs: atMs + wait * hourMs, acknowledged: [] }, wait);
    if (end < 0.15) take({ ...on, type: 'verification-recalled' }, 1);
    else if (end > 0.7) take({ ...on, type: 'invoice-approved', by: bo, atMs: atMs + hourMs }, 1);
  }
  return { id, channel: chance.pick(channels), steps };
}

const lives = Array.from({ length: 400 }, (_, n) => aLife(n + 1));
const endOf = ({ steps }: Life): SupplierInvoice =>
  steps.reduce<SupplierInvoice | undefined>((row, { event }) => evolveSupplierInvoice(row, event), undefined) ??
  aScannedInvoice();

const file = aWorkspaceFile();
const queries = prepareQueries({ reader: file.reader, store: sqliteStore(file.reader) });
beforeAll(async () => {
  await sqliteLogStore(file.writer).transaction(async (rows) => {
    await rows.put('calendar', calendar);
    await rows.put('calendar', own as never);
    for (const life of lives) {
      const end = endOf(life);
      const { fileId, receivedAtMs, unitId } = end;
      await rows.put('sourceFile', { ...aFile, id: fileId, sha256: life.id, channel: life.channel, receivedAtMs, unitId });
      await rows.put('supplierInvoice', { ...end, rev: 1 });
      for (const [place, { event, atMs }] of life.steps.entries())
        await rows.put('event', {
          ...{ id: asId<'event'>(`${life.id}-${place}`), rev: 1, commandId: asId<'command'>(`${life.id}-${place}`), place: 0 },
          ...{
            subject: 'supplierInvoice',
            subjectId: life.id,
            type: event.type,
            event,
            actor: anna,
            atMs,
            scope: `unit:${unitId}`,
          },
        });
    }
  });
  return () => file[Symbol.dispose]();
});

/** How a life was answered in a period, by its events alone and the calendar's own deadline. */
function answeredIn(
  { steps }: Life,
  fromDay: Day,
  throughDay: Day,
): { readonly inTime: boolean; readonly countedMs: number } | undefined {
  const last = steps.findLast(({ event }) => ['invoice-verified', 'verification-recalled'].includes(event.type));
  if (last === undefined || last.event.type !== 'invoice-verified') return undefined;
  const day = dayInSweden(last.atMs);
  if (day < fromDay || day > throughDay) return undefined;
  const [first] = steps;
  const pauses: Pause[] = [];
  for (const { event, atMs } of steps) {
    if (event.type === 'invoice-parked' && event.reason !== 'other')
      pauses.push({ fromMs: atMs, untilMs: null, reason: event.reason });
    const open = pauses.at(-1);
    if (event.type === 'invoice-resumed' && open?.untilMs === null) pauses[pauses.length - 1] = { ...open, untilMs: atMs };
  }
  const unit = first?.event.type === 'invoice-registered' ? first.event.invoice.unitId : '';
  const calendarOfUnit = unit === '2' ? own : calendar;
  const due = deadline(calendarOfUnit, { kind: 'weekday-hours', hours: 48 }, first?.atMs ?? 0, {
    pauses,
    atMs: last.atMs,
  });
  const counted = countedMs(calendarOfUnit, 'weekday-hours', { fromMs: first?.atMs ?? 0, untilMs: last.atMs, pauses });
  return { inTime: due.ok && (due.value.dueMs ?? 0) >= last.atMs, countedMs: counted.ok ? counted.value : Number.NaN };
}

const rowsOf = (conditions: readonly Condition[]) =>
  queries
    .list(
      { queue: 'all', filter: writeFilter(conditions, 'sv'), sort: 'received', descending: false, after: null, limit: 500 },
      asking,
    )
    .rows.map(({ id }) => id)
    .sort();
const idsOf = (some: readonly Life[]) => some.map(({ id }) => id).sort();

describe.each([
  ['2026-11-01', '2026-11-25'],
  ['2026-10-01', '2026-10-31'],
  ['2026-10-10', '2026-10-11'],
] as const)('the period %s – %s', (from, through) => {
  const period = { fromDay: from as Day, throughDay: through as Day };
  const cameIn = lives.filter(({ steps }) => {
    const day = dayInSweden(steps[0]?.atMs ?? 0);
    return day >= from && day <= through;
  });
  const verified = lives.filter((life) => answeredIn(life, period.fromDay, period.throughDay) !== undefined);
  const inTime = verified.filter((life) => answeredIn(life, period.fromDay, period.throughDay)?.inTime);
  const counted = verified.map((life) => answeredIn(life, period.fromDay, period.throughDay)?.countedMs ?? Number.NaN);
  const medianMs = counted.toSorted((a, b) => a - b)[Math.floor((counted.length - 1) / 2)] ?? null;
  const late = verified.filter((life) => !inTime.includes(life));
  const setAside = cameIn.filter(({ steps }) => steps.at(-1)?.event.type === 'invoice-set-aside');
  const released = cameIn.filter(({ steps }) => steps.some(({ event }) => event.type === 'twin-released'));

  test('is what its events say, and each number opens its rows', () => {
    const figures = queries.overviewPeriod(period, now);
    expect(figures).toMatchObject({
      ...{ received: cameIn.length, verified: verified.length, duplicates: setAside.length, falseAlarms: released.length },
      byChannel: Object.fromEntries(
        channels.map((channel) => [channel, verified.filter((life) => life.channel === channel).length]),
      ),
      answers: { closed: verified.length, inTime: inTime.length, medianMs, unknown: 0, gap: null },
      files: { received: cameIn.length, faulty: 0 },
    });
    expect(rowsOf(periodConditions('received', period))).toEqual(idsOf(cameIn));
    expect(rowsOf(periodConditions('verified', period))).toEqual(idsOf(verified));
    expect(rowsOf(periodConditions('in-time', period))).toEqual(idsOf(inTime));
    expect(rowsOf(periodConditions('late', period))).toEqual(idsOf(late));
    expect(rowsOf(periodConditions('duplicates', period))).toEqual(idsOf(setAside));
    expect(rowsOf(periodConditions('false-alarms', period))).toEqual(idsOf(released));
    for (const channel of channels)
      expect(rowsOf(periodConditions(channel, period))).toEqual(idsOf(verified.filter((life) => life.channel === channel)));
  });
});

test('what needed no hand, and why the rest did, is what the events of each life say', () => {
  const period = { fromDay: '2026-10-01' as Day, throughDay: today };
  const verified = lives.filter((life) => answeredIn(life, period.fromDay, period.throughDay) !== undefined);
  const had = (type: SupplierInvoiceEvent['type']) =>
    verified.filter(({ steps }) => steps.some(({ event }) => event.type === type)).length;
  const { invoices, untouched, byCause } = queries.overviewTouches(period);
  expect(invoices).toBe(verified.length);
  expect(byCause).toMatchObject({ parked: had('invoice-parked'), twin: had('twin-released'), 'taken-back': 0, confirmed: 0 });
  const met = verified.filter(({ steps }) => steps.some(({ event }) => /parked|released/.test(event.type)));
  expect(untouched).toBe(verified.length - met.length);
  expect(byCause.parked).toBeGreaterThan(20);
});

test('the lives are of all kinds, so that something is proven', () => {
  const figures = queries.overviewPeriod({ fromDay: '2026-10-01' as Day, throughDay: today }, now);
  expect(figures.answers.closed - figures.answers.inTime).toBeGreaterThan(20);
  expect(figures.answers.inTime).toBeGreaterThan(20);
  for (const part of [figures.duplicates, figures.falseAlarms, ...Object.values(figures.byChannel)])
    expect(part).toBeGreaterThan(5);
});

test('what waits is what its events say, by age; and each number opens its rows', () => {
  const { lines } = queries.overviewWaiting(asking);
  const ends = lives.map((life) => ({ life, end: endOf(life) }));
  const queues = {
    notices: ['scanned', 'reminder'],
    'to-verify': ['scanned', 'invoice'],
    parked: ['parked', null],
    verified: ['verified', null],
  } as const;
  for (const [line, [state, type]] of Object.entries(queues) as [keyof typeof queues, (typeof queues)[keyof typeof queues]][]) {
    const here = ends.filter(({ end }) => end.state === state && (type === null || end.documentType === type));
    const ages = ageBands.map(({ fromDays, throughDays }) =>
      here.filter(({ end }) => {
        const day = dayInSweden(end.receivedAtMs);
        return day <= addDays(today, -fromDays) && (throughDays === null || day >= addDays(today, -throughDays));
      }),
    );
    const told = lines.find((one) => one.line === line);
    expect(told).toMatchObject({
      total: { count: here.length },
      ages: ages.map((some) => ({ count: some.length, capped: false })),
    });
    for (const [band, some] of ages.entries())
      expect(rowsOf(waitingConditions(line, band, today))).toEqual(idsOf(some.map(({ life }) => life)));
    if (told?.late) expect(rowsOf(waitingConditions(line, 'late', today))).toHaveLength(told.late.count);
  }
});
