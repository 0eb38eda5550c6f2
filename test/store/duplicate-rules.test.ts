import { expect, test } from 'vitest';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type SupplierId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { everyUnit } from '../../src/shared/domain/access/index.ts';
import { findProblems, type SupplierInvoice } from '../../src/shared/domain/supplier-invoices/index.ts';
import { loadAround } from '../../src/shared/run/commands/twins.ts';
import type { EntityName, RowOf } from '../../src/shared/run/entities/index.ts';
import { today } from '../make/decisions.ts';
import { aField, aScannedInvoice, aVerifiedInvoice, exempelbolaget, someFields } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

/** What the duplicate check finds by its lookups on real tables: across registers, channels, years and pictures. */

const { organisationNumber: _, ...withoutNumber } = exempelbolaget;
const supplier = (n: number, changes: Partial<typeof exempelbolaget> = {}) => ({
  ...withoutNumber,
  id: asId<'supplier'>(`0190bbbb-0000-7000-8000-00000000000${n}`),
  ...changes,
});

async function aWorkspaceWith(rows: readonly (readonly [EntityName, RowOf<EntityName>])[]) {
  const file = aWorkspaceFile();
  await sqliteLogStore(file.writer).transaction(async (transaction) => {
    for (const [entity, row] of rows) await transaction.put(entity, { ...row, rev: 1 });
  });
  return { store: sqliteStore(file.reader), [Symbol.dispose]: () => file[Symbol.dispose]() };
}

type Fields = Parameters<typeof someFields>[0];
const earlier = (fields: Fields, supplierId: SupplierId | null = exempelbolaget.id, changes: object = {}): SupplierInvoice => {
  const { supplierId: __, ...invoice } = aVerifiedInvoice({ id: asId(uuid()), fileId: asId(uuid()), fields: someFields(fields) });
  return { ...invoice, ...(supplierId !== null && { supplierId }), ...changes };
};
const own = (changes: object = {}): SupplierInvoice => ({ ...aScannedInvoice(), ...changes });
const nobody = { organisationNumber: aField<string>(null) };
const page = (pixelHash: string) => ({ pages: [{ ...aScannedInvoice().pages[0], pixelHash }] });
const merged = supplier(2, { mergedInto: exempelbolaget.id } as object);

test.each([
  // case                          what is there already                                                  the invoice    found as
  ['itself in another unit', earlier({}, exempelbolaget.id, { unitId: '2' }), own(), 'same-invoice'],
  ['under no supplier, by organisation number', earlier({}, null), own(), 'same-invoice'],
  ['under no supplier, by number, total and day', earlier(nobody, null), own(), 'other-register'],
  ['under a supplier that was merged into ours', earlier(nobody, merged.id), own(), 'same-invoice'],
  [
    'under a stranger',
    earlier(
      { ...nobody, supplierName: aField('Annan AB'), bankgiro: aField('54029681'), ocrReference: aField<string>(null) },
      supplier(3).id,
    ),
    own(),
    undefined,
  ],
  ['years ago', earlier({ invoiceDate: aField('2021-11-02') }), own(), 'same-invoice'],
  [
    'with its prefix',
    earlier({ invoiceNumber: aField('F-2026-10045'), invoiceDate: aField('2026-10-30') }),
    own(),
    'look-alike-number',
  ],
  ['with a misread number', earlier({ invoiceNumber: aField('1OO45') }), own(), 'look-alike-number'],
  [
    'with the same reference',
    earlier({ invoiceNumber: aField('X'), invoiceDate: aField('2026-10-01') }),
    own(),
    'same-reference',
  ],
  [
    'with the same picture and no number',
    earlier(
      { invoiceNumber: aField<string>(null), invoiceDate: aField('2026-10-01'), ocrReference: aField<string>(null) },
      exempelbolaget.id,
      page('0123456789abcdef'),
    ),
    own(page('0123456789abcdee')),
    'same-picture',
  ],
  [
    'set aside',
    { ...earlier({}), state: 'duplicate', duplicateOf: asId('x'), setAsideBy: asId('y') } as SupplierInvoice,
    own(),
    undefined,
  ],
] as const)('%s', async (_case, before, invoice, found) => {
  using seat = await aWorkspaceWith([
    ...[exempelbolaget, merged, supplier(3)].map((row) => ['supplier', row] as const),
    ['supplierInvoice', before],
  ]);
  const around = await loadAround(seat.store, invoice, { today, scopes: [everyUnit] });
  const finding = findProblems(invoice, around).find(({ code }) => code === 'same-invoice' || code === 'looks-like-another');
  expect(finding?.detail?.kind ?? finding?.code).toBe(found);
});

test('a false alarm that was released on either of the two is quiet on both', async () => {
  const like = earlier({ invoiceNumber: aField('1OO45') });
  const released = {
    otherId: own().id,
    kind: 'look-alike-number',
    reason: 'Annan leverans',
    by: asId<'person'>('a'),
    atMs: 1,
  } as const;
  using seat = await aWorkspaceWith([
    ['supplier', exempelbolaget],
    ['supplierInvoice', { ...like, releasedTwins: [released] }],
  ]);
  const around = await loadAround(seat.store, own(), { today, scopes: [everyUnit] });
  expect(around.twins).toMatchObject([{ isReleased: true }]);
  expect(findProblems(own(), around).map(({ code }) => code)).not.toContain('looks-like-another');
});
