import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  bandsOf,
  bitsApart,
  type InvoiceTrace,
  judgeTwins,
  likenessOf,
  nameKey,
  numberTail,
} from '../../../src/shared/domain/supplier-control/index.ts';

const own: InvoiceTrace = {
  ...{ id: asId('own'), parties: ['s1', '5566778899'], name: 'exempelbolaget', payees: ['bankgiro:9912346'] },
  ...{ number: 'F2026-1001', ocrReference: '1002348', totalMinor: 125_000, invoiceDate: '2026-11-02' },
  ...{ buyerReference: '1234', pixelHash: '0123456789abcdef', isNotice: false },
};
const none = { ocrReference: null, buyerReference: null, pixelHash: null };
const other = (changes: Partial<InvoiceTrace> = {}): InvoiceTrace => ({ ...own, ...none, id: asId('other'), ...changes });
const stranger = { parties: ['s2', '5560000175'], name: 'annan', payees: [] };
const unlinked = { parties: [], name: '', payees: [] };
const found = (...others: readonly InvoiceTrace[]) => judgeTwins(own, others).map(({ kind }) => kind);

test.each([
  // the other one                                                                          what it is
  [{}, 'same-number'],
  [{ totalMinor: 1, invoiceDate: '2020-01-01' }, 'same-number'], // across years
  [{ number: 'F2O26-1OO1' }, 'look-alike-number'],
  [{ number: 'F2O26-7007', invoiceDate: '2025-02-01' }, 'look-alike-number'],
  [{ number: 'F2026-7007', invoiceDate: '2025-02-01' }, undefined], // two numbers of one series, months apart
  [{ number: 'F2026-7007' }, 'look-alike-number'],
  [{ number: '1001' }, 'look-alike-number'],
  [{ number: '26-1001' }, 'look-alike-number'],
  [{ number: 'F2026-1OO1', totalMinor: 1 }, undefined],
  [{ number: '88', ocrReference: own.ocrReference, invoiceDate: '2026-10-30' }, 'same-reference'],
  [{ number: '88', ocrReference: '88' }, 'same-amount-and-day'],
  [{ number: null }, 'same-amount-and-day'],
  [{ number: 'F2026-1002', buyerReference: '1234' }, 'same-amount-and-day'],
  [{ number: 'F2026-1002', buyerReference: '5678' }, undefined], // two units ordered
  [{ number: '88', invoiceDate: '2026-10-02' }, undefined],
  [{ number: null, invoiceDate: '2026-10-02', pixelHash: own.pixelHash }, 'same-picture'],
  [{ number: null, invoiceDate: '2026-10-02', pixelHash: 'fedcba9876543210' }, undefined],
  [{ number: '88', invoiceDate: '2026-10-02', pixelHash: own.pixelHash }, undefined], // the words contradict the picture
  [{ ...stranger }, undefined], // two strangers may share a number, an amount and a day
  [{ ...stranger, payees: own.payees }, 'other-register'],
  [{ ...stranger, ocrReference: own.ocrReference }, 'other-register'],
  [{ ...stranger, name: 'exempelbolaget', invoiceDate: '2025-11-02' }, 'other-register'],
  [{ ...stranger, parties: ['s2', '5566778899'] }, 'same-number'], // a twin in the register, by its organisation number
  [{ ...unlinked }, 'other-register'],
  [{ ...unlinked, number: '88' }, undefined],
  [{ ...stranger, number: '88', payees: own.payees }, 'other-register'],
  [{ isNotice: true }, undefined], // the reminder came first
  [{ number: null, ocrReference: own.ocrReference, totalMinor: 125_000 + 6_000 }, 'reminder'],
  [{ number: null, ocrReference: own.ocrReference, totalMinor: 125_000 + 6_001 }, undefined],
] as const)('%o is %s', (changes, kind) => {
  expect(found(other(changes))).toEqual(kind === undefined ? [] : [kind]);
});

