import { describe, expect, test } from 'vitest';
import { findPaymentLines } from '../../../src/shared/domain/extraction/payment-line.ts';
import { toRows } from '../../../src/shared/domain/extraction/rows.ts';
import { aPage } from '../../make/documents/a-page.ts';

const read = (text: string) =>
  findPaymentLines(toRows([aPage([text])])).map(({ reference, totalMinor, giro, giroKind }) => [
    reference,
    totalMinor,
    giro,
    giroKind,
  ]);

describe('the payment line of a giro slip', () => {
  test.each([
    ['#            10441780 #    6453 13   2 >      9911017#41#', [['10441780', 645_313, '9911017', 'bankgiro']]],
    ['# 10441780 # 6453 13 2 > 9911017 # 41 #', [['10441780', 645_313, '9911017', 'bankgiro']]],
    ['#  1044 1780 #  12 345 00 5 > 9911017#41#', [['10441780', 1_234_500, '9911017', 'bankgiro']]],
    // '#' read as H or +
    ['H 10441780 H 6453 13 2 > 9911017H41H', [['10441780', 645_313, '9911017', 'bankgiro']]],
    ['+ 10441780 + 6453 13 2 > 9911017#41#', [['10441780', 645_313, '9911017', 'bankgiro']]],
    // no reference, no amount
    ['#              #    6453 13   2 >      9911017#41#', [[null, 645_313, '9911017', 'bankgiro']]],
    ['#     10441780 #                >      9911017#41#', [['10441780', null, '9911017', 'bankgiro']]],
    // a reference with a wrong check digit is dropped, a giro number with a wrong one drops the line
    ['# 10441781 # 6453 13 2 > 9911017#41#', [[null, 645_313, '9911017', 'bankgiro']]],
    ['# 10441780 # 6453 13 2 > 9911018#41#', []],
    // more digits than any amount has
    ['# 10441780 # 6310236517631635 13 2 > 9911017 # 41 #', [['10441780', null, '9911017', 'bankgiro']]],
    ['Bankgiro 991-1017   Att betala 6 453,13', []],
  ] as const)('%s', (text, lines) => {
    expect(read(text)).toEqual(lines);
  });
});
