import type { Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { isGuarded } from './cell-guard.ts';
import type { ExchangeField, ExchangeRecord, ExchangeRegister } from './exchange-field.ts';
import { exchangeField, wholeFields } from './exchange-fields.ts';
import type { RowFinding, RowFindingCode } from './findings.ts';
import { gatherRecord } from './gather-record.ts';
import type { ExchangeMapping } from './mapping.ts';
import { parseValue } from './parse-value.ts';
import { type Transform, transformCell } from './transforms.ts';
import { asGuarded, isNotMended } from './wrong-rows-form.ts';

/** A row of a file before anyone asks what it means; the same as the reader of files gives. */
export type ReadableRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly fault?: RowFindingCode;
  readonly formulas?: readonly number[];
  readonly endsFile?: boolean;
};

/** What a row of a file says, in normal forms. Fields with wrong cells are missing from the record, and stand among the findings. */
export type ReadRow = { readonly row: number; readonly record: ExchangeRecord; readonly findings: readonly RowFinding[] };

export type MappingFault =
  | { readonly code: 'no-such-column'; readonly column: string }
  | { readonly code: 'no-such-field'; readonly field: string }
  | { readonly code: 'field-twice'; readonly field: string }
  | { readonly code: 'no-column-for'; readonly field: string }
  | { readonly code: 'ids-without-system' };

/**
 * A way to read rows by a mapping, given the names of the file's columns. Refused when the file's columns are not the mapping's. `today`
 * tells the century of a person's number of ten digits.
 */
export function prepareRows(
  said: ExchangeMapping,
  columns: readonly string[],
  today: Day,
): Result<(row: ReadableRow) => ReadRow, readonly MappingFault[]> {
  const mapping = asGuarded(said, columns);
  const faults: MappingFault[] = [];
  const readers: ColumnReader[] = [];
  for (const { column, field: name, transforms } of mapping.columns) {
    const place = columns.indexOf(column);
    const field = exchangeField(mapping.register, name);
    if (place === -1) faults.push({ code: 'no-such-column', column });
    if (field === undefined) faults.push({ code: 'no-such-field', field: name });
    else if (readers.some((reader) => reader.field.name === name)) faults.push({ code: 'field-twice', field: name });
    else readers.push({ place, column, field, transforms });
  }
  const isRead = (name: string): boolean => readers.some(({ field }) => field.name === name || field.partOf === name);
  for (const { name, required } of wholeFields(mapping.register))
    if (required === true && !isRead(name)) faults.push({ code: 'no-column-for', field: name });
  if (isRead('externalId') && mapping.system === null) faults.push({ code: 'ids-without-system' });
  return faults.length > 0 ? err(faults) : ok((row) => readRow(row, { register: mapping.register, readers, columns, today }));
}

type ColumnReader = {
  readonly place: number;
  readonly column: string;
  readonly field: ExchangeField;
  readonly transforms: readonly Transform[];
};

type Reading = {
  readonly register: ExchangeRegister;
  readonly readers: readonly ColumnReader[];
  /** Those of the file. */
  readonly columns: readonly string[];
  readonly today: Day;
};

function readRow(row: ReadableRow, { register, readers, columns, today }: Reading): ReadRow {
  const findings: RowFinding[] = [];
  const record: Record<string, string> = {};
  const add = (code: RowFindingCode, reader: ColumnReader | null = null, detail: string | null = null): void =>
    void findings.push({ code, row: row.row, column: reader?.column ?? null, field: reader?.field.name ?? null, detail });

  if (row.fault !== undefined) add(row.fault);
  else if (row.cells.length < columns.length) add('too-few-cells');
  else if (row.cells.slice(columns.length).some((cell) => cell.trim() !== '')) add('too-many-cells');
  else if (isNotMended(columns, row.cells)) add('not-mended');
  if (row.endsFile === true) add('file-ends-here');
  if (findings.some(({ code }) => code !== 'file-ends-here')) return { row: row.row, record, findings };

  for (const reader of readers) {
    const cell = row.cells[reader.place] ?? '';
    const text = textOf(cell, reader.transforms);
    if (text === '') continue;
    if (row.formulas?.includes(reader.place) === true) add('computed-cell', reader, shortened(text));
    const value = parseValue(reader.field, text, today);
    if (!value.ok) add(value.error, reader, shortened(text));
    else {
      record[reader.field.name] = value.value;
      if (reader.field.kind === 'text' && /^[=@]/.test(value.value)) add('formula-text', reader, shortened(text));
    }
  }
  const gathered = gatherRecord(register, record);
  for (const field of gathered.missing)
    if (!findings.some((finding) => finding.field === field))
      findings.push({ code: 'missing', row: row.row, column: null, field, detail: null });
  return { row: row.row, record: gathered.record, findings };
}

/** Spaces about a text count only where our guard says that they are meant. */
function textOf(cell: string, transforms: readonly Transform[]): string {
  const isMeant = isGuarded(cell) && transforms.some((transform) => transform.do === 'unguard');
  return isMeant ? transformCell(cell, transforms) : transformCell(cell.trim(), transforms).trim();
}

export const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);
