import type { CommandId, PersonId } from '../base/ids.ts';
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
};
export type LookupKey = readonly (string | number | null)[];

/** One line of the log. */
export type Entry = {
  readonly seq: number;
  /** The first seq of the command that it belongs to: entries with the same one became visible together. */
  readonly tx: number;
  readonly commandId: CommandId;
  readonly scope: string;
  readonly op: 'put' | 'outcome';
  readonly entity: EntityName | 'command';
  readonly rowId: string;
  readonly rev: number;
  /** The row, or the outcome. */
  readonly body: unknown;
};

/** A command as it was sent: by whom, from which device, when by that device's clock. */
export type Envelope = {
  readonly id: CommandId;
  readonly name: string;
  readonly input: unknown;
  readonly actor: PersonId;
  readonly device: string;
  readonly issuedAtMs: number;
};

export type Change = { readonly entity: EntityName; readonly id: string; readonly rev: number };

/** The one final answer to a command. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly changes: readonly Change[] }
  | { readonly kind: 'rejected'; readonly error: Rejection }
  | { readonly kind: 'parked'; readonly message: string };
/** A code, and what the sentence for it needs. */
export type Rejection = { readonly code: string; readonly [detail: string]: unknown };

export type Head = { readonly epoch: number; readonly seq: number };

/** A log and its rows, open for one batch of commands. Only the sequencer writes. */
export type LogTransaction = Store & {
  /** Reads the head and keeps every other writer out until the end. */
  lockHead(): Promise<Head>;
  outcomeOf(id: CommandId): Promise<Outcome | undefined>;
  savepoint(): Promise<void>;
  release(): Promise<void>;
  rollbackToSavepoint(): Promise<void>;
  /** Writes a row whose `rev` is one above the one that is there (1: none is). Throws NotUnique and WrongRevision. */
  put<Name extends EntityName>(entity: Name, row: RowOf<Name>): Promise<void>;
  append(entries: readonly Entry[]): Promise<void>;
  keepCommand(command: KeptCommand): Promise<void>;
  moveHead(head: Head): Promise<void>;
};
export type KeptCommand = Envelope & {
  readonly receivedAtMs: number;
  readonly outcome: Outcome;
  readonly epoch: number;
  readonly seqFirst: number;
  readonly seqLast: number;
};

export type LogStore = {
  /** Everything in `work` is kept, or nothing is. */
  transaction<T>(work: (transaction: LogTransaction) => Promise<T>): Promise<T>;
};

/** A row with the same unique key is there already. */
export class NotUnique extends Error {
  readonly constraint: string;
  constructor(constraint: string) {
    super(`not unique: ${constraint}`);
    this.constraint = constraint;
  }
}

/** The world says no (disk full, file damaged): no answer is given, and the command may be sent again. */
export class StoreFailure extends Error {
  readonly code: 'disk-full' | 'storage-failed';
  constructor(code: 'disk-full' | 'storage-failed', cause: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
