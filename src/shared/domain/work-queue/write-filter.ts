import { showAmount } from '../invoice-fields/index.ts';
import { filterFields, valuesOf } from './filter-fields.ts';
import type { Condition } from './parse-filter.ts';

/** The language that a filter is written in; both are read. */
export type FilterLanguage = 'sv' | 'en';

/** A filter as text again: what `parseFilter` reads as the same conditions. */
export const writeFilter = (conditions: readonly Condition[], language: FilterLanguage): string =>
  conditions.map((condition) => writeCondition(condition, language)).join(' ');

export function writeCondition({ field, operator, values, negated }: Condition, language: FilterLanguage): string {
  const sign = negated ? '-' : '';
  if (field === null) return `${sign}${values.map((value) => quoted(value)).join('')}`;
  const place = language === 'sv' ? 0 : 1;
  const { words, kind } = filterFields[field];
  const shown = values.map((value) => {
    if (kind === 'word') return valuesOf(field)[value]?.[place] ?? value;
    return kind === 'amount' ? showAmount(Number(value)).replaceAll('\u00a0', '').replace(/,00$/, '') : quoted(value);
  });
  return `${sign}${words[place] ?? words[0]}${operator === '=' ? ':' : operator}${shown.join(',')}`;
}

/** In quotes where it could be read otherwise. */
const quoted = (value: string): string => (/[\s,":=<>]|^-/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
