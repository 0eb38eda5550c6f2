import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { asId } from '../../../shared/base/ids.ts';
import type { CallChoices, Named } from '../../../shared/contract/call-notes.ts';
import type { InputOf } from '../../../shared/contract/engine.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { CallBegun } from '../../note-call.ts';

/** A note that is being written: all of it, so that it is there again after a stop. */
export type CallDraft = {
  readonly callId: string;
  readonly replaces: string | null;
  /** Null: the likeliest. */
  readonly unitId: string | null;
  readonly lineId: string;
  readonly caller: string;
  readonly reasonId: string;
  readonly invoice: Named<SupplierInvoiceId>;
  readonly supplier: Named;
  readonly customer: Named;
  readonly text: string;
  readonly beganAtMs: number;
  /** How long the clock has run. */
  readonly ranMs: number;
  /** The length that was typed in its place; null: none. */
  readonly minutes: string | null;
  readonly answerWanted: boolean;
};

/** Which parts a clerk types or chooses. */
export type CallChange = Partial<Omit<CallDraft, 'callId' | 'replaces' | 'beganAtMs'>>;

export function beginDraft({ unitId, invoice, supplier, customer, corrects }: CallBegun, atMs: number): CallDraft {
  if (corrects !== undefined) {
    const { note, row } = corrects;
    return {
      ...{ callId: uuid(), replaces: note.id, unitId: note.unitId, lineId: note.lineId ?? '', caller: note.caller },
      ...{ reasonId: note.reasonId ?? '', invoice: row.invoice, supplier: row.supplier, customer: row.customer, text: note.text },
      ...{ beganAtMs: note.beganAtMs, ranMs: note.endedAtMs - note.beganAtMs, answerWanted: note.answerWanted },
      minutes: String(Math.round((note.endedAtMs - note.beganAtMs) / 60_000)),
    };
  }
  return {
    ...{ callId: uuid(), replaces: null, unitId: unitId ?? null, lineId: '', caller: '', reasonId: '', text: '' },
    ...{ invoice: invoice ?? null, supplier: supplier ?? null, customer: customer ?? null },
    ...{ beganAtMs: atMs, ranMs: 0, minutes: null, answerWanted: false },
  };
}

/** What was kept of a draft; undefined: nothing, or what another version kept. */
export function readDraft(kept: string | null | undefined): CallDraft | undefined {
  if (kept == null) return undefined;
  try {
    const draft = JSON.parse(kept) as CallDraft; // written by `keepDraft`
    return typeof draft.callId === 'string' && typeof draft.text === 'string' ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Whether anything stands in it that would be missed. */
export const saysAnything = ({ text, caller, reasonId, replaces }: CallDraft): boolean =>
  replaces !== null || text.trim() !== '' || caller.trim() !== '' || reasonId !== '';

/** '4', '4,5' or '12:30' as milliseconds; undefined: no length. */
export function readMinutes(typed: string): number | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed.trim());
  if (clock !== null) return (Number(clock[1]) * 60 + Number(clock[2])) * 1_000;
  const minutes = /^\d{1,3}([.,]\d)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : Number.NaN;
  return Number.isNaN(minutes) ? undefined : Math.round(minutes * 60_000);
}

/** '4:05' */
export const showLength = (lengthMs: number): string => {
  const seconds = Math.floor(lengthMs / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** The command's input. A call that was longer than the clock ran began earlier, and none ends after now. */
export function asInput(draft: CallDraft, { unitIds }: CallChoices, atMs: number): InputOf<'call-notes/note'> | undefined {
  const unitId = draft.unitId ?? unitIds[0];
  const lengthMs = draft.minutes === null ? draft.ranMs : readMinutes(draft.minutes);
  if (unitId === undefined || lengthMs === undefined) return undefined;
  const beganAtMs = Math.min(draft.beganAtMs, atMs - lengthMs);
  const idOf = (named: Named) => named?.id ?? null;
  return {
    callId: asId(draft.callId),
    replaces: draft.replaces === null ? null : asId(draft.replaces),
    unitId,
    lineId: draft.lineId === '' ? null : asId(draft.lineId),
    caller: draft.caller,
    reasonId: draft.reasonId === '' ? null : asId(draft.reasonId),
    invoiceId: draft.invoice?.id ?? null,
    supplierId: asId(idOf(draft.supplier) ?? '') || null,
    customerId: asId(idOf(draft.customer) ?? '') || null,
    text: draft.text,
    ...{ beganAtMs, endedAtMs: beganAtMs + lengthMs, answerWanted: draft.answerWanted },
  };
}
