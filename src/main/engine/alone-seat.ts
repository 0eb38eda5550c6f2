import { join } from 'node:path';
import { err, ok } from '../../shared/base/result.ts';
import { EngineError } from '../../shared/contract/engine.ts';
import type { EntityName } from '../../shared/run/entities/index.ts';
import { startSequencer } from '../../shared/run/sequencer.ts';
import { versionOf } from './envelopes.ts';
import { pageRows, type Seat, type SeatOptions } from './seat.ts';
import { openWorkspaceFile } from './store/open.ts';
import { type LogReader, readLog } from './store/read-log.ts';
import { sqliteLogStore, sqliteStore } from './store/sqlite-store.ts';

/** The unit that a single seat works for; units come with the server. */
export const theUnit = 'main';
/** The device of a single seat, which no server knows. */
const device = 'workstation';

export type AloneSeat = Seat & {
  /** All that was ever done here. */
  readonly log: LogReader;
  /** Resolves when nothing is being decided. */
  idle(): Promise<void>;
};

/** A single seat: `workspace.db` holds the log and is the authority, so every command is decided finally, here and at once. */
export function openAloneSeat({ workspace, resources, driver, clock, blobs, notify }: SeatOptions): AloneSeat {
  const file = openWorkspaceFile(workspace, join(resources, 'migrations', 'workspace'), driver);
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock });
  const store = sqliteStore(file.reader);
  const rows = pageRows({ reader: file.reader, store });
  return {
    log: readLog(file.reader),
    idle: sequencer.idle,
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
    news: [],
    ready: Promise.resolve(),
    isOurs: () => true,
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
