import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Asking } from '../../src/main/engine/queries/queue-filter.ts';
import { queueList } from '../../src/main/engine/queries/queue-list.ts';
import { viewCounts } from '../../src/main/engine/queries/view-counts.ts';
import { showOnly } from '../../src/main/engine/store/shown-rows.ts';
import { sqliteRows } from '../../src/main/engine/store/sqlite-rows.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { parseFilter, systemViews } from '../../src/shared/domain/work-queue/index.ts';
import { aCalendar, swedish } from '../make/calendars.ts';
import { aField, anna, aScannedInvoice, bo, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** Counts that are put right after a change are those that counting anew gives, whatever changed. */

const file = aWorkspaceFile();
afterAll(() => file[Symbol.dispose]());
const rows = sqliteRows(file.writer);
rows.put('calendar', aCalendar());

const filters = [
  ...systemViews.map(({ filter }) => filter),
  ...['', 'belopp>200 status:att-verifiera', '-typ:kredit', 'leverantör:"firma 1"', 'inkom:2026-11-24', 'förfaller<idag'],
  ...['tvilling:ja', 'tvilling:nej', 'låst:nej', 'låst:ja -status:parkerad', 'status:parkerad åter:idag', 'svar<imorgon', 'f-1'],
  ...['fakturadatum:2026-11 status:att-verifiera,parkerad', 'valuta:sek', 'inte:giltigt'],
];
const idOf = (n: number) => asId<'supplierInvoice'>(`invoice-${n}`);
const startMs = swedish('2026-11-24 22:00');

const few = { min: 0, max: 4 };
/** What happens to one of a few invoices that have few senders and numbers, so that they are often each other's twins. */
const happenings = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('put' as const),
      n: fc.nat(7),
      sender: fc.integer(few),
      number: fc.integer(few),
      state: fc.nat(3),
      hours: fc.nat(60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('drop' as const), n: fc.nat(7) }) },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('lease' as const), n: fc.nat(7), mine: fc.boolean(), minutes: fc.nat(90) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), minutes: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('see' as const), unit: fc.constantFrom('1', '2') }) },
);
type Happening = typeof happenings extends fc.Arbitrary<infer One> ? One : never;

function happen(one: Happening, atMs: number): void {
  if (one.what === 'drop') rows.drop('supplierInvoice', idOf(one.n));
  if (one.what === 'see') showOnly(file.reader, [`unit:${one.unit}`, 'reg:calendars']);
  if (one.what === 'lease')
    rows.place('lease', {
      ...{ id: idOf(one.n), rev: 1, unitId: '1', holder: one.mine ? anna : bo, device: 'x', token: 1 },
      untilMs: atMs + one.minutes * 60_000,
    });
  if (one.what !== 'put') return;
  const { supplierId, ...scanned } = aScannedInvoice({
    ...{ id: idOf(one.n), fileId: asId<'sourceFile'>(`file-${one.n}`), unitId: one.n < 6 ? '1' : '2' },
    ...{ receivedAtMs: startMs - one.hours * 3_600_000, documentType: one.hours % 5 === 0 ? 'credit_note' : 'invoice' },
    supplierId: asId<'supplier'>(`supplier-${one.sender}`),
    fields: someFields({
      supplierName: aField(`Firma ${one.sender}`),
      invoiceNumber: aField(`F-${one.number}`),
      totalMinor: aField(one.number * 100_00),
      dueDate: aField(dayInSweden(startMs + (one.hours - 30) * 3_600_000) as string),
    }),
  });
  const invoice = one.sender === 0 || supplierId === undefined ? scanned : { ...scanned, supplierId };
  const parked = { state: 'parked', parkedReason: 'waits-for-buyer', parkedNote: '', parkedBy: anna } as const;
  rows.place('supplierInvoice', one.state > 0 ? invoice : { ...invoice, ...parked, returnsOn: dayInSweden(startMs) });
}

const list = queueList(file.reader);
const listed = (filter: string, asking: Asking) => {
  if (!parseFilter(filter).ok) return null;
  const all = { queue: 'all', filter, sort: 'received', descending: false, after: null, limit: 50 } as const;
  return { count: list(all, asking).rows.length, capped: false };
};

test('after any changes they are those of the rows that a list shows', () => {
  fc.assert(
    fc.property(fc.array(happenings, { minLength: 5, maxLength: 25 }), (happened) => {
      showOnly(file.reader, ['unit:1', 'unit:2', 'reg:calendars']);
      for (let n = 0; n < 8; n += 1) for (const entity of ['supplierInvoice', 'lease'] as const) rows.drop(entity, idOf(n));
      const counts = viewCounts(file.reader);
      let atMs = startMs;
      for (const one of happened) {
        happen(one, atMs);
        if (one.what === 'wait') atMs += one.minutes * 60_000;
        const asking = { person: anna, atMs, today: dayInSweden(atMs) };
        expect(counts(filters, asking)).toEqual(filters.map((filter) => listed(filter, asking)));
      }
    }),
    { numRuns: 5 },
  );
});

test('a view that shrinks from beyond what is counted is counted again', () => {
  showOnly(file.reader, ['unit:1', 'unit:2', 'reg:calendars']);
  file.writer.exec('DELETE FROM supplier_invoices');
  happen({ what: 'put', n: 1, sender: 1, number: 1, state: 1, hours: 1 }, startMs);
  const columns = file.writer
    .prepare("SELECT name FROM pragma_table_info('supplier_invoices') WHERE name NOT IN ('id', 'file_id', 'sender_key')")
    .pluck()
    .all()
    .join(', ');
  file.writer.exec(`WITH RECURSIVE n (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM n WHERE n < 2300)
    INSERT INTO supplier_invoices (id, file_id, sender_key, ${columns}) SELECT n, n, n, ${columns} FROM supplier_invoices, n`);
  const counts = viewCounts(file.reader);
  const count = () => counts(['status:att-verifiera'], { person: anna, atMs: startMs, today: dayInSweden(startMs) })[0];
  const verify = file.writer.prepare(
    "UPDATE supplier_invoices SET queue = 'verified' WHERE rowid IN (SELECT rowid FROM supplier_invoices WHERE queue = 'to-verify' LIMIT ?)",
  );
  expect(count()).toEqual({ count: 1_000, capped: true });
  for (const [more, left] of [
    [400, 1_900],
    [400, 1_500],
    [400, 1_100],
    [400, 700],
    [600, 100],
    [99, 1],
  ] as const) {
    // 600: more than are looked at one by one
    verify.run(more);
    expect(count()).toEqual({ count: Math.min(left, 1_000), capped: left > 1_000 });
  }
});
