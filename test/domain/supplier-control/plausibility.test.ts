import { expect, test } from 'vitest';
import { measurePlausibility } from '../../../scripts/bench/registers/plausibility.ts';
import { addDays, type Day } from '../../../src/shared/base/day.ts';
import { type HistoryPoint, implausible, limitsOn, median } from '../../../src/shared/domain/supplier-control/index.ts';

const today = '2026-11-22' as Day;
const limits = limitsOn(today);
const point = (totalMinor: number, daysAgo = 0): HistoryPoint => ({
  totalMinor,
  invoiceDate: addDays(today, -daysAgo),
  number: null,
});
/** One a month of about these amounts. */
const monthly = (...amounts: readonly number[]) => amounts.map((amount, place) => point(amount, 30 * (place + 1)));
const codes = (own: HistoryPoint, history: readonly HistoryPoint[]) => implausible(own, history, limits).map(({ code }) => code);
const usual = monthly(101_000, 99_500, 120_300, 98_700, 110_010, 105_500);

test.each([
  // the invoice        its supplier's history                                           what is odd
  ['as usual', point(112_345), usual, []],
  ['ten times as much', point(1_123_456), usual, ['amount-unusual']],
  ['three times as much, where amounts vary', point(3_123_456), monthly(50_123, 1_200_321, 230_111, 890_123, 4_000_123), []],
  ['one odd amount before moves nothing', point(1_123_456), [...usual, point(99_999_999, 300)], ['amount-unusual']],
  ['as much as once before', point(1_123_456), [...usual, point(1_100_000, 300)], []],
  ['four invoices are no history', point(1_123_456), usual.slice(0, 4), []],
  ['a price rise of a subscription', point(13_900), monthly(9_900, 9_900, 9_900, 9_900, 9_900), []],
  ['a credit note', point(-9_999_999), usual, []],
  ['the first, modest', point(9_999_999), [], []],
  ['the first, high', point(10_000_000), [], ['new-supplier-high-amount']],
  ['the second, high', point(10_000_001), [point(10_000_001, 200)], []],
  ['round', point(1_500_000), monthly(1_234_567, 1_345_678, 1_456_789, 1_567_891, 1_678_912), ['round-sum']],
  ['round, from one that always is', point(1_500_000), monthly(1_400_000, 1_500_000, 1_600_000, 1_234_567, 1_500_000), []],
  ['small and round', point(100_000), usual, []],
  ['split', point(9_000_001), [point(8_500_001, 3)], ['split-under-limit']],
  ['two just under, a month apart', point(9_000_001), [point(8_500_001, 30)], []],
  ['always just under', point(9_000_001), [point(8_500_001, 3), point(8_500_002, 40), point(8_500_003, 70)], []],
  ['split under the direct award limit', point(60_000_001), [point(55_000_001, 10), point(1, 300)], ['split-under-limit']],
  [
    'eight in a month, from one that sends one',
    point(101_234),
    [...usual, ...[1, 3, 5, 7, 9, 11, 13].map((days) => point(100_123, days))],
    ['unusually-often'],
  ],
] as const)('%s', (_, own, history, expected) => {
  expect(codes(own, history)).toEqual(expected);
});

test('a remark has its figures', () => {
  expect(implausible(point(9_000_001), [point(8_500_001, 3)], limits)).toEqual([
    { code: 'split-under-limit', severity: 'warning', detail: { limit: 10_000_000, sum: 17_500_002, invoices: 2 } },
  ]);
});

test('of invoices with nothing wrong few are warned of', () => {
  const { warned, byCode } = measurePlausibility(4_000);
  expect(warned / 4_000).toBeLessThanOrEqual(0.01);
  expect(Object.keys(byCode).length).toBeGreaterThan(1); // else the rules would have nothing to say
});

test('the middle of values', () => {
  expect([median([]), median([3]), median([1, 9, 2]), median([4, 1, 3, 2])]).toEqual([0, 3, 2, 2.5]);
});
