import { z } from 'zod';
import type { PersonId, SupplierId } from '../base/ids.ts';
import type {
  ControlCheck,
  ControlFindingId,
  ControlFindingState,
  ControlSeverity,
  ControlVerdict,
  FindingOutcome,
  PaymentRemark,
  PlausibilityRemark,
  WarningHit,
} from '../domain/supplier-control/index.ts';
import type { HoldReason } from '../domain/suppliers/index.ts';
import { id, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** What the inbox of controls (kontrollpunkter) shows: what waits now, what was put aside for later, what of it waits for a colleague, what is done. */
export const inboxFolders = ['due', 'snoozed', 'shared', 'completed'] as const;
export type InboxFolder = (typeof inboxFolders)[number];

export type ControlFindingRow = {
  readonly id: ControlFindingId;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly organisationNumber: string | null;
  readonly about: ControlCheck;
  readonly severity: ControlSeverity;
  readonly state: ControlFindingState;
  /** The day of the verdict that it stands on, and whose it is. */
  readonly onDay: string;
  readonly source: string;
  readonly note: string;
  readonly openedAtMs: number;
  /** What was said of it, the oldest first. */
  readonly notes: readonly { readonly by: PersonId; readonly byName: string; readonly atMs: number; readonly text: string }[];
  readonly sharedWith: PersonId | null;
  readonly sharedWithName: string | null;
  /** A snooze's last day, and why. */
  readonly untilDay: string | null;
  readonly reason: string | null;
  readonly outcome: FindingOutcome | 'cleared' | null;
};
export type InboxCursor = { readonly key: string; readonly id: ControlFindingId };
export type ControlInbox = { readonly rows: readonly ControlFindingRow[]; readonly next: InboxCursor | null };

export type SupplierControls = {
  /** The latest answer to each check; `isStale`: older than is relied on today. */
  readonly verdicts: readonly (ControlVerdict & { readonly isStale: boolean })[];
  readonly findings: readonly ControlFindingRow[];
  readonly warnings: readonly WarningHit[];
};

/** What is to be known of an invoice before money goes out. */
export type InvoiceControls = {
  /** Why it cannot be paid today: each is told, and what to do about it. */
  readonly holds: readonly HoldReason[];
  /** Why nothing is paid to its supplier; null: that is not blocked. */
  readonly blockedFor: string | null;
  readonly payment: readonly PaymentRemark[];
  readonly plausibility: readonly PlausibilityRemark[];
};

const limit = z.int().min(1).max(500);

export const supplierControlQueries = {
  'supplier-control/inbox': takes(
    z.object({
      folder: z.enum(inboxFolders),
      after: z.object({ key: words(20), id: id<'controlFinding'>() }).nullable(),
      limit,
    }),
  ).gives<ControlInbox>(),
  'supplier-control/of-supplier': takes(z.object({ supplierId: id<'supplier'>(), limit })).gives<SupplierControls>(),
  /** What is to be known before an invoice is approved and paid; null when there is no such invoice. */
  'supplier-control/of-invoice': takes(z.object({ invoiceId: id<'supplierInvoice'>() })).gives<InvoiceControls | null>(),
};
