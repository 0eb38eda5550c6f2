import type { Day } from '../../base/day.ts';
import type { Box, PageWords } from '../../base/page.ts';
import { type FieldKind, type FieldName, type FieldValue, fieldKinds, readTypedValue } from '../invoice-fields/index.ts';
import { currencyOf, readAmount } from './amounts.ts';
import { readDay } from './dates.ts';
import { lettersOf } from './labels.ts';
import { boxAround, type Row, type Token, textOf, toRows } from './rows.ts';

/** A printed text as a value of a field's kind; undefined when it is none. Amounts keep their printed sign. */
export function readAs(field: FieldName, text: string, today: Day): FieldValue | undefined {
  const kind = fieldKinds[field];
  if (kind === 'minor') return readAmount(text)?.minor;
  if (kind === 'day') return readDay(text, today)?.day;
  if (kind === 'currency') return currencyOf(text.replace(/[():]/g, ''));
  if (kind === 'text') return tidyText(text) || undefined;
  const typed = readTypedValue(kind, text.replace(/[.,;:)]+$/, ''), today);
  return typed.ok && /\d/.test(text) ? typed.value : undefined;
}

/** Without the signs that only part it from its neighbours. */
const tidyText = (text: string): string => text.replace(/^[\s:#(]+|[\s,;:)]+$/g, '');

/** The most words that a value of a kind is printed as. */
export const mostWords: Readonly<Record<FieldKind, number>> = {
  text: 6,
  'organisation-number': 3,
  'vat-number': 5,
  day: 6,
  digits: 8,
  bankgiro: 3,
  plusgiro: 6,
  iban: 9,
  minor: 6,
  currency: 1,
};

/** Where a value stands on the pages, however it is printed; the first such place. */
export function placeOf(
  pages: readonly PageWords[],
  field: FieldName,
  value: FieldValue,
): { readonly page: number; readonly box: Box } | undefined {
  for (const row of toRows(pages)) {
    const tokens = tokensOfValue(row, field, value);
    const box = tokens && boxAround(tokens);
    if (box) return { page: row.page, box };
  }
  return undefined;
}

/** The day of reading does not matter where years are printed; two figures of a year need one, and any of our time will do. */
const someDay = '2026-01-01' as Day;

function tokensOfValue({ tokens }: Row, field: FieldName, value: FieldValue): readonly Token[] | undefined {
  for (let at = 0; at < tokens.length; at += 1)
    for (let count = Math.min(mostWords[fieldKinds[field]], tokens.length - at); count > 0; count -= 1) {
      const some = tokens.slice(at, at + count);
      if (isSame(field, readAs(field, textOf(some), someDay), value)) return some;
    }
  return undefined;
}

/** Signs of amounts and the case of letters vary in print. */
export function isSame(field: FieldName, read: FieldValue | undefined, value: FieldValue): boolean {
  if (typeof read === 'number' && typeof value === 'number') return Math.abs(read) === Math.abs(value);
  if (fieldKinds[field] === 'text') return read !== undefined && lettersOf(String(read)) === lettersOf(String(value));
  return read === value;
}
