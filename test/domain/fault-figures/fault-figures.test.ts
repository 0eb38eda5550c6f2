import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { faultFigures, monthsUpTo, type NotedFault } from '../../../src/shared/domain/fault-figures/index.ts';

const november = { fromDay: '2026-11-01' as Day, throughDay: '2026-11-30' as Day };
let commands = 0;
const noted = (changes: Partial<NotedFault> = {}): NotedFault => {
  commands += 1;
  return {
    ...{ commandId: asId<'command'>(`c${commands}`), undoes: null, day: '2026-11-10' as Day, reason: 'wrong-vat' },
    ...{ supplierId: asId<'supplier'>('s1'), supplierName: 'Exempelbolaget AB', channel: 'watched-folder', isEInvoice: false },
    ...changes,
  };
};
const figures = (all: readonly NotedFault[]) => faultFigures(all, [], [], november, monthsUpTo(november.throughDay));

test('what was settled is counted, what was taken back is not, and what was done again is', () => {
  const first = noted();
  const settled = noted({ reason: null });
  expect(figures([first, settled]).total).toBe(1);
  const undone = noted({ undoes: first.commandId, reason: null });
  expect(figures([first, undone]).total).toBe(0);
  const redone = noted({ undoes: undone.commandId });
  expect(figures([first, undone, redone]).total).toBe(1);
  expect(figures([first, undone, redone, noted({ undoes: redone.commandId, reason: null })]).total).toBe(0);
});

test('by reason, way and supplier, the most first; by month, with those of other months', () => {
  const e = {
    channel: 'e-mail',
    isEInvoice: true,
    reason: 'breaks-rules',
    supplierId: asId<'supplier'>('s2'),
    supplierName: 'Åsas',
  } as const;
  const all = [noted(), noted(e), noted({ ...e, reason: 'reference-missing' }), noted(e), noted({ day: '2026-10-31' as Day })];
  const refused = { channel: 'e-mail', isEInvoice: true, day: '2026-11-03' as Day, reason: 'malformed-xml' } as const;
  const arrived = { channel: 'e-mail', isEInvoice: true, count: 40 } as const;
  const found = faultFigures(all, [refused], [arrived], november, monthsUpTo(november.throughDay));
  expect(found.byReason).toEqual([
    { reason: 'breaks-rules', count: 2 },
    { reason: 'wrong-vat', count: 1 },
    { reason: 'reference-missing', count: 1 },
  ]);
  expect(found.files).toEqual([{ reason: 'malformed-xml', count: 1 }]);
  expect(found.byWay).toEqual([
    { channel: 'e-mail', isEInvoice: true, count: 3, files: 1, arrived: 40 },
    { channel: 'watched-folder', isEInvoice: false, count: 1, files: 0, arrived: 0 },
  ]);
  expect(found.bySupplier).toEqual([
    { supplierId: 's2', name: 'Åsas', count: 3, oftenest: 'breaks-rules' },
    { supplierId: 's1', name: 'Exempelbolaget AB', count: 1, oftenest: 'wrong-vat' },
  ]);
  expect(found.byMonth.slice(-2)).toEqual([
    { month: '2026-10', count: 1, files: 0 },
    { month: '2026-11', count: 4, files: 1 },
  ]);
});

test('twelve months, over the turn of the year', () => {
  const months = monthsUpTo('2027-02-14' as Day);
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2026-03', '2027-02']);
});
