import { stat } from 'node:fs/promises';
import { asId } from '../../../shared/base/ids.ts';
import {
  type ReadWarningList,
  type WarningFileFault,
  type WarningLineFault,
  warningFileBytes,
  warningFileFaults,
} from '../../../shared/contract/control-service.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { parseBankgiro, parseOrganisationNumber, parsePlusgiro } from '../../../shared/domain/identifiers/index.ts';
import type { WarningLine } from '../../../shared/domain/supplier-control/index.ts';
import { ExchangeFault } from '../exchange/exchange-fault.ts';
import { openTable, type Table } from '../exchange/open-table.ts';
import type { SourceRow } from '../exchange/source-row.ts';

/** As many lines as one command takes in: a list with more is not a warning list. */
const mostLines = 5_000;
/** A command goes to a server in one piece, with room for the rest of it. */
const mostChars = 800_000;
const faultsShown = 100;

/** What a heading may be called, without case, spaces and signs. */
const headings = {
  name: ['namn', 'företag', 'foretag', 'företagsnamn', 'foretagsnamn', 'name', 'company'],
  organisationNumber: ['organisationsnummer', 'orgnr', 'orgnummer', 'organisationnumber'],
  bankgiro: ['bankgiro', 'bg', 'bankgironummer'],
  plusgiro: ['plusgiro', 'pg', 'plusgironummer', 'postgiro'],
} as const;
type Column = keyof typeof headings;
type Columns = { readonly [Name in Column]: number };

/**
 * Reads a warning list in the program's own form (docs/control-exchange.md): a heading, and a line for each company, as text in any of
 * the encodings that registers come in, or as a workbook. A line that is wrong is left out and counted; the others stand.
 */
export async function readWarningList(path: string): Promise<ReadWarningList> {
  let table: Table | undefined;
  try {
    if ((await stat(path)).size > warningFileBytes) return { ok: false, fault: 'too-large' };
    table = await openTable(path);
    return await readLines(table);
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  } finally {
    table?.close();
  }
}

function faultOf(error: unknown): WarningFileFault {
  if (error instanceof ExchangeFault) return warningFileFaults.find((fault) => fault === error.code) ?? 'unknown-kind';
  if ((error as { readonly code?: string }).code === 'ENOENT') return 'file-missing';
  throw error;
}

async function readLines(table: Table): Promise<ReadWarningList> {
  const lines: WarningLine[] = [];
  const faults: { row: number; fault: WarningLineFault }[] = [];
  let [columns, faulty, chars]: [Columns | undefined, number, number] = [undefined, 0, 0];
  for await (const batch of table.rows())
    for (const row of batch) {
      if (columns === undefined) {
        columns = columnsOf(row.cells);
        if (columns.name === -1) return { ok: false, fault: 'no-name-column' };
        continue;
      }
      if (row.cells.every((cell) => cell.trim() === '')) continue;
      const line = asLine(row, columns);
      if ('fault' in line) {
        faulty += 1;
        if (faults.length < faultsShown) faults.push({ row: row.row, fault: line.fault });
        continue;
      }
      chars += JSON.stringify(line).length;
      if (lines.length >= mostLines || chars > mostChars) return { ok: false, fault: 'too-many-lines' };
      lines.push(line);
    }
  if (columns === undefined) return { ok: false, fault: 'file-empty' };
  if (lines.length === 0) return { ok: false, fault: 'no-lines' };
  return { ok: true, encoding: table.encoding, lines, faults, faulty };
}

function columnsOf(cells: readonly string[]): Columns {
  const plain = cells.map((cell) =>
    cell
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
  const find = (column: Column): number => plain.findIndex((cell) => (headings[column] as readonly string[]).includes(cell));
  return {
    name: find('name'),
    organisationNumber: find('organisationNumber'),
    bankgiro: find('bankgiro'),
    plusgiro: find('plusgiro'),
  };
}

const numbers = {
  organisationNumber: { parse: parseOrganisationNumber, fault: 'wrong-organisation-number' },
  bankgiro: { parse: parseBankgiro, fault: 'wrong-bankgiro' },
  plusgiro: { parse: parsePlusgiro, fault: 'wrong-plusgiro' },
} as const;

const mostNameChars = 200;

/** Unreadable is also what PostgreSQL could not keep. */
function asLine({ cells, fault }: SourceRow, columns: Columns): WarningLine | { readonly fault: WarningLineFault } {
  if (fault !== undefined && fault !== 'too-few-cells') return { fault: 'unreadable' };
  const cell = (column: Column): string => (cells[columns[column]] ?? '').trim();
  const name = cell('name');
  if (name === '') return { fault: 'name-missing' };
  if (name.length > mostNameChars) return { fault: 'name-too-long' };
  if (!name.isWellFormed() || name.includes('\u0000') || name.includes('\ufffd')) return { fault: 'unreadable' };
  const found: { -readonly [Name in keyof typeof numbers]: string | null } = {
    organisationNumber: null,
    bankgiro: null,
    plusgiro: null,
  };
  for (const column of ['organisationNumber', 'bankgiro', 'plusgiro'] as const) {
    if (cell(column) === '') continue;
    const parsed = numbers[column].parse(cell(column));
    if (!parsed.ok) return { fault: numbers[column].fault };
    found[column] = parsed.value;
  }
  return { id: asId<'warningListEntry'>(uuid()), name, ...found };
}
