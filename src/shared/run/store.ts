import type { CommandId, PersonId } from '../base/ids.ts';
import type { Digest } from './digest.ts';
import type { EntityName, LookupOf, RowOf } from './entities/index.ts';

/** What a command may read: rows by id, and rows by a lookup that their entity declares. Both promise, for PostgreSQL's sake. */
export type Store = {
  get<Name extends EntityName>(entity: Name, id: string): Promise<RowOf<Name> | undefined>;
  /** At most `limit` rows (100 if not said), in the order of their ids. A null in the key finds nothing. */
  find<Name extends EntityName>(
    entity: Name,
    lookup: LookupOf<Name>,
    key: LookupKey,
    limit?: number,
  ): Promise<readonly RowOf<Name>[]>;
  /** As `get` of each, in the order of the ids: one question to the database, however many they are. */
  getMany<Name extends EntityName>(entity: Name, ids: readonly string[]): Promise<readonly (RowOf<Name> | undefined)[]>;
  /** As `find` by each key, in the order of the keys; `limit` is for each. */
  findMany<Name extends EntityName>(
    entity: Name,
    lookup: LookupOf<Name>,
    keys: readonly LookupKey[],
    limit?: number,
  ): Promise<readonly (readonly RowOf<Name>[])[]>;
};
export type LookupKey = readonly (string | number | null)[];

/** The part of a store that asks for many rows, where asking for one at a time costs no more. */
export function oneByOne({ get, find }: Pick<Store, 'get' | 'find'>): Pick<Store, 'getMany' | 'findMany'> {
  return {
    getMany: (entity, ids) => Promise.all(ids.map((id) => get(entity, id))),
    findMany: (entity, lookup, keys, limit) => Promise.all(keys.map((key) => find(entity, lookup, key, limit))),
  };
}

/** What the runner writes to. */
export type WritableStore = Store & {
  /** Writes a row whose `rev` is one above the one that is there (1: none is). Throws NotUnique and WrongRevision. */
  put<Name extends EntityName>(entity: Name, row: RowOf<Name>): Promise<void>;
};

/** A command's writes can be taken back without the rest of the transaction. */
export type Savepoints = {
  savepoint(): Promise<void>;
  release(): Promise<void>;
  rollbackToSavepoint(): Promise<void>;
};

/** The count and sum of a scope's rows: see digest.ts. A scope that nobody has written to has none and is all zero. */
export type Digests = {
  digest(scope: string): Promise<Digest>;
  keepDigest(scope: string, digest: Digest): Promise<void>;
};

/** One line of the log. */
export type Entry = {
  readonly seq: number;
  /** The first seq of the command that it belongs to: entries with the same one became visible together. */
  readonly tx: number;
  readonly commandId: CommandId;
  readonly scope: string;
  /** `put`: the row's new state. `evict`: the row has left this scope; it has no body. `outcome`: a command's final answer. */
  readonly op: 'put' | 'evict' | 'outcome';
  readonly entity: EntityName | 'command';
  readonly rowId: string;
  readonly rev: number;
  /** The row, or the outcome; null for `evict`. */
  readonly body: unknown;
};

/** A command as it was sent: by whom, from which device, when by that device's clock. */
export type Envelope = {
  readonly id: CommandId;
  readonly name: string;
  /** Of the input's form: see `Command.version`. */
  readonly version: number;
  readonly input: unknown;
  readonly actor: PersonId;
  readonly device: string;
  /** Its place among the device's commands, 1 first, without gaps. Null on a single seat, which sends to nobody. */
  readonly dseq: number | null;
  /** The fencing token of the lease under which it was issued, if it was under one. */
  readonly leaseToken: number | null;
  readonly issuedAtMs: number;
  /** The hash of the token of the actor's own open session, where the command came with one: asked for once, and never kept. */
  readonly session?: string | undefined;
};

export type Change = { readonly entity: EntityName; readonly id: string; readonly rev: number };

/** The one final answer to a command. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly changes: readonly Change[] }
  | { readonly kind: 'rejected'; readonly error: Rejection }
  | { readonly kind: 'parked'; readonly message: string };
/** A code, and what the sentence for it needs. */
export type Rejection = { readonly code: string; readonly [detail: string]: unknown };

/** An outcome and the seq of its last entry: a replica that has come that far holds all of its effects. */
export type Decided = { readonly outcome: Outcome; readonly seqLast: number };

export type Head = { readonly epoch: number; readonly seq: number };

/** A log and its rows, open for one batch of commands. Only the sequencer writes. */
export type LogTransaction = WritableStore &
  Savepoints &
  Digests & {
    /** Reads the head and keeps every other writer out until the end. `expected`: the commands to come, so that what they will ask for can be read together. */
    lockHead(expected?: readonly Envelope[]): Promise<Head>;
    decided(id: CommandId): Promise<Decided | undefined>;
    append(entries: readonly Entry[]): Promise<void>;
    keepCommand(command: KeptCommand): Promise<void>;
    moveHead(head: Head): Promise<void>;
  };
export type KeptCommand = Omit<Envelope, 'session'> & {
  readonly receivedAtMs: number;
  readonly outcome: Outcome;
  readonly epoch: number;
  readonly seqFirst: number;
  readonly seqLast: number;
};

export type LogStore<Transaction extends LogTransaction = LogTransaction> = {
  /** Everything in `work` is kept, or nothing is. `work` may be called again from the start when the store asks for it. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
};

/** How many rows `find` gives when nobody says. */
export const findAtMost = 100;

/** The row that is there is not the one that this was made from. */
export class WrongRevision extends Error {
  constructor(entity: EntityName, { id, rev }: { readonly id: string; readonly rev: number }) {
    super(`${entity} ${id} is not at revision ${rev - 1}`);
  }
}

/** A row with the same unique key is there already: the name of the key is that of its index. */
export class NotUnique extends Error {
  readonly constraint: string;
  constructor(constraint: string) {
    super(`not unique: ${constraint}`);
    this.constraint = constraint;
  }
}

/** The world says no (disk full, file damaged, database out of reach): no answer is given, and the command may be sent again. */
export class StoreFailure extends Error {
  readonly code: 'disk-full' | 'storage-failed';
  constructor(code: 'disk-full' | 'storage-failed', cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
