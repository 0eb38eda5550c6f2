import type { CommandId, SupplierInvoiceId } from '../base/ids.ts';
import type { SupplierInvoice } from '../domain/supplier-invoices/index.ts';
import type { CommandName } from '../run/commands/index.ts';
import type { EntityName } from '../run/entities/index.ts';
import type { HistoryLine } from './history.ts';

/** How this workstation stands with its server. */
export type SyncStatus =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'joined';
      readonly server: string;
      readonly deviceName: string;
      /**
       * `synced`: all that was done here is on the server, and what is on the server is here. `sending`: on its way. `no-answer`: the
       * server cannot be reached; work goes on here. `rebuilding`: everything is being fetched anew. `signed-out`: nobody is signed
       * in, so nothing is fetched. `taken-out`: the server does not know this workstation any more. `too-old`: the server wants a newer program.
       */
      readonly state: 'synced' | 'sending' | 'no-answer' | 'rebuilding' | 'signed-out' | 'taken-out' | 'too-old';
      /** When the server last answered; null: not since the program started. */
      readonly lastReachedMs: number | null;
      /** Commands without an answer, and blobs that they wait for. */
      readonly waiting: number;
      readonly blobsWaiting: number;
      /** Pieces of work that the server refused and nobody has dealt with. */
      readonly refused: number;
      /** Commands that wait, and that the rows as they have become would refuse. */
      readonly doubtful: number;
      /** How much this computer's clock is ahead of the server's. */
      readonly clockAheadMs: number;
    };

export type OutboxView = { readonly waiting: readonly WaitingLine[]; readonly refused: readonly RefusedWork[] };
/** A command without an answer. */
export type WaitingLine = {
  readonly commandId: CommandId;
  readonly name: CommandName;
  readonly actorName: string;
  readonly issuedAtMs: number;
  readonly about: WorkSubject | null;
  /** It is not sent before its pictures are. */
  readonly waitsForBlobs: boolean;
  /** What would refuse it by the rows as they are now; null: nothing. */
  readonly doubt: { readonly code: string } | null;
};
/** What a command is about, as a clerk would name it. */
export type WorkSubject =
  | {
      readonly entity: 'supplierInvoice';
      readonly id: SupplierInvoiceId;
      readonly supplierName: string | null;
      readonly number: string | null;
      readonly totalMinor: number | null;
    }
  | { readonly entity: Exclude<EntityName, 'supplierInvoice'>; readonly id: string; readonly name: string };
/** Refused commands that hang together: the first refusal, and those that built on it or concern the same rows. */
export type RefusedWork = {
  /** Of the first one: names the whole. */
  readonly commandId: CommandId;
  readonly commandIds: readonly CommandId[];
  /** What a person wanted in the end, who and when. */
  readonly name: CommandName;
  readonly actorName: string;
  readonly issuedAtMs: number;
  readonly error: { readonly code: string; readonly [detail: string]: unknown };
  readonly about: WorkSubject | null;
};

/** Refused work field by field: as the clerk left it, as the server has it, and as it was when the clerk began. */
export type Conflict = {
  readonly work: RefusedWork;
  readonly mine: SupplierInvoice | null;
  /** The invoice that stands in its way, or that it was about, as it is now; null where there is none or one may not see it. */
  readonly theirs: SupplierInvoice | null;
  readonly base: SupplierInvoice | null;
  /** What has happened to `theirs`, newest first. */
  readonly theirHistory: readonly HistoryLine[];
};

/** What came of joining. Every command done on the single seat was decided again by the server, or taken over as it was. */
export type JoinReport = {
  /** `founded`: the server was empty and took over this workspace's log. `added`: the work was added to what is there. */
  readonly kind: 'founded' | 'added';
  readonly taken: number;
  readonly refused: number;
};
