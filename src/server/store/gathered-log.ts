import type { CommandId } from '../../shared/base/ids.ts';
import { type Digest, digestHex } from '../../shared/run/digest.ts';
import type { Decided, Entry, Head, KeptCommand } from '../../shared/run/store.ts';
import { logName, logPlans } from '../../shared/run/table-plan.ts';
import type { Connection } from './connection.ts';
import { arraysOf, type Columns, insertAll, placeAll, type Statement } from './sql.ts';

/** What a transaction will append to the log and keep beside it. Nothing here talks to the database until `write`. */
export type GatheredLog = {
  append(entries: readonly Entry[]): void;
  keepCommand(command: KeptCommand): void;
  decided(id: CommandId): Decided | undefined;
  digest(scope: string): Digest | undefined;
  keepDigest(scope: string, digest: Digest): void;
  lastDseq(device: string): number | undefined;
  moveDevice(device: string, lastDseq: number): void;
  moveHead(head: Head): void;
  /** The statements that write it all, not waited for. */
  write(connection: Connection): Promise<unknown>[];
};

const moveDevices: Statement = {
  name: 'move devices',
  text: `UPDATE device SET last_dseq = moved.dseq, last_seen_ms = floor(extract(epoch FROM clock_timestamp()) * 1000)
    FROM unnest($1::text[], $2::bigint[]) AS moved (id, dseq) WHERE device.id = moved.id`,
};

/** `takeBack` gets what undoes each change, for a savepoint that is rolled back to. */
export function gatherLog(takeBack: (undo: () => void) => void): GatheredLog {
  const entries: Entry[] = [];
  const commands: KeptCommand[] = [];
  const decided = new Map<CommandId, Decided>();
  const digests = new Map<string, Digest>();
  const devices = new Map<string, number>();
  let head: Head | undefined;

  function set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const before = map.get(key);
    map.set(key, value);
    takeBack(() => (before === undefined ? map.delete(key) : map.set(key, before)));
  }

  return {
    append: (more) => {
      const length = entries.length;
      entries.push(...more);
      takeBack(() => void entries.splice(length));
    },
    keepCommand: (command) => {
      const length = commands.length;
      commands.push(command);
      takeBack(() => void commands.splice(length));
      set(decided, command.id, { outcome: command.outcome, seqLast: command.seqLast });
    },
    decided: (id) => decided.get(id),
    digest: (scope) => digests.get(scope),
    keepDigest: (scope, digest) => set(digests, scope, digest),
    lastDseq: (device) => devices.get(device),
    moveDevice: (device, lastDseq) => set(devices, device, lastDseq),
    moveHead: (moved) => {
      const before = head;
      head = moved;
      takeBack(() => {
        head = before;
      });
    },
    write: (connection) => {
      const writeAll = (statement: Statement, plan: (typeof logPlans)[keyof typeof logPlans], rows: readonly Columns[]) =>
        rows.length === 0 ? [] : [connection.write(statement, arraysOf(plan.columns, rows))];
      const moved = [...devices];
      const written = [
        ...writeAll(insertAll(logPlans.entry), logPlans.entry, entries),
        ...writeAll(insertAll(logPlans.command), logPlans.command, commands.map(asColumns)),
        ...writeAll(
          placeAll(logPlans.scopeDigest),
          logPlans.scopeDigest,
          [...digests].map(([scope, digest]) => ({ scope, rows: digest.rows, sum: digestHex(digest) })),
        ),
        ...(moved.length === 0
          ? []
          : [connection.write(moveDevices, [moved.map(([id]) => id), moved.map(([, lastDseq]) => lastDseq)])]),
        ...writeAll(placeAll(logPlans.logHead), logPlans.logHead, head === undefined ? [] : [{ log: logName, ...head }]),
      ];
      entries.length = 0;
      commands.length = 0;
      return written;
    },
  };
}

/** A name that no command has may hold anything, also what PostgreSQL cannot keep in a text. */
const asColumns = (command: KeptCommand): Columns => ({
  ...command,
  name: command.name.replaceAll('\u0000', '\uFFFD'),
  outcomeKind: command.outcome.kind,
});
