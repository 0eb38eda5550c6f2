import type { Id, PersonId, SupplierId, SupplierInvoiceId } from '../../base/ids.ts';
import type { CalendarId } from '../calendar/index.ts';
import type { CustomerId } from '../customers/index.ts';
import type { CallReasonId } from './call-reason.ts';

export type CallNoteId = Id<'callNote'>;

/** What was said in a call, and what it was about; as its author says it. */
export type CallFacts = {
  /** The unit whose call it was: who works for that unit may read it. */
  readonly unitId: string;
  /** The phone line that it came in on; null: not said. */
  readonly lineId: CalendarId | null;
  /** Who rang, in the words that the caller gave; '': nobody has to say who they are. */
  readonly caller: string;
  readonly reasonId: CallReasonId | null;
  readonly invoiceId: SupplierInvoiceId | null;
  readonly supplierId: SupplierId | null;
  readonly customerId: CustomerId | null;
  readonly text: string;
  readonly beganAtMs: number;
  readonly endedAtMs: number;
  /** Somebody is to get back to the caller: a piece of work with a clock (återkoppling). */
  readonly answerWanted: boolean;
};

/** How the caller was got back to. */
export type CallAnswer = { readonly answer: string; readonly answeredBy: PersonId; readonly answeredAtMs: number };

/** A note of a telephone call (samtalsnotering). It is never rewritten: what was wrong in it stands right in a new one that takes its place. */
export type CallNote = { readonly id: CallNoteId; readonly rev: number; readonly notedBy: PersonId } & Omit<
  CallFacts,
  'lineId' | 'reasonId' | 'invoiceId' | 'supplierId' | 'customerId'
> &
  Partial<CallAnswer> & {
    readonly lineId?: CalendarId;
    readonly reasonId?: CallReasonId;
    readonly invoiceId?: SupplierInvoiceId;
    readonly supplierId?: SupplierId;
    readonly customerId?: CustomerId;
    /** The note whose place it takes. */
    readonly replaces?: CallNoteId;
    /** The note that took its place. */
    readonly replacedBy?: CallNoteId;
  };

/** Whether somebody still has to get back to the caller. */
export const awaitsAnswer = ({ answerWanted, answeredAtMs, replacedBy }: CallNote): boolean =>
  answerWanted && answeredAtMs === undefined && replacedBy === undefined;

/** Most characters of a note, and of who rang. */
export const mostNoteLetters = 10_000;
export const mostCallerLetters = 200;
