import { z } from 'zod';
import { holds, unitScope } from '../../domain/access/index.ts';
import {
  type CallNote,
  decideCallAnswer,
  decideCallNote,
  decideCallReason,
  decideCallReasonEnd,
  mostCallerLetters,
  mostNoteLetters,
  type NoteCall,
} from '../../domain/call-notes/index.ts';
import { type Context, command } from '../command.ts';
import { daySchema, id, words } from '../schemas.ts';
import type { Store } from '../store.ts';
import { seenBy } from './registers.ts';

const callId = id<'callNote'>();
const reasonId = id<'callReason'>();
const moment = z.int().min(0);
const noteInput: z.ZodType<NoteCall> = z.object({
  callId,
  replaces: callId.nullable(),
  unitId: words(60).min(1),
  lineId: id<'calendar'>().nullable(),
  caller: words(mostCallerLetters),
  reasonId: reasonId.nullable(),
  invoiceId: id<'supplierInvoice'>().nullable(),
  supplierId: id<'supplier'>().nullable(),
  customerId: id<'customer'>().nullable(),
  text: words(mostNoteLetters),
  beganAtMs: moment,
  endedAtMs: moment,
  answerWanted: z.boolean(),
});

/** More than there are of reasons. */
const allOfThem = 10_000;
const reasonsOf = (store: Store) => store.find('callReason', 'all', [], allOfThem);

/** A note that whoever asks may see: of another unit's nothing is said. */
const inSight = (note: CallNote | undefined, { scopes }: Pick<Context, 'scopes'>): CallNote | undefined =>
  note !== undefined && holds(scopes, unitScope(note.unitId)) ? note : undefined;

export const callNoteCommands = {
  /** Telephones ring without a network, too. */
  'call-notes/note': command({
    input: noteInput,
    permission: 'call-notes.note',
    class: 'provisional',
    load: async (store, { callId: id, replaces, lineId, reasonId: reason, invoiceId, supplierId, customerId }, ctx) => {
      const invoice = invoiceId === null ? undefined : await store.get('supplierInvoice', invoiceId);
      const customer = customerId === null ? undefined : await store.get('customer', customerId);
      return {
        known: await store.get('callNote', id),
        replaced: replaces === null ? undefined : inSight(await store.get('callNote', replaces), ctx),
        line: lineId === null ? undefined : await store.get('calendar', lineId),
        reason: reason === null ? undefined : await store.get('callReason', reason),
        isThere: {
          invoice: invoice !== undefined && holds(ctx.scopes, unitScope(invoice.unitId)),
          supplier: supplierId !== null && (await store.get('supplier', supplierId)) !== undefined,
          customer: seenBy('customer', ctx)(customer),
        },
      };
    },
    decide: decideCallNote,
  }),
  'call-notes/answer': command({
    input: z.object({ callId, answer: words(mostNoteLetters) }),
    permission: 'call-notes.note',
    class: 'provisional',
    load: async (store, input, ctx) => inSight(await store.get('callNote', input.callId), ctx),
    decide: (note, { answer }, ctx) => decideCallAnswer(note, answer, ctx),
  }),
  'call-reasons/lay-up': command({
    input: z.object({ reasonId, name: words(100), fromDay: daySchema }),
    permission: 'call-reasons.keep',
    class: 'online',
    load: reasonsOf,
    decide: decideCallReason,
  }),
  'call-reasons/end': command({
    input: z.object({ reasonId, throughDay: daySchema.nullable() }),
    permission: 'call-reasons.keep',
    class: 'online',
    load: reasonsOf,
    decide: decideCallReasonEnd,
  }),
};
