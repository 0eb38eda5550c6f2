import type { Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { parseFiscalPeriod } from '../calendar/index.ts';
import { readTypedValue } from '../invoice-fields/index.ts';
import { type FilterField, fieldNamed, filterFields, valueNamed } from './filter-fields.ts';

export type FilterOperator = '=' | '<' | '>' | '<=' | '>=';

/**
 * One condition; all of a filter's must hold. `values`: one of them is enough. Days stay as they were typed, so that "idag" is
 * today whenever it is asked; an amount is in minor units, as a number in text.
 */
export type Condition = {
  /** Null: words that the supplier's name or the invoice's number begins with. */
  readonly field: FilterField | null;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
  readonly negated: boolean;
};

/** What is wrong with a filter, and where: from this character on, for this many. */
export type FilterFault = {
  readonly code:
    | 'unknown-field'
    | 'unknown-value'
    | 'no-such-comparison'
    | 'value-missing'
    | 'not-a-day'
    | 'not-an-amount'
    | 'quote-not-closed'
    | 'too-long';
  readonly at: number;
  readonly length: number;
  readonly word: string;
};
type Parsed = Result<readonly Condition[], FilterFault>;

const longest = 500;

/**
 * Reads a filter: `belopp>10000 status:parkerad förfaller<fre -leverantör:"Exempel AB"`.
 *
 * Terms stand apart by spaces and must all hold; `-` before one turns it round; a comma gives several values (but of amounts); what
 * holds a space stands in quotes. See docs/filter-language.md.
 */
export function parseFilter(text: string): Parsed {
  if (text.length > longest) return err({ code: 'too-long', at: longest, length: text.length - longest, word: '' });
  const found: Condition[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (at >= text.length) return ok(found);
    const term = readTerm(text, at);
    if (!term.ok) return term;
    found.push(term.value.condition);
    at = term.value.end;
  }
}

type Read<Value> = Result<Value & { readonly end: number }, FilterFault>;

function readTerm(text: string, start: number): Read<{ readonly condition: Condition }> {
  const negated = text[start] === '-' && /\S/.test(text[start + 1] ?? '');
  const from = negated ? start + 1 : start;
  const head = /^([\p{L}][\p{L}-]*)(<=|>=|:|=|<|>)/u.exec(text.slice(from));
  if (head === null) {
    const word = readValue(text, from, /\s/);
    if (!word.ok) return word;
    return ok({ condition: { field: null, operator: '=', values: [word.value.value], negated }, end: word.value.end });
  }
  const [whole, name = '', sign = ''] = head;
  const field = fieldNamed(name.toLowerCase());
  const here = { at: from, length: name.length, word: name };
  if (field === undefined) return err({ code: 'unknown-field', ...here });
  const operator = (sign === ':' ? '=' : sign) as FilterOperator; // one of those that the pattern lets through
  const { kind } = filterFields[field];
  if (operator !== '=' && (kind === 'text' || kind === 'word'))
    return err({ code: 'no-such-comparison', at: from + name.length, length: sign.length, word: name });
  const values = readValues(text, from + whole.length, field);
  if (!values.ok) return values;
  return ok({ condition: { field, operator, values: values.value.values, negated }, end: values.value.end });
}

function readValues(text: string, start: number, field: FilterField): Read<{ readonly values: readonly string[] }> {
  const values: string[] = [];
  const ends = filterFields[field].kind === 'amount' ? /\s/ : /[\s,]/; // in an amount a comma is the decimal sign
  let at = start;
  for (;;) {
    const read = readValue(text, at, ends);
    if (!read.ok) return read;
    const value = understood(field, read.value.value);
    if (!value.ok) return err({ code: value.error, at, length: read.value.end - at, word: read.value.value });
    values.push(value.value);
    at = read.value.end;
    if (text[at] !== ',') return ok({ values, end: at });
    at += 1;
  }
}

/** Up to a character that ends it, or between quotes; `""` within is one quote. */
function readValue(text: string, start: number, ends: RegExp): Read<{ readonly value: string }> {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && !ends.test(text[end] ?? '')) end += 1;
    if (end === start) return err({ code: 'value-missing', at: start, length: 1, word: '' });
    return ok({ value: text.slice(start, end), end });
  }
  const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(start));
  if (quoted === null) return err({ code: 'quote-not-closed', at: start, length: text.length - start, word: text.slice(start) });
  const value = (quoted[1] ?? '').replaceAll('""', '"');
  if (value.trim() === '') return err({ code: 'value-missing', at: start, length: quoted[0].length, word: '' });
  return ok({ value, end: start + quoted[0].length });
}

function understood(field: FilterField, text: string): Result<string, FilterFault['code']> {
  switch (filterFields[field].kind) {
    case 'amount': {
      const amount = readTypedValue('minor', text, someDay);
      return amount.ok ? ok(String(amount.value)) : err('not-an-amount');
    }
    case 'day':
      return daysNamed(text, someDay) === undefined ? err('not-a-day') : ok(text.toLowerCase());
    case 'word': {
      const value = valueNamed(field, text.toLowerCase());
      return value === undefined ? err('unknown-value') : ok(value);
    }
    case 'text':
      return ok(text);
  }
}

/** Whether it is a day at all does not hang on which day it is. */
const someDay = '2026-01-15' as Day;

export type NamedDays = { readonly fromDay: Day; readonly throughDay: Day };

/** The days that a word stands for: `fre`, `idag`, `+3`, `2026-11-22`, or a whole period: `2026-11`, `2026K4`. */
export function daysNamed(text: string, today: Day): NamedDays | undefined {
  const period = parseFiscalPeriod(text);
  if (period !== undefined) return period;
  const day = readTypedValue('day', text, today);
  return day.ok ? { fromDay: day.value as Day, throughDay: day.value as Day } : undefined; // a value of that kind is a day
}
