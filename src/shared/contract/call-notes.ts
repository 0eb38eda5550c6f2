import { z } from 'zod';
import type { SupplierInvoiceId } from '../base/ids.ts';
import type { CalendarId } from '../domain/calendar/index.ts';
import type { CallNote, CallNoteId, CallReason } from '../domain/call-notes/index.ts';
import type { AnswerClock } from '../domain/work-queue/index.ts';
import { daySchema, id, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** Something that a note names, by the name that it has now; null: not named, or not for whoever asks to see. */
export type Named<Id extends string = string> = { readonly id: Id; readonly name: string } | null;

/** A note in a list. Persons' numbers are covered in all of it, and the text is cut. */
export type CallNoteRow = {
  readonly id: CallNoteId;
  readonly unitId: string;
  readonly beganAtMs: number;
  readonly endedAtMs: number;
  readonly notedBy: { readonly id: string; readonly name: string };
  /** '': the caller did not say. */
  readonly caller: string;
  readonly line: Named<CalendarId>;
  readonly reason: Named;
  readonly invoice: Named<SupplierInvoiceId>;
  readonly supplier: Named;
  readonly customer: Named;
  readonly text: string;
  /** When the caller is to have been got back to; null: nobody waits for it. */
  readonly awaits: AnswerClock | null;
  /** How the caller was got back to; null: not so far. */
  readonly answered: { readonly text: string; readonly by: string; readonly atMs: number } | null;
  /** It stands in the place of an older one. */
  readonly isCorrection: boolean;
};

/** A note whole, as it was written; and the older ones whose place it took, the newest first. */
export type CallNoteCard = { readonly row: CallNoteRow; readonly note: CallNote; readonly before: readonly CallNote[] };

export type CallChoices = {
  readonly lines: readonly { readonly id: CalendarId; readonly name: string }[];
  /** Also those that have ended, in the order of their names. */
  readonly reasons: readonly CallReason[];
  /** The units that one may note for, the likeliest first. */
  readonly unitIds: readonly string[];
};

export const callShows = ['all', 'mine', 'awaiting'] as const;
export type CallShow = (typeof callShows)[number];
const limit = z.int().min(1).max(500);
const afterSchema = z.object({ beganAtMs: z.int(), id: id<'callNote'>() }).nullable();
export type CallPage = { readonly rows: readonly CallNoteRow[]; readonly next: z.output<typeof afterSchema> };

const listInput = z.object({
  show: z.enum(callShows),
  lineId: id<'calendar'>().nullable(),
  reasonId: id<'callReason'>().nullable(),
  fromDay: daySchema.nullable(),
  throughDay: daySchema.nullable(),
  /** Words of the note or of who rang; '': any. */
  text: words(200),
  after: afterSchema,
  limit,
});
export type CallsAsked = z.output<typeof listInput>;

export const callNoteQueries = {
  'call-notes/choices': takes(z.object({})).gives<CallChoices>(),
  /** The newest first; those that wait for an answer, the oldest first. Those whose place another took are left out. */
  'call-notes/list': takes(listInput).gives<CallPage>(),
  /** The calls about one thing, the newest first; none for who may not note calls. */
  'call-notes/about': takes(z.object({ kind: z.enum(['invoice', 'supplier', 'customer']), id: words(60), limit })).gives<
    readonly CallNoteRow[]
  >(),
  /** Null: there is none that one may see. */
  'call-notes/card': takes(z.object({ callId: id<'callNote'>() })).gives<CallNoteCard | null>(),
  /** What this person has begun to write and not sent, under a name; null: nothing, or somebody else sits here by now. */
  'drafts/read': takes(z.object({ personId: id<'person'>(), name: words(40) })).gives<string | null>(),
};

export const draftTasks = {
  /**
   * Keeps what this person has begun to write on this workstation, encrypted as the workspace is; null: it is done with. Not where somebody else
   * sits here by now.
   */
  'drafts/keep': takes(z.object({ personId: id<'person'>(), name: words(40), text: words(40_000).nullable() })).gives<{
    readonly kept: boolean;
  }>(),
};
