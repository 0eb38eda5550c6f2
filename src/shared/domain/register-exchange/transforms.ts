import { parseDay } from '../../base/day.ts';
import { unguardCell } from './cell-guard.ts';
import { dayOfSerial } from './serial-days.ts';

/** What is done with a cell before it is read as a field's value. In the order of the mapping. */
export type Transform =
  | { readonly do: 'unguard' }
  | { readonly do: 'decimal-comma' }
  | { readonly do: 'decimal-point' }
  /** A day kept as a number, as spreadsheets do. */
  | { readonly do: 'day-number' }
  | { readonly do: 'day-order'; readonly order: 'dmy' | 'mdy' }
  /** Zeros before a number that has lost them. */
  | { readonly do: 'pad'; readonly digits: number }
  | { readonly do: 'only-digits' }
  /** Several values in one cell: the sign between them. */
  | { readonly do: 'split'; readonly by: string }
  /** Words of the file, and what they mean here; a word that is not in the list stays. */
  | { readonly do: 'translate'; readonly words: { readonly [theirs: string]: string } };
export type TransformName = Transform['do'];

/** The cell as the mapping wants it read. What a transform does not understand it leaves, for the field to refuse. */
export const transformCell = (cell: string, transforms: readonly Transform[]): string =>
  transforms.reduce((text, transform) => transformed(text, transform), cell);

function transformed(text: string, transform: Transform): string {
  switch (transform.do) {
    case 'unguard':
      return unguardCell(text);
    case 'decimal-comma':
      return decided(text.replace(/[.\s\u00a0]/g, '').replace(',', '.'));
    case 'decimal-point':
      return decided(text.replace(/[,\s\u00a0]/g, ''));
    case 'day-number':
      return /^\d{1,7}([.,]\d+)?$/.test(text) ? (dayOfSerial(Number.parseInt(text, 10)) ?? text) : text;
    case 'day-order':
      return inOrder(text, transform.order);
    case 'pad':
      return /^\d+$/.test(text) ? text.padStart(transform.digits, '0') : text;
    case 'only-digits':
      return text.replace(/\D/g, '');
    case 'split':
      return transform.by === '' ? text : text.split(transform.by).join('|');
    case 'translate':
      return transform.words[text] ?? transform.words[text.toLowerCase()] ?? text;
  }
}

/** A number whose decimal sign is known; three decimals get a fourth, so that nobody takes them for thousands. */
const decided = (number: string): string => (/\.\d{3}$/.test(number) ? `${number}0` : number);

function inOrder(text: string, order: 'dmy' | 'mdy'): string {
  const [, first = '', second = '', third = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? [];
  if (third === '') return text;
  const year = third.length === 2 ? `20${third}` : third;
  const [month, day] = order === 'dmy' ? [second, first] : [first, second];
  const written = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return written.ok ? written.value : text;
}
