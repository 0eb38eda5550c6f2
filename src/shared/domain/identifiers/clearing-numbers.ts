/**
 * Clearing numbers (clearingnummer), how the accounts behind them are checked, and the bank they were dealt out to. Data, and of its day: a number
 * that is not here is not wrong, it is unknown to us.
 *
 * Source: Bankgirot, "Bankernas kontonummer" (2019-08-21); the lines with `since` from openly kept lists of 2024.
 */
export type AccountRule =
  /** 7 digits; modulus 11 over the last three digits of the clearing number and the account. */
  | 'seven-with-three'
  /** 7 digits; modulus 11 over the whole clearing number and the account. */
  | 'seven-with-four'
  /** 10 digits, modulus 10 over them alone. */
  | 'ten'
  /** 9 digits, modulus 11 over them alone. */
  | 'nine'
  /** Up to 10 digits, modulus 10 as a rule; a few old accounts pass no check. */
  | 'up-to-ten';

export type ClearingRange = {
  readonly from: number;
  readonly through: number;
  readonly bank: string;
  readonly rule: AccountRule;
  /** The year from which our list knows it; missing: 2019. */
  readonly since?: number;
};

type Line = readonly [from: number, through: number, bank: string, since?: number];
const ruled = (rule: AccountRule, lines: readonly Line[]): readonly ClearingRange[] =>
  lines.map(([from, through, bank, since]) => ({ from, through, bank, rule, ...(since !== undefined && { since }) }));

/** Single numbers stand before the ranges that surround them: the first that fits counts. */
export const clearingRanges: readonly ClearingRange[] = [
  ...ruled('ten', [
    [3300, 3300, 'Nordea'],
    [3782, 3782, 'Nordea'],
    [9180, 9189, 'Danske Bank'],
    [9300, 9349, 'Swedbank'],
    [9570, 9579, 'Sparbanken Syd'],
    [9890, 9899, 'Riksgälden'],
  ]),
  ...ruled('seven-with-three', [
    [1100, 1199, 'Nordea'],
    [1200, 1399, 'Danske Bank'],
    [1400, 2099, 'Nordea'],
    [2400, 2499, 'Danske Bank'],
    [3000, 3399, 'Nordea'],
    [3400, 3409, 'Länsförsäkringar Bank'],
    [3410, 3999, 'Nordea'],
    [5000, 5999, 'SEB'],
    [7000, 7999, 'Swedbank'],
    [9060, 9069, 'Länsförsäkringar Bank'],
    [9070, 9079, 'Multitude Bank', 2024],
    [9120, 9124, 'SEB'],
    [9130, 9149, 'SEB'],
    [9170, 9179, 'Ikano Bank'],
    [9230, 9239, 'Marginalen Bank'],
    [9250, 9259, 'SBAB'],
    [9270, 9279, 'ICA Banken'],
    [9280, 9289, 'Resurs Bank'],
    [9400, 9449, 'Forex Bank'],
    [9460, 9469, 'Santander'],
    [9580, 9589, 'Aion Bank', 2024],
    [9630, 9639, 'Lån & Spar Bank'],
    [9680, 9689, 'BlueStep'],
  ]),
  ...ruled('seven-with-four', [
    [2300, 2399, 'Ålandsbanken'],
    [4000, 4999, 'Nordea'],
    [9020, 9029, 'Länsförsäkringar Bank'],
    [9040, 9049, 'Citibank'],
    [9100, 9109, 'Nordnet'],
    [9150, 9169, 'Skandiabanken'],
    [9190, 9199, 'DNB'],
    [9260, 9269, 'DNB'],
    [9390, 9399, 'Landshypotek'],
    [9470, 9479, 'BNP Paribas'],
    [9550, 9569, 'Avanza'],
    [9590, 9599, 'Erik Penser'],
    [9640, 9649, 'Nordax'],
    [9650, 9659, 'MedMera Bank'],
    [9660, 9669, 'Svea Bank'],
    [9670, 9679, 'JAK Medlemsbank'],
    [9700, 9709, 'Ekobanken'],
    [9710, 9719, 'Lunar Bank', 2024],
    [9750, 9759, 'Northmill Bank', 2024],
    [9780, 9789, 'Klarna Bank'],
    [9880, 9889, 'Riksgälden'],
  ]),
  ...ruled('nine', [[6000, 6999, 'Handelsbanken']]),
  ...ruled('up-to-ten', [
    [8000, 8999, 'Swedbank'],
    [9500, 9549, 'Nordea Plusgirot'],
    [9960, 9969, 'Nordea Plusgirot'],
  ]),
];
