import type { Day } from '../../../shared/base/day.ts';
import {
  columnNames,
  type ExchangeMapping,
  holdsWrongRows,
  identitiesOf,
  type JudgedRow,
  judgeRow,
  type MappingFault,
  plainHeadings,
  prepareRows,
  type ReadRow,
  type RowFacts,
} from '../../../shared/domain/register-exchange/index.ts';
import type { Encoding } from './encodings.ts';
import { openTable, type Table } from './open-table.ts';
import type { SourceRow } from './source-row.ts';

/** Looks rows of a file up in a register, many at a time. `earlierRow` is not for it to say. */
export type LookUp = (rows: readonly ReadRow[]) => Promise<readonly Omit<RowFacts, 'earlierRow'>[]>;

/** The mapping does not fit the file: nothing of it was read. */
export class MappingRefused extends Error {
  readonly faults: readonly MappingFault[];
  constructor(faults: readonly MappingFault[]) {
    super(faults.map(({ code }) => code).join(', '));
    this.faults = faults;
  }
}

/** Wrong rows are written with headings, whatever file they are from. */
export const hasHeadings = (mapping: ExchangeMapping, first: readonly string[]): boolean =>
  mapping.hasHeadings || holdsWrongRows(first);

/** Opens a file as a mapping wants it. */
export const openMapped = (path: string, { encoding, delimiter, sheet }: ExchangeMapping): Promise<Table> =>
  openTable(path, { encoding: encoding as Encoding | null, delimiter, sheet });

export type Judging = { readonly lookUp: LookUp; readonly today: Day };
/** What a person wrote instead of a row's cells. The file stays as it is. */
export type Mends = ReadonlyMap<number, readonly string[]>;
export type Judge = {
  readonly columns: readonly string[];
  /** Rows in the order of the file; one that was wrong may come again. */
  judge(rows: readonly SourceRow[]): Promise<readonly JudgedRow[]>;
};

/**
 * Says of rows of a file what they would do to the register. Of rows of the file that are the same row of the register the first that is
 * right counts. Memory grows by the identities alone. Throws MappingRefused.
 */
export function openJudge(mapping: ExchangeMapping, first: readonly string[], { lookUp, today }: Judging): Judge {
  const columns = columnNames(hasHeadings(mapping, first) ? plainHeadings(first) : null, first.length);
  const prepared = prepareRows(mapping, columns, today);
  if (!prepared.ok) throw new MappingRefused(prepared.error);
  const read = prepared.value;
  const seen = new Map<string, number>();
  return {
    columns,
    judge: async (rows) => {
      const readRows = rows.map(read);
      const facts = await lookUp(readRows);
      return readRows.map((row, place) => {
        const identities = identitiesOf(mapping.register, row.record, mapping.system);
        const earlierRow = earliest(identities, seen);
        const judged = judgeRow(mapping.register, row, { ...nothingKnown, ...facts[place], earlierRow });
        if (judged.verdict !== 'wrong') for (const identity of identities) seen.set(identity, row.row);
        return judged;
      });
    },
  };
}

/** Every row of the file with what it would do, in order, mended where a person has. Throws MappingRefused and ExchangeFault. */
export async function* judgeTable(
  table: Table,
  mapping: ExchangeMapping,
  {
    mends,
    judged,
    ...judging
  }: Judging & { readonly mends: Mends; readonly judged: (judge: Judge, row: SourceRow, as: JudgedRow) => void },
): AsyncGenerator<readonly JudgedRow[]> {
  let judge: Judge | undefined;
  for await (const batch of table.rows()) {
    const first = batch[0]?.cells ?? [];
    const rows = judge === undefined && hasHeadings(mapping, first) ? batch.slice(1) : batch;
    judge ??= openJudge(mapping, first, judging);
    const sources = rows.map((row) => ({ ...row, cells: mends.get(row.row) ?? row.cells }));
    const all = await judge.judge(sources);
    for (const [place, one] of all.entries()) {
      const source = sources[place];
      if (source !== undefined) judged(judge, source, one);
    }
    yield all;
  }
}

const nothingKnown = { byOwnId: undefined, byExternalId: undefined, byNumber: undefined, elsewhere: [] };

function earliest(identities: readonly string[], seen: ReadonlyMap<string, number>): number | undefined {
  const rows = identities.flatMap((identity) => seen.get(identity) ?? []);
  return rows.length === 0 ? undefined : Math.min(...rows);
}
