import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { decideFacts, decideSupplierEnd, evolveSupplier } from '../../../src/shared/domain/suppliers/index.ts';
import { exempelbolaget } from '../../make/invoices.ts';

const { id: supplierId } = exempelbolaget;

test.each([
  [{ city: 'Malmö' }, 'ok'],
  [{ name: ' ' }, 'name-missing'],
  [{ vatNumber: 'SE1' }, 'wrong-vat-number'],
  [{ name: exempelbolaget.name }, 'nothing-to-do'],
  [{}, 'nothing-to-do'],
] as const)('suppliers/change-facts %#', (facts, outcome) => {
  const result = decideFacts(exempelbolaget, { supplierId, facts });
  expect(result.ok ? 'ok' : result.error.code).toBe(outcome);
});

test('facts that are named change, those that are null go, the others stay', () => {
  const result = decideFacts({ ...exempelbolaget, phone: '08-1' }, { supplierId, facts: { city: ' Malmö ', phone: '' } });
  const [event] = result.ok ? result.value : [];
  if (event?.on !== 'supplier') throw new Error('nothing changed');
  expect(evolveSupplier({ ...exempelbolaget, phone: '08-1' }, event)).toEqual({ ...exempelbolaget, rev: 2, city: 'Malmö' });
});

test('suppliers/end: it ends on a day, and is taken into use again', () => {
  const endedOn = '2026-12-31' as Day;
  expect(decideSupplierEnd(undefined, { supplierId, endedOn })).toMatchObject({ error: { code: 'not-found' } });
  expect(decideSupplierEnd(exempelbolaget, { supplierId, endedOn: null })).toMatchObject({ error: { code: 'nothing-to-do' } });
  const ended = { ...exempelbolaget, endedOn };
  const result = decideSupplierEnd(ended, { supplierId, endedOn: null });
  const [event] = result.ok ? result.value : [];
  if (event?.on !== 'supplier') throw new Error('nothing changed');
  expect(evolveSupplier(ended, event)).toEqual({ ...exempelbolaget, rev: 2 });
});
