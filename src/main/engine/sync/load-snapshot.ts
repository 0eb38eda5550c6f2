import type { SnapshotHead, SnapshotLine } from '../../../shared/contract/wire.ts';
import { type Digest, digestHex, emptyDigest, withRow } from '../../../shared/run/digest.ts';
import type { EntityName, RowOf } from '../../../shared/run/entities/index.ts';
import { entities } from '../../../shared/run/entities/index.ts';
import { LinkError, type ReplicaStorage } from './ports.ts';

/** Rows written between two breaths: the engine answers its window in between. */
const rowsAtATime = 500;

type Row = Extract<SnapshotLine, { kind: 'row' }>;

/**
 * Fills an empty replica. Its cursor is set last, so that one that was broken off is known by having none. Throws LinkError when the
 * lines break off, or are not what the server counted.
 */
export async function loadSnapshot(
  storage: ReplicaStorage,
  lines: AsyncIterable<SnapshotLine>,
  breathe: () => Promise<void>,
): Promise<SnapshotHead> {
  let head: SnapshotHead | undefined;
  let rows = 0;
  let counted: number | undefined;
  let chunk: Row[] = [];
  const digests = new Map<string, Digest>();

  async function write(): Promise<void> {
    const written = chunk;
    chunk = [];
    await storage.transaction(async (transaction) => {
      for (const { entity, row } of written) await transaction.place(entity, row as RowOf<EntityName>); // the line says whose row it is
    });
    await breathe();
  }

  for await (const line of lines) {
    if (line.kind === 'head') head = line;
    else if (line.kind === 'end') counted = line.rows;
    else {
      const scope = entities[line.entity].scope(line.row as never); // as above
      digests.set(scope, withRow(digests.get(scope) ?? emptyDigest, line.row.id, line.row.rev));
      rows += 1;
      chunk.push(line);
      if (chunk.length === rowsAtATime) await write();
    }
  }
  await write();
  if (head === undefined || counted !== rows) throw new LinkError('unreachable');
  const sound = head.digests.every(({ scope, rows: count, sum }) => {
    const own = digests.get(scope) ?? emptyDigest;
    return own.rows === count && digestHex(own) === sum;
  });
  if (!sound) throw new LinkError('failed');
  const { epoch, seq, view } = head;
  await storage.transaction(async (transaction) => {
    for (const [scope, digest] of digests) await transaction.keepDigest(scope, digest);
    await transaction.moveCursor({ epoch, seq, view });
  });
  return head;
}
