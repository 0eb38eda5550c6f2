import { dayInSweden } from '../../base/day.ts';
import type { PersonId } from '../../base/ids.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { storable } from '../../base/text.ts';
import type { CalendarKind } from '../calendar/index.ts';
import type { CallAnswer, CallFacts, CallNote, CallNoteId } from './call-note.ts';
import { type CallReason, reasonsInForce } from './call-reason.ts';
import type { CallNoteEvent } from './events.ts';

/** `replaces`: one's own note that was wrong, and whose place this one takes. */
export type NoteCall = CallFacts & { readonly callId: CallNoteId; readonly replaces: CallNoteId | null };

/** What is there of all that a note names, as whoever notes it may see it. */
export type AroundCall = {
  readonly known: CallNote | undefined;
  readonly replaced: CallNote | undefined;
  readonly line: { readonly kind: CalendarKind } | undefined;
  readonly reason: CallReason | undefined;
  readonly isThere: { readonly invoice: boolean; readonly supplier: boolean; readonly customer: boolean };
};

export type CallRejection = {
  readonly code:
    | 'already-registered'
    | 'not-found'
    | 'not-your-note'
    | 'already-replaced'
    | 'call-ends-before-it-begins'
    | 'call-in-the-future'
    | 'call-too-long'
    | 'call-says-nothing'
    | 'reason-not-in-force'
    | 'not-a-phone-line';
};

/** A desk's clock may be ahead of the server's by so much. */
const aheadMs = 15 * 60_000;
const longestMs = 12 * 3_600_000;

/**
 * Notes a call (samtalsnotering). Nobody has to say who they are: the caller is what was typed, and may be nothing.
 *
 * A note says something: a reason or a text. A wrong one of one's own is put right by another that takes its place; both stay.
 * Source: offentlighets- och sekretesslagen allows no more questions to a caller than are needed; the purpose is to count and to follow up.
 */
export function decideCallNote(
  { known, replaced, line, reason, isThere }: AroundCall,
  { callId, replaces, ...said }: NoteCall,
  { actor, atMs }: { readonly actor: PersonId; readonly atMs: number },
): Result<readonly CallNoteEvent[], CallRejection> {
  const facts: CallFacts = { ...said, caller: tidyLine(said.caller), text: tidyText(said.text) };
  if (known !== undefined) return err({ code: 'already-registered' });
  if (replaces !== null && replaced === undefined) return err({ code: 'not-found' });
  if (replaced !== undefined && replaced.notedBy !== actor) return err({ code: 'not-your-note' });
  if (replaced?.replacedBy !== undefined) return err({ code: 'already-replaced' });
  if (facts.endedAtMs < facts.beganAtMs) return err({ code: 'call-ends-before-it-begins' });
  if (facts.endedAtMs > atMs + aheadMs) return err({ code: 'call-in-the-future' });
  if (facts.endedAtMs - facts.beganAtMs > longestMs) return err({ code: 'call-too-long' });
  if (facts.text === '' && facts.reasonId === null) return err({ code: 'call-says-nothing' });
  if (facts.lineId !== null && line?.kind !== 'phone') return err({ code: 'not-a-phone-line' });
  if (facts.reasonId !== null && facts.reasonId !== replaced?.reasonId) {
    const holds = reason !== undefined && reasonsInForce([reason], dayInSweden(facts.beganAtMs)).length > 0;
    if (!holds) return err({ code: 'reason-not-in-force' });
  }
  const isMissing =
    (facts.invoiceId !== null && !isThere.invoice) ||
    (facts.supplierId !== null && !isThere.supplier) ||
    (facts.customerId !== null && !isThere.customer);
  if (isMissing) return err({ code: 'not-found' });
  return ok([
    { on: 'callNote', id: callId, type: 'call-noted', ...facts, notedBy: actor, replaces, answered: answerOf(replaced) },
    ...(replaced === undefined
      ? []
      : [{ on: 'callNote', id: replaced.id, type: 'call-note-replaced', replacedBy: callId } as const]),
  ]);
}

/** Says how the caller was got back to. Whoever may see the note may do it. */
export function decideCallAnswer(
  note: CallNote | undefined,
  answer: string,
  { actor, atMs }: { readonly actor: PersonId; readonly atMs: number },
): Result<
  readonly CallNoteEvent[],
  { readonly code: 'not-found' | 'already-replaced' | 'no-answer-wanted' | 'already-answered' }
> {
  if (note === undefined) return err({ code: 'not-found' });
  if (note.replacedBy !== undefined) return err({ code: 'already-replaced' });
  if (!note.answerWanted) return err({ code: 'no-answer-wanted' });
  if (note.answeredAtMs !== undefined) return err({ code: 'already-answered' });
  const said = { answer: tidyText(answer), answeredBy: actor, answeredAtMs: atMs };
  return ok([{ on: 'callNote', id: note.id, type: 'call-answered', ...said }]);
}

function answerOf(note: CallNote | undefined): CallAnswer | null {
  if (note?.answeredBy === undefined || note.answeredAtMs === undefined) return null;
  return { answer: note.answer ?? '', answeredBy: note.answeredBy, answeredAtMs: note.answeredAtMs };
}

/** As it is kept: lines end in one way, and of characters that nobody sees only tabs and line ends are left. */
export const tidyText = (text: string): string =>
  storable(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .normalize('NFC')
    .trim();

const tidyLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ');
