import type { Day } from '../shared/base/day.ts';
import type { Sequencer } from '../shared/run/sequencer.ts';
import type { Attempts } from './attempts.ts';
import type { BlobFolder } from './blob-folder.ts';
import type { Hints } from './hints.ts';
import type { Identify } from './identify.ts';
import type { ServerLogStore } from './log-store.ts';
import type { Measures } from './measures.ts';
import type { BlobRegister, Door, ReadRows } from './ports.ts';
import type { Recent } from './recent.ts';

/** What the routes work with. */
export type ServerParts = {
  readonly store: ServerLogStore;
  readonly readRows: ReadRows;
  readonly door: Door;
  readonly blobRegister: BlobRegister;
  readonly blobFolder: BlobFolder;
  readonly sequencer: Sequencer;
  readonly recent: Recent;
  readonly hints: Hints;
  readonly identify: Identify;
  readonly attempts: Attempts;
  readonly measures: Measures;
  readonly clock: () => number;
  /** In Sweden, by the clock. */
  readonly today: () => Day;
  readonly limits: Limits;
};

export type Limits = {
  /** So many commands may wait for the sequencer; with more, workstations are asked for patience. */
  readonly waitingCommands: number;
  readonly snapshots: number;
  readonly blobBytes: number;
};
export const usualLimits: Limits = { waitingCommands: 2_000, snapshots: 20, blobBytes: 200_000_000 };
