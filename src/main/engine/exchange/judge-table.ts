import type { Day } from '../../../shared/base/day.ts';
import {
  columnNames,
  type ExchangeMapping,
  identitiesOf,
  type JudgedRow,
  judgeRow,
  type MappingFault,
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

/** Opens a file as a mapping wants it. */
export const openMapped = (path: string, { encoding, delimiter, sheet }: ExchangeMapping): Promise<Table> =>
  openTable(path, { encoding: encoding as Encoding | null, delimiter, sheet });

/**
 * Every row of the file with what it would do to the register, in order. Of rows of the file that are the same row of the register the
 * first that is right counts. Memory grows by the identities alone. Throws MappingRefused and ExchangeFault.
 */
export async function* judgeTable(
  table: Table,
  mapping: ExchangeMapping,
  { lookUp, today }: { readonly lookUp: LookUp; readonly today: Day },
): AsyncGenerator<readonly JudgedRow[]> {
  const seen = new Map<string, number>();
  let read: ((row: SourceRow) => ReadRow) | undefined;
  for await (const batch of table.rows()) {
    let rows = batch;
    if (read === undefined) {
      const first = batch[0]?.cells ?? [];
      const prepared = prepareRows(mapping, columnNames(mapping.hasHeadings ? first : null, first.length), today);
      if (!prepared.ok) throw new MappingRefused(prepared.error);
      read = prepared.value;
      if (mapping.hasHeadings) rows = batch.slice(1);
    }
    const readRows = rows.map(read);
    const facts = await lookUp(readRows);
    yield readRows.map((row, place) => {
      const identities = identitiesOf(mapping.register, row.record, mapping.system);
      const earlierRow = earliest(identities, seen);
      const judged = judgeRow(mapping.register, row, { ...nothingKnown, ...facts[place], earlierRow });
      if (judged.verdict !== 'wrong') for (const identity of identities) seen.set(identity, row.row);
      return judged;
    });
  }
}

const nothingKnown = { byOwnId: undefined, byExternalId: undefined, byNumber: undefined, elsewhere: [] };

function earliest(identities: readonly string[], seen: ReadonlyMap<string, number>): number | undefined {
  const rows = identities.flatMap((identity) => seen.get(identity) ?? []);
  return rows.length === 0 ? undefined : Math.min(...rows);
}
