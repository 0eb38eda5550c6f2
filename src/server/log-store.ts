import type { PersonId } from '../shared/base/ids.ts';
import type { DigestLine } from '../shared/contract/wire.ts';
import type { Grant, Scopes } from '../shared/domain/access/index.ts';
import type { Entry, Head, LogStore, LogTransaction } from '../shared/run/store.ts';

/** What the server's sequencer stands on: the log and its rows, the devices, and which blobs are here whole. */
export type ServerTransaction = LogTransaction & {
  /** Locked with the head. Undefined: never enrolled. */
  device(id: string): Promise<{ readonly lastDseq: number; readonly revoked: boolean } | undefined>;
  moveDevice(id: string, lastDseq: number): Promise<void>;
  /** Whether the person has signed in on that device, or is the program. */
  mayActOn(device: string, actor: PersonId): Promise<boolean>;
  /** Whether this is the hash of the person's own open session on that device: one that decides. */
  sitsAt(device: string, person: PersonId, session: string | null, nowMs: number): Promise<boolean>;
  /** Those of these blobs that are not here whole and verified. */
  missingBlobs(sha256s: readonly string[]): Promise<readonly string[]>;
};
export type ServerLogStore = LogStore<ServerTransaction> & {
  /** Reads at one moment: nothing is committed in between. */
  read<T>(work: (moment: Moment) => Promise<T>): Promise<T>;
};

/** The log as it stood at one moment. */
export type Moment = {
  head(): Promise<Head>;
  /** The person's grants. */
  grants(person: PersonId): Promise<readonly Grant[]>;
  /** At most `limit` entries after `seq` that these scopes hold, and those for the device, in order. */
  entriesAfter(seq: number, who: { readonly scopes: Scopes; readonly device: string }, limit: number): Promise<readonly Entry[]>;
  /** The digests of the scopes that these hold. */
  digests(scopes: Scopes): Promise<readonly DigestLine[]>;
};