test.each([
  [{}, 'reminder'],
  [{ totalMinor: 999_999 }, 'reminder'],
  [{ number: null, ocrReference: own.ocrReference, totalMinor: 125_000 + 18_000 }, 'reminder'],
  [{ number: null, ocrReference: own.ocrReference }, 'reminder'],
  [{ number: null, ocrReference: '88', pixelHash: null }, 'same-amount-and-day'],
] as const)('a notice with %o is a %s', (changes, kind) => {
  const notice = { ...own, ...changes, id: asId<'supplierInvoice'>('notice'), isNotice: true };
  expect(judgeTwins(notice, [own])).toMatchObject([{ otherId: 'own', kind }]);
});

test('of what a sender bills again and again the same amount and day say nothing, and a like number a month later is the next', () => {
  const month = (place: number) =>
    other({ id: asId(`m${place}`), number: `F2026-050${place}`, invoiceDate: `2026-0${place}-02` });
  const regular = [month(2), month(3), month(4)];
  expect(found(...regular, other({ number: '88' }))).toEqual(['same-amount-and-day']); // one more than it asks for in a day
  const pairs = [2, 3, 4].flatMap((place) => [
    month(place),
    { ...month(place), id: asId<'supplierInvoice'>(`p${place}`), number: `F2026-060${place}` },
  ]);
  expect(found(...pairs, other({ number: '88' }))).toEqual([]);
  expect(found(...regular, other({ number: 'F2026-7007', invoiceDate: '2026-05-02' }))).toEqual([]);
  expect(found(...regular, other({ number: 'F2O26-1001' }))).toEqual(['look-alike-number']); // of the same day: the same one
  expect(found(...regular, other())).toEqual(['same-number']);
});

test('the strongest comes first and says what agrees', () => {
  expect(judgeTwins(own, [other({ id: asId('a'), number: '88' }), other({ id: asId('b') })])).toMatchObject([
    { otherId: 'b', kind: 'same-number', score: 1, agrees: ['sender', 'number', 'total', 'day', 'payee'] },
    { otherId: 'a', kind: 'same-amount-and-day' },
  ]);
  expect(judgeTwins(own, [own])).toEqual([]);
});

test.each([
  ['10045', ' 0010-045 ', 'same'],
  ['1OO45', '10045', 'look-alike'],
  ['l0045', '70045', 'look-alike'],
  ['F-10045', '10045', 'prefix'],
  ['2026-10045', '10045', 'prefix'],
  ['FAKT0010045', 'F10045', 'prefix'],
  ['5510045', '10045', 'different'],
  ['2025-0017', '2026-0017', 'different'],
  ['10045', '10046', 'different'],
  ['A1', 'B1', 'different'],
] as const)('%s and %s are %s', (one, two, likeness) => {
  expect(likenessOf(one, two)).toBe(likeness);
  expect(likenessOf(two, one)).toBe(likeness);
});

test('a number keeps its tail without its prefix, and with letters for digits', () => {
  for (const number of ['2026-1001', 'F1001', '00001001', 'I00I', '20261O07']) expect(numberTail(number)).toBe('1001');
  expect(numberTail('17')).toBe('0011');
  expect(numberTail('ABC')).toBeNull();
});

test('names are compared without legal form and punctuation', () => {
  expect(nameKey('Exempelbolaget i Åmål AB (publ)')).toBe(nameKey('AB EXEMPELBOLAGET I ÅMÅL'));
  expect(nameKey('Åsens El')).not.toBe(nameKey('Asens El'));
});

test('hashes that differ in three bits share a band', () => {
  expect(bitsApart('0000000000000000', 'ffffffffffffffff')).toBe(64);
  expect(bitsApart('0123456789abcdef', '0123456789abcdee')).toBe(1);
  const [one, two] = [bandsOf('0123456789abcdef'), bandsOf('1123456799abcdee')];
  expect(one.filter((band, place) => band === two[place])).toHaveLength(1);
});
