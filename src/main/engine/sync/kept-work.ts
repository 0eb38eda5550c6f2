import type { CommandId } from '../../../shared/base/ids.ts';
import type { EntityName, RowOf } from '../../../shared/run/entities/index.ts';
import type { KeptRow, OutboxCommand, ReplicaTransaction } from './ports.ts';

type KnownRow = { readonly entity: EntityName; readonly row: RowOf<EntityName> };

/** The rows that carry unanswered changes, as the clerk left them and as the server has them. */
export async function rowsAsLeft(transaction: ReplicaTransaction): Promise<readonly KeptRow[]> {
  const rows: KeptRow[] = [];
  for (const { entity, id, row } of await transaction.shadows())
    rows.push({ entity, id, mine: (await transaction.get(entity, id)) ?? null, base: row });
  return rows;
}

/** Those of them that a command changed. */
export const keptRows = ({ touches }: OutboxCommand, rows: readonly KeptRow[]): readonly KeptRow[] =>
  touches.flatMap(({ entity, id }) => rows.find((row) => row.entity === entity && row.id === id) ?? []);

/** The work of a command that has come into doubt; nothing when it has been kept already, or is not here to be kept. */
export function workOf(
  command: OutboxCommand | undefined,
  rows: readonly KeptRow[],
): { readonly id: CommandId; readonly keptWork: readonly KeptRow[] } | undefined {
  if (command === undefined || command.keptWork !== null) return undefined;
  const keptWork = keptRows(command, rows);
  return keptWork.length === 0 ? undefined : { id: command.id, keptWork };
}

/** What a command has written, beside what stood there. The history is not work. */
export const workIn = (written: readonly KnownRow[], before: readonly KnownRow[]): readonly KeptRow[] =>
  written.flatMap(({ entity, row }) => {
    if (entity === 'event') return [];
    const base = before.find((known) => known.entity === entity && known.row.id === row.id)?.row ?? null;
    return [{ entity, id: row.id, mine: row, base }];
  });
