import { join } from 'node:path';
import { err, ok } from '../../shared/base/result.ts';
import { EngineError, type Notice } from '../../shared/contract/engine.ts';
import { commands, isCommandName } from '../../shared/run/commands/index.ts';
import type { EntityName } from '../../shared/run/entities/index.ts';
import { startSequencer } from '../../shared/run/sequencer.ts';
import type { Blobs } from './blobs.ts';
import { pageRows, type Seat } from './seat.ts';
import { openWorkspaceFile, type SqliteDriver } from './store/open.ts';
import { sqliteLogStore, sqliteStore } from './store/sqlite-store.ts';

/** The unit that a single seat works for; units come with the server. */
export const theUnit = 'main';
/** The device of a single seat, which no server knows. */
const device = 'workstation';

export type SeatOptions = {
  readonly workspace: string;
  readonly resources: string;
  readonly driver: SqliteDriver;
  readonly clock: () => number;
  readonly blobs: Blobs;
  /** Tells every page. */
  readonly notify: (notice: Notice) => void;
};

/** A single seat: `workspace.db` holds the log and is the authority, so every command is decided finally, here and at once. */
export function openAloneSeat({ workspace, resources, driver, clock, blobs, notify }: SeatOptions): Seat {
  const file = openWorkspaceFile(workspace, join(resources, 'migrations', 'workspace'), driver);
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock });
  const store = sqliteStore(file.reader);
  const rows = pageRows({ reader: file.reader, store });
  return {
    store,
    rows: () => rows,
    execute: async ({ id, name, input, actor }) => {
      const { outcome } = await sequencer.execute({
        id,
        name,
        version: versionOf(name),
        input,
        actor,
        device,
        dseq: null,
        leaseToken: null,
        issuedAtMs: clock(),
      });
      if (outcome.kind === 'rejected') return err(outcome.error);
      if (outcome.kind === 'accepted') {
        notify({ kind: 'changed', entities: [...new Set(outcome.changes.map(({ entity }): EntityName => entity))] });
        return ok({ commandId: id });
      }
      console.error(`parked: ${name} ${id}: ${outcome.message}`);
      throw new EngineError('parked');
    },
    people: { kind: 'choose' },
    unit: () => theUnit,
    sync: {
      status: () => ({ kind: 'alone' }),
      outbox: async () => ({ waiting: [], refused: [] }),
      conflict: async () => null,
      retry: () => {},
      dealWith: async () => {},
      fetchBlob: (sha256) => blobs.has(sha256),
    },
    stop: async () => {
      await sequencer.idle();
      file.close();
    },
  };
}

/** The form of today of a command's input. */
export const versionOf = (name: string): number => {
  const command: { readonly version?: number } | undefined = isCommandName(name) ? commands[name] : undefined;
  return command?.version ?? 1;
};
