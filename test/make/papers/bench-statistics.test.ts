import { describe, expect, test } from 'vitest';
import { calibrationError, separation, upperBound } from '../../../scripts/bench/reading/statistics.ts';

describe('the upper bound of a share', () => {
  test.each([
    // hits, trials, bound: no hits are the rule of three; the others are from published tables of the interval
    [0, 1_000, 0.002991],
    [1, 10, 0.445],
    [5, 100, 0.1128],
    [3, 5_000, 0.001753],
  ])('%i in %i', (hits, trials, bound) => {
    expect(upperBound(hits, trials)).toBeCloseTo(bound, 3);
  });
  test('nothing tried is nothing known', () => {
    expect(upperBound(0, 0)).toBe(1);
  });
});

describe('confidence', () => {
  const said = (confidence: number, right: number, wrong: number) => [
    ...Array.from({ length: right }, () => ({ confidence, right: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, right: false })),
  ];
  test('is calibrated when each bin is right as often as it says', () => {
    expect(calibrationError([...said(0.95, 95, 5), ...said(0.25, 25, 75)])).toBeCloseTo(0, 6);
    expect(calibrationError(said(0.95, 45, 55))).toBeCloseTo(0.5, 6);
  });
  test('tells right from wrong, or does not', () => {
    expect(separation([...said(0.9, 10, 0), ...said(0.2, 0, 10)])).toBe(1);
    expect(separation([...said(0.2, 10, 0), ...said(0.9, 0, 10)])).toBe(0);
    expect(separation(said(0.5, 10, 10))).toBe(0.5);
  });
});
