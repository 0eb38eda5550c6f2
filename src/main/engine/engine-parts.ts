import type Database from 'better-sqlite3';
import type { PersonId, SourceFileId, SupplierId, SupplierInvoiceId } from '../../shared/base/ids.ts';
import type { Result } from '../../shared/base/result.ts';
import type { Notice, Written } from '../../shared/contract/engine.ts';
import type { CommandName, InputOf, RejectionOf } from '../../shared/run/commands/index.ts';
import type { Store } from '../../shared/run/store.ts';
import type { Blobs } from './blobs.ts';

/** What the parts of the engine share: the rows as they are read, the one way to change them, the blobs, and the time. */
export type EngineParts = {
  /** Read-only: never sees a half-written command. */
  readonly reader: Database.Database;
  readonly store: Store;
  /** A supplier's invoices that someone has vouched for, the latest first. */
  verified(supplierId: SupplierId, limit: number): readonly SupplierInvoiceId[];
  /** The unit that files which come in here belong to. */
  unit(): string;
  /** Whether a file was received here, so that it is for this computer to read. */
  isOurs(fileId: SourceFileId): boolean;
  /** Whether the blob is here, after an attempt to fetch it. */
  fetchBlob(sha256: string): Promise<boolean>;
  readonly blobs: Blobs;
  readonly workspace: string;
  readonly resources: string;
  readonly clock: () => number;
  /** Runs a command in a person's name. Throws an EngineError when the world says no. */
  execute<Name extends CommandName>(
    actor: PersonId,
    name: Name,
    input: InputOf<Name>,
    commandId?: string,
  ): Promise<Result<Written, RejectionOf<Name>>>;
  /** Tells every page. */
  notify(notice: Notice): void;
};
