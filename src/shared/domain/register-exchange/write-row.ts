import { showBankgiro, showOrganisationNumber } from '../identifiers/index.ts';
import { guardCell } from './cell-guard.ts';
import { joinParts, splitParts } from './composites.ts';
import { type ExchangeRecord, splitSeveral, type ValueKind } from './exchange-field.ts';
import { exchangeField } from './exchange-fields.ts';
import type { ExchangeMapping, MappedColumn } from './mapping.ts';
import { isOfParts, showAmount } from './parse-value.ts';
import { serialOfDay } from './serial-days.ts';
import type { Transform } from './transforms.ts';

/** A way to write rows that the same mapping reads back: each of its transforms the other way. */
export function prepareCells(mapping: ExchangeMapping): (record: ExchangeRecord) => readonly string[] {
  const writers = mapping.columns.map((column) => cellWriter(mapping, column));
  return (record) => writers.map((write) => write(record));
}

function cellWriter(
  { register }: ExchangeMapping,
  { field: name, transforms }: MappedColumn,
): (record: ExchangeRecord) => string {
  const field = exchangeField(register, name);
  const back = [...transforms].reverse();
  const isGuarding = transforms.some((transform) => transform.do === 'unguard');
  if (field === undefined) return () => '';
  const show = isOfParts(field) ? showParts(shown[field.kind] ?? asItIs) : (shown[field.kind] ?? asItIs);
  return (record) => {
    const value = record[name];
    if (value === undefined || value === '') return '';
    const parts = field.several === true ? splitSeveral(value).map(show) : [show(value)];
    const text = back.reduce(transformedBack, parts.join(' | '));
    return isGuarding ? guardCell(text) : text;
  };
}

const asItIs = (value: string): string => value;
/** Parts with a space after the sign between them, the first as people read it. */
const showParts =
  (show: (value: string) => string) =>
  (value: string): string => {
    const [first = '', ...rest] = splitParts(value);
    return joinParts([show(first), ...rest]).replaceAll(';', '; ');
  };

/** As people read it, where that keeps a spreadsheet from taking it for a number or a day. */
const shown: { readonly [Kind in ValueKind]?: (value: string) => string } = {
  'organisation-number': showOrganisationNumber,
  bankgiro: showBankgiro,
  amount: showAmount,
};

function transformedBack(text: string, transform: Transform): string {
  switch (transform.do) {
    case 'decimal-point':
      return text.replace(',', '.');
    case 'day-number':
      return String(serialOfDay(text) ?? text);
    case 'day-order': {
      const [year = '', month = '', day = ''] = text.split('-');
      return (transform.order === 'dmy' ? [day, month, year] : [month, day, year]).join('/');
    }
    case 'split':
      return text.split(' | ').join(transform.by);
    case 'translate':
      return Object.entries(transform.words).find(([, ours]) => ours === text)?.[0] ?? text;
    default:
      return text;
  }
}
