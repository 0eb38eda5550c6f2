import type { CommandId, PersonId } from '../../../shared/base/ids.ts';
import type {
  ChangesPage,
  ChangesQuery,
  PushAnswer,
  PushInput,
  SnapshotLine,
  WireErrorCode,
} from '../../../shared/contract/wire.ts';
import type { Scopes } from '../../../shared/domain/access/index.ts';
import type { EntityName, RowOf } from '../../../shared/run/entities/index.ts';
import type { Decided, Digests, Rejection, Savepoints, WritableStore } from '../../../shared/run/store.ts';

/** What the sync of a workstation stands on. The simulation gives it a world of its own; the engine gives it SQLite, HTTP and time. */

/** A command that the clerk was told is saved. It stays until it has its outcome, and 35 days after. */
export type OutboxCommand = {
  /** Its place among this workstation's commands, 1 first: the order in which they are replayed. */
  readonly n: number;
  readonly id: CommandId;
  readonly name: string;
  readonly version: number;
  readonly input: unknown;
  readonly actor: PersonId;
  readonly leaseToken: number | null;
  readonly issuedAtMs: number;
  /** The rows that it changes, but for the history, and those that they build on. */
  readonly touches: readonly RowName[];
  /** The blobs that the server must hold whole before it may be sent. */
  readonly cites: readonly string[];
  /** Its number among what this device sends, given when it can first be sent; null while it waits for its blobs. */
  readonly dseq: number | null;
  /** Null until the server has answered. */
  readonly decided: Decided | null;
  /** What the clerk's rows looked like when the server said no, or when the command came into doubt; null before. */
  readonly keptWork: readonly KeptRow[] | null;
  /** A refused command stays in sight until a person has dealt with it. */
  readonly dealtWith: boolean;
};
export type RowName = { readonly entity: EntityName; readonly id: string };
/** A row as the clerk left it, and as it was before this workstation's unanswered commands; null where it was not there. */
export type KeptRow = RowName & {
  readonly mine: RowOf<EntityName> | null;
  readonly base: RowOf<EntityName> | null;
};

/** `outbox.db`. What has been kept is on the disk when the promise resolves (synchronous = FULL). */
export type OutboxStorage = {
  /** The commands that still matter: unanswered, or refused and not dealt with, or accepted with a `seqLast` above `seq`; in the order of `n`. */
  load(seq: number): Promise<{
    readonly commands: readonly OutboxCommand[];
    readonly lastN: number;
    readonly lastDseq: number;
    /** Blobs that the server is known to hold whole. */
    readonly held: ReadonlySet<string>;
  }>;
  /** Inserts or replaces by id, all or none. Throws StoreFailure. */
  keep(commands: readonly OutboxCommand[]): Promise<void>;
  keepHeld(sha256: string, held: boolean): Promise<void>;
};

/** How far a replica has come: all entries through `seq` that `view` may see are in it. */
export type Cursor = { readonly epoch: number; readonly seq: number; readonly view: string };

/** A row as the server has it, while the one in its table carries changes that the server has not answered; null: it has none. */
export type Shadow = RowName & { readonly row: RowOf<EntityName> | null };

/** `replica.db`: rows, cursor, digests, shadows. It can be thrown away and made anew from the server and the outbox. */
export type ReplicaStorage = {
  transaction<T>(work: (transaction: ReplicaTransaction) => Promise<T>): Promise<T>;
};
/** Where replicas lie: one is made anew beside the one in use, and takes its place when it is whole. */
export type ReplicaShelf = {
  current(): ReplicaStorage;
  /** An empty one; what was left of an earlier one that was never adopted is thrown away. */
  fresh(): Promise<ReplicaStorage>;
  /** From now on this one is the current one, also after a restart. */
  adopt(fresh: ReplicaStorage): Promise<void>;
};
export type ReplicaTransaction = WritableStore &
  Savepoints &
  Digests & {
    /** Null: nothing has been fetched yet. */
    cursor(): Promise<Cursor | null>;
    moveCursor(cursor: Cursor): Promise<void>;
    /** Writes a row as the server has it, whatever revision is there. */
    place<Name extends EntityName>(entity: Name, row: RowOf<Name>): Promise<void>;
    drop(entity: EntityName, id: string): Promise<void>;
    /** Remembers how the server has a row, unless that is remembered already. */
    keepShadow(shadow: Shadow): Promise<void>;
    /** In the order in which they were kept. */
    shadows(): Promise<readonly Shadow[]>;
    clearShadows(): Promise<void>;
    /** The scopes that rows are here of. */
    scopes(): Promise<readonly string[]>;
    /** Takes away every row of a scope, and its digest. */
    dropScope(scope: string): Promise<void>;
  };

/** The server, as far as a workstation can reach it. Every call may throw a LinkError, and may have been done all the same. */
export type Link = {
  push(input: PushInput): Promise<PushAnswer>;
  changes(query: ChangesQuery): Promise<ChangesPage>;
  /** Every row that the person may see, as of one moment. Ends early when the link breaks. */
  snapshot(): AsyncIterable<SnapshotLine>;
  /** Sends the blob unless the server has it; resolves when it is there whole and verified. */
  sendBlob(sha256: string): Promise<void>;
};

export class LinkError extends Error {
  /** `unreachable`: no answer came, or none that can be understood. */
  readonly code: WireErrorCode | 'unreachable';
  /** The server asks for this much patience. */
  readonly retryAfterMs: number | undefined;
  /** What it said besides: the epoch and the view that are. */
  readonly said: {
    readonly epoch?: number | undefined;
    readonly view?: string | undefined;
    readonly scopes?: Scopes | undefined;
  };
  constructor(code: LinkError['code'], said: LinkError['said'] = {}, retryAfterMs?: number) {
    super(code);
    this.code = code;
    this.said = said;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Time and luck. */
export type Scheduler = {
  nowMs(): number;
  /** Gives back the way to call it off. */
  after(delayMs: number, work: () => void): () => void;
  /** From 0 up to 1. */
  random(): number;
};

/** Why a replayed command would be refused by the rows as they are now: shown as a conflict; the server still decides. */
export type Doubt = { readonly id: CommandId; readonly error: Rejection };
