import type { Day } from '../shared/base/day.ts';
import type { SyncStatus, WorkSubject } from '../shared/contract/engine.ts';
import { showAmount } from '../shared/domain/invoice-fields/index.ts';
import { showMomentInProse } from './formats.ts';
import { nameOf } from './sentences.ts';
import { fill, fillPlural } from './text/fill.ts';
import type { Texts } from './text/texts.ts';

/** How the workstation stands with its server, in words. */
export function syncSentence(status: SyncStatus, today: Day, t: Texts): string {
  if (status.kind === 'alone') return t.sync.alone;
  const { lastReachedMs, waiting, blobsWaiting } = status;
  const reached = lastReachedMs === null ? undefined : showMomentInProse(lastReachedMs, today, t);
  switch (status.state) {
    case 'synced':
      return reached === undefined ? t.sync.synced : fill(t.sync.syncedAt, { time: reached });
    case 'sending':
      if (waiting > 0) return fillPlural(t.sync.sending, waiting);
      return blobsWaiting > 0 ? fillPlural(t.sync.sendingPictures, blobsWaiting) : t.sync.talking;
    case 'no-answer':
      return waiting > 0 ? fillPlural(t.sync.local, waiting) : silenceSentence(status, today, t);
    case 'rebuilding':
      return t.sync.rebuilding;
    case 'signed-out':
      return t.sync.signedOut;
    case 'taken-out':
      return t.sync.takenOut;
    case 'too-old':
      return t.sync.tooOld;
  }
}

/** Since when the server has not answered. */
export function silenceSentence({ lastReachedMs }: { readonly lastReachedMs: number | null }, today: Day, t: Texts): string {
  if (lastReachedMs === null) return t.sync.noAnswer;
  return fill(t.sync.noAnswerSince, { time: showMomentInProse(lastReachedMs, today, t) });
}

/** A clock that is off by more than this is told of. Nothing stops working. */
const mostSkewMs = 120_000;

/** What is amiss besides how things stand: each in words of its own. */
export function syncWarnings(status: SyncStatus, t: Texts): readonly string[] {
  if (status.kind === 'alone') return [];
  const clock = clockSentence(status, t);
  return [
    ...(status.doubtful > 0 ? [fillPlural(t.sync.doubtful, status.doubtful)] : []),
    ...(clock === undefined ? [] : [clock]),
  ];
}

/** That this computer's clock is off, where it is off by more than a little. */
export function clockSentence({ clockAheadMs }: { readonly clockAheadMs: number }, t: Texts): string | undefined {
  if (Math.abs(clockAheadMs) <= mostSkewMs) return undefined;
  const minutes = Math.round(Math.abs(clockAheadMs) / 60_000);
  return fillPlural(clockAheadMs > 0 ? t.sync.clockAhead : t.sync.clockBehind, minutes);
}

/** What a command is about, as a clerk names it. */
export function subjectSentence(about: WorkSubject | null, t: Texts): string {
  if (about === null) return t.outbox.unnamed;
  if (about.entity !== 'supplierInvoice') return about.name;
  const { supplierName, number, totalMinor } = about;
  const name = nameOf(supplierName, number, t);
  return totalMinor === null ? name : `${name} · ${showAmount(totalMinor)}`;
}

/** Why a command was refused, in a sentence. */
export function rejectionSentence(error: { readonly code: string }, t: Texts): string {
  const sentences: { readonly [code: string]: string } = t.rejected;
  return sentences[error.code] ?? t.failed.failed;
}
