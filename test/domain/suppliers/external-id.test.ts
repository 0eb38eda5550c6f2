import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideExternalId,
  evolveSupplierExternalId,
  type SetExternalId,
  type SupplierExternalId,
} from '../../../src/shared/domain/suppliers/index.ts';
import { exempelbolaget } from '../../make/invoices.ts';

const other = { ...exempelbolaget, id: asId<'supplier'>('0190bbbb-0000-7000-8000-000000000077') };
const known: SupplierExternalId = {
  ...{ id: asId('0190ffff-0000-7000-8000-000000000001'), rev: 1, supplierId: exempelbolaget.id },
  ...{ system: 'ekonomi', externalId: '4711' },
};
const none = { supplier: exempelbolaget, known: undefined, owner: undefined };
const said = (externalId: string | null): SetExternalId => ({
  ...{ rowId: known.id, supplierId: exempelbolaget.id, system: 'ekonomi', externalId },
});

test.each([
  [{ ...none, supplier: undefined }, said('4711'), 'not-found'],
  [{ ...none, known, owner: exempelbolaget }, said('4711'), 'nothing-to-do'],
  [none, said(null), 'nothing-to-do'],
  [{ ...none, owner: other }, said('4711'), 'external-id-taken'],
  [none, said('4711'), 'external-id-given'],
  [{ ...none, known }, said('4712'), 'external-id-changed'],
  [{ ...none, known }, said(null), 'external-id-changed'],
] as const)('suppliers/set-external-id %#', (facts, command, outcome) => {
  const result = decideExternalId(facts, command);
  expect(result.ok ? result.value[0]?.type : result.error.code).toBe(outcome);
});

test('an id that is gone may be given again, and the row lives on', () => {
  const on = { on: 'supplierExternalId', id: known.id, type: 'external-id-changed', system: 'ekonomi' } as const;
  const gone = evolveSupplierExternalId(known, { ...on, externalId: null });
  expect(gone).toEqual({ id: known.id, rev: 2, supplierId: exempelbolaget.id, system: 'ekonomi' });
  expect(evolveSupplierExternalId(gone, { ...on, externalId: '4712' })).toMatchObject({ rev: 3, externalId: '4712' });
});
