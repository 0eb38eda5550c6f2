import { beforeAll, describe, expect, test } from 'vitest';
import { prepareQueries } from '../../src/main/engine/queries/prepare-queries.ts';
import { savedViews } from '../../src/main/engine/queries/saved-views.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { emptyField } from '../../src/shared/domain/invoice-fields/index.ts';
import { type Lease, parseFilter, type SavedView } from '../../src/shared/domain/work-queue/index.ts';
import type { EventRow } from '../../src/shared/run/entities/event.ts';
import type { WritableStore } from '../../src/shared/run/store.ts';
import { aCalendar, swedish } from '../make/calendars.ts';
import { aField, anna, aScannedInvoice, bo, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** What a queue shows of real rows: filters, deadlines, locks, counts, and what to do first. */

const now = swedish('2026-11-25 10:00'); // a Wednesday
const asking = { person: anna, atMs: now, today: '2026-11-25' as Day };
const id = (n: number) => asId<'supplierInvoice'>(`0190cccc-0000-7000-8000-${String(n).padStart(12, '0')}`);

type More = {
  readonly at: string;
  readonly name?: string;
  readonly number?: string;
  readonly total?: number;
  readonly due?: string;
  readonly unit?: string;
  readonly type?: 'invoice' | 'reminder' | 'credit_note';
  readonly known?: boolean;
};
function invoice(
  n: number,
  { at, name = `Firma ${n}`, number = `F-${n}`, total = n * 100_00, due, unit = '1', type = 'invoice', known = true }: More,
) {
  const { supplierId, ...scanned } = aScannedInvoice({
    ...{ id: id(n), fileId: asId<'sourceFile'>(`file-${n}`), unitId: unit, receivedAtMs: swedish(at), documentType: type },
    supplierId: asId<'supplier'>(`supplier-${name}`),
    fields: someFields({
      supplierName: aField(name),
      invoiceNumber: aField(number),
      invoiceDate: aField('2026-11-10'),
      totalMinor: aField(total),
      dueDate: due === undefined ? emptyField('missing') : aField(due),
    }),
  });
  return known && supplierId !== undefined ? { ...scanned, supplierId } : scanned;
}
const lease = (n: number, holder: typeof anna, untilMs: number): Lease => ({
  ...{ id: id(n), rev: 1, unitId: '1', holder, device: 'x', token: 1 },
  untilMs,
});
const parking = (n: number, place: number, type: string, at: string): EventRow => ({
  ...{
    id: asId<'event'>(`event-${n}-${place}`),
    rev: 1,
    commandId: asId<'command'>(`command-${n}-${place}`),
    place: 0,
    subject: 'supplierInvoice',
  },
  ...{ subjectId: id(n), type, event: { reason: 'waits-for-supplier' }, actor: anna, atMs: swedish(at), scope: 'unit:1' },
});
const view = (n: number, ownerId: typeof anna, shared: boolean): SavedView => ({
  ...{ id: asId<'savedView'>(`view-${n}`), rev: 1, ownerId, name: `Vy ${n}`, filter: '', sort: 'received', descending: false },
  ...{ columns: [], shared, removed: false },
});

async function fill(rows: WritableStore) {
  await rows.put('calendar', aCalendar());
  const own = { ...aCalendar('state-desk'), id: asId<'calendar'>('own'), name: 'Statens', units: ['2'] };
  await rows.put('calendar', { ...own, exceptions: [{ day: '2026-11-23' as Day, hours: null, note: '' }] });
  await rows.put('person', { id: anna, rev: 1, name: 'Anna Berg', initials: 'AB', human: true });
  await rows.put('person', { id: bo, rev: 1, name: 'Bo Lind', initials: 'BL', human: true });
  await rows.put('grant', {
    id: asId<'grant'>('g'),
    rev: 1,
    personId: anna,
    role: 'verification-clerk',
    within: 'all',
    fromDay: '2026-01-01' as Day,
  });
  const invoices = [
    invoice(1, { at: '2026-11-20 09:00', name: 'Åkeri Öst AB', due: '2026-12-20' }), // late since Tuesday
    invoice(2, { at: '2026-11-23 11:00', due: '2026-11-25' }), // within two hours
    invoice(3, { at: '2026-11-23 15:00', type: 'credit_note', known: false }), // today
    invoice(4, { at: '2026-11-24 09:00', due: '2026-11-27', name: 'Bygg i Åmål AB' }),
    invoice(5, { at: '2026-11-25 08:00', type: 'reminder' }),
    invoice(6, { at: '2026-11-20 09:00', unit: '2' }), // its own calendar had a closed Monday
    invoice(7, { at: '2026-11-19 09:00' }), // stood still from Thursday to Monday
    invoice(8, { at: '2026-11-24 10:00', name: 'Bygg i Åmål AB', number: 'F-4' }), // as 4
  ];
  for (const one of invoices) await rows.put('supplierInvoice', one);
  await rows.put('supplierInvoice', {
    ...invoice(9, { at: '2026-11-02 09:00' }),
    ...{ state: 'parked', parkedReason: 'waits-for-buyer', parkedNote: '', parkedBy: anna, returnsOn: '2026-11-25' as Day },
  });
  await rows.put('lease', lease(2, bo, now + 60_000));
  await rows.put('lease', lease(3, anna, now + 60_000));
  await rows.put('lease', lease(4, bo, now - 1)); // has run out
  for (const one of [parking(7, 0, 'invoice-parked', '2026-11-19 10:00'), parking(7, 1, 'invoice-resumed', '2026-11-23 10:00')])
    await rows.put('event', one);
  for (const one of [view(1, anna, false), view(2, bo, true), view(3, bo, false), { ...view(4, anna, true), removed: true }])
    await rows.put('savedView', one);
}

const file = aWorkspaceFile();
const store = sqliteStore(file.reader);
const queries = prepareQueries({ reader: file.reader, store });
beforeAll(async () => {
  await sqliteLogStore(file.writer).transaction(fill);
  return () => file[Symbol.dispose]();
});

const list = (filter: string, more: Partial<Parameters<typeof queries.list>[0]> = {}) =>
  queries.list({ queue: 'all', filter, sort: 'received', descending: false, after: null, limit: 50, ...more }, asking);
const conditionsOf = (filter: string) => {
  const parsed = parseFilter(filter);
  return parsed.ok ? parsed.value : [];
};
const numbers = (filter: string, more: Parameters<typeof list>[1] = {}) =>
  list(filter, more).rows.map((row) => Number(row.id.slice(-12)));

describe('a filter', () => {
  test.each([
    ['', [9, 7, 1, 6, 2, 3, 4, 8, 5]],
    ['status:att-verifiera', [7, 1, 6, 2, 3, 4, 8]],
    ['status:påminnelse,parkerad', [9, 5]],
    ['-status:att-verifiera', [9, 5]],
    ['status:parkerad åter<=idag', [9]],
    ['belopp>600', [9, 7, 8]],
    ['belopp<=200', [1, 2]],
    ['-belopp<=800', [9]],
    ['typ:kredit', [3]],
    ['register:nej', [3]],
    ['förfaller<=idag', [2]],
    ['förfaller>idag', [1, 4]],
    ['förfaller=2026-11', [2, 4]],
    ['inkom<2026-11-20', [9, 7]],
    ['inkom=2026-11-24', [4, 8]],
    ['fakturadatum:2026-11 belopp=100', [1]],
    ['leverantör:"bygg i"', [4, 8]],
    ['leverantör:åk', [1]],
    ['åk', [1]],
    ['f-4', [4, 8]],
    ['-bygg nummer:f-4', []],
    ['tvilling:ja', [4, 8]],
    ['status:att-verifiera tvilling:ja', [4, 8]],
    ['tvilling:nej typ:faktura status:att-verifiera', [7, 1, 6, 2]],
    ['låst:mig', [3]],
    ['låst:ja', [2, 3]],
    ['låst:nej status:att-verifiera', [7, 1, 6, 4, 8]],
    ['svar<=idag', [7, 1, 6, 2, 3, 5]],
    ['svar<idag', [7, 1]],
    ['svar=imorgon', [4, 8]],
    ['svar>idag', [4, 8]],
    ['svar>=idag status:att-verifiera', [6, 2, 3, 4, 8]],
    ['"; DROP TABLE people --"', []],
  ])('%j', (filter, found) => {
    expect(numbers(filter).toSorted()).toEqual(found.toSorted());
    expect(queries.viewCounts([filter], asking)).toEqual([{ count: found.length, capped: false }]);
  });

  test('keeps its order over several queues, page by page, either way', () => {
    const filter = 'status:påminnelse,parkerad,att-verifiera';
    const all = numbers(filter);
    for (const descending of [false, true]) {
      const paged: number[] = [];
      let after = list(filter, { descending, limit: 2 }).next;
      paged.push(...numbers(filter, { descending, limit: 2 }));
      while (after !== null) {
        paged.push(...numbers(filter, { descending, limit: 2, after }));
        after = list(filter, { descending, limit: 2, after }).next;
      }
      expect(paged).toEqual(descending ? all.toReversed() : all);
    }
  });

  test.each(['', 'status:påminnelse,parkerad,att-verifiera', 'fakturadatum:2026-11', 'belopp>300'])(
    '%j is read backwards, and from any place, as it is read from the beginning',
    (filter) => {
      for (const sort of ['received', 'due'] as const)
        for (const descending of [false, true]) {
          const all = numbers(filter, { sort, descending });
          const length = queries.length(conditionsOf(filter), asking);
          expect(length).toBe(all.length);
          for (let at = 0; at <= all.length; at += 1) {
            const page = list(filter, { sort, descending, at, limit: 2 });
            const start = Math.min(at, all.length - 2);
            expect([page.start, ...page.rows.map(({ id }) => Number(id.slice(-12)))]).toEqual([
              start,
              ...all.slice(start, start + 2),
            ]);
            expect(numbers(filter, { sort, descending, before: page.first, limit: 2 })).toEqual(
              all.slice(Math.max(0, start - 2), start),
            );
          }
        }
    },
  );

  test('with a fault is refused, and its count is none', () => {
    expect(() => list('belop>1')).toThrow('malformed');
    expect(queries.viewCounts(['belop>1'], asking)).toEqual([null]);
  });

  test('about a year that nobody has set says which, instead of guessing', () => {
    expect(list('svar=2033-01-05').gap).toEqual({ code: 'year-not-set', year: 2032 });
    expect(list('svar<=idag').gap).toBeNull();
  });
});

describe('a row', () => {
  const row = (n: number) => list('').rows.find((one) => one.id === id(n));
  test.each([
    [1, '2026-11-24 09:00', 0],
    [6, '2026-11-25 09:00', 0], // by its client's calendar
    [5, '2026-11-25 16:00', 0],
    [7, '2026-11-25 09:00', 96],
  ])('%d is to be answered by %s, after %d hours of standing still', (n, due, pausedHours) => {
    expect(row(n)?.answer).toEqual({ dueMs: swedish(due), pausedMs: pausedHours * 3_600_000, gap: null });
  });
  test('says who works on it, until when', () => {
    expect([row(2)?.lock, row(4)?.lock]).toEqual(
      [{ holder: bo, holderName: 'Bo Lind', untilMs: now + 60_000 }, null].map((lock) => lock && expect.objectContaining(lock)),
    );
  });
});

describe('what to do first', () => {
  const first = (roles: Parameters<typeof queries.workNext>[0]['roles']) =>
    queries.workNext({ ...asking, roles, refused: [], limit: 20 }).map((work) => `${work.kind} ${Number(work.id.slice(-12))}`);
  test('the reminder, then what is late, then what is most pressed; nothing that another works on', () => {
    expect(first(['verification-clerk'])).toEqual([
      'notice 5',
      'supplier-invoice 7',
      'supplier-invoice 1',
      'supplier-invoice 6',
      'supplier-invoice 3',
      'returning-invoice 9',
      'supplier-invoice 4',
      'supplier-invoice 8',
    ]);
  });
  test('for an administrator: only what is so late that it is escalated', () => {
    expect(first(['administrator'])).toEqual(['supplier-invoice 1']);
  });
  test('work that the server refused is its author’s own', () => {
    const refused = [
      {
        commandId: asId<'command'>('c'),
        commandIds: [],
        name: 'supplier-invoices/verify' as const,
        actorName: 'Anna',
        issuedAtMs: now,
        error: { code: 'stale' },
        about: null,
      },
    ];
    expect(queries.workNext({ ...asking, roles: [], refused, limit: 5 })).toMatchObject([{ kind: 'conflict', id: 'c' }]);
  });
});

describe('what is today', () => {
  const today = (roles: Parameters<typeof queries.workToday>[0]['roles'], limit = 20) =>
    queries.workToday({ ...asking, roles, refused: [], limit });
  test('is what is late or due, to be paid, back from being parked, or in one’s own basket; nothing that another works on', () => {
    const { rows, counts, gap } = today(['verification-clerk']);
    expect(rows.map(({ id, reasons }) => `${Number(id.slice(-12))} ${reasons.join(' ')}`)).toEqual([
      '5 today',
      '7 late',
      '1 late',
      '6 late',
      '3 today basket',
      '9 today returning',
    ]);
    expect(Object.entries(counts).flatMap(([reason, { count }]) => (count === 0 ? [] : [`${reason} ${count}`]))).toEqual([
      ...['all 6', 'due 6', 'late 3', 'today 3', 'returning 1', 'basket 1'],
    ]);
    expect(gap).toBeNull();
  });
  test('is counted whole also where only the first are asked for', () => {
    expect(today(['verification-clerk'], 2)).toMatchObject({
      rows: [{ id: id(5) }, { id: id(7) }],
      counts: { all: { count: 6, capped: false } },
    });
  });
  test('of another role is only what is its own', () => {
    expect(today(['administrator']).rows.map(({ id: one }) => one)).toEqual([id(1)]); // escalated
    expect(today(['records-officer']).counts.all.count).toBe(0);
  });
});

test('one sees one’s own views and those that are shared, also of somebody who has left', async () => {
  expect(await savedViews(store, anna, asking.today)).toMatchObject([
    { name: 'Vy 1', ownerHasLeft: false },
    { name: 'Vy 2', ownerName: 'Bo Lind', ownerHasLeft: true },
  ]);
});
