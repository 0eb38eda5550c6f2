import type Database from 'better-sqlite3';
import type { CommandId, PersonId, SourceFileId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { Conflict, Notice, OutboxView, SyncStatus, Written } from '../../shared/contract/engine.ts';
import type { Rejection, Store } from '../../shared/run/store.ts';
import type { Blobs } from './blobs.ts';
import { prepareQueries } from './queries/prepare-queries.ts';
import type { SqliteDriver } from './store/open.ts';

/**
 * Where a clerk sits: alone, with the log in a file of this computer, or at a workstation that works with a server. The rest of
 * the engine knows no difference but through this.
 */
export type Seat = {
  /** Every row that is here, for the engine's own work. */
  readonly store: Store;
  /** What a page is shown. Another object when the rows have moved to another file. */
  rows(): PageRows;
  /** Decides a command, or finds the answer that the same id has had. Throws EngineError or StoreFailure when the world says no. */
  execute(command: AskedCommand): Promise<Result<Written, Rejection>>;
  readonly people: SignIn;
  /** What each page is told when it comes. */
  readonly news: readonly Notice[];
  /** Resolves when there are rows to work on. */
  readonly ready: Promise<void>;
  /** Whether a file was received here, so that it is for this computer to read. */
  isOurs(fileId: SourceFileId): boolean;
  /** The unit that files which come in here belong to. */
  unit(): string;
  readonly sync: SyncDoor;
  stop(): Promise<void>;
};

export type SeatOptions = {
  readonly workspace: string;
  readonly resources: string;
  readonly driver: SqliteDriver;
  readonly clock: () => number;
  readonly blobs: Blobs;
  /** Tells every page. */
  readonly notify: (notice: Notice) => void;
};

export type AskedCommand = {
  readonly id: CommandId;
  readonly name: string;
  readonly input: unknown;
  readonly actor: PersonId;
};

export type PageRows = {
  readonly reader: Database.Database;
  readonly store: Store;
  readonly queries: ReturnType<typeof prepareQueries>;
};
export const pageRows = (rows: Omit<PageRows, 'queries'>): PageRows => ({ ...rows, queries: prepareQueries(rows) });

/** How one says who one is: by choosing, or by login and password, and then one person sits at this workstation at a time. */
export type SignIn =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'password';
      /** Throws EngineError `wrong-password` or `offline`. */
      signIn(login: string, password: string): Promise<PersonId>;
      /** Whoever sat here leaves: nothing is shown until someone signs in. */
      leave(): void;
      present(): PersonId | undefined;
    };

/** What screens ask and tell of sync. */
export type SyncDoor = {
  status(): SyncStatus;
  outbox(limit: number): Promise<OutboxView>;
  conflict(id: CommandId): Promise<Conflict | null>;
  retry(): void;
  dealWith(ids: readonly CommandId[]): Promise<void>;
  /** Whether the blob is here, after an attempt to fetch it. */
  fetchBlob(sha256: string): Promise<boolean>;
};
