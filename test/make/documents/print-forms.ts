import type { Day } from '../../../src/shared/base/day.ts';

/** '1 234,50', thousands apart by `gap`. */
export function kronor(amountMinor: number, gap = ' '): string {
  const digits = String(Math.abs(amountMinor)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, gap);
  return `${amountMinor < 0 ? '-' : ''}${whole},${digits.slice(-2)}`;
}

export const count = (quantity: number): string => String(quantity).replace('.', ',');

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];

/** '22 november 2026' */
export const longDay = (day: Day): string =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;

/** '2026.11.22' → '22.11.2026' */
export const dottedDay = (day: Day): string => day.split('-').reverse().join('.');
