import { awaitsAnswer, type CallNote, type CallReason } from '../../domain/call-notes/index.ts';
import { day, defineEntity, flag, moment, reference, text } from '../define-entity.ts';

export const callNote = defineEntity<CallNote>()('callNote', {
  table: 'call_notes',
  columns: {
    unitId: reference,
    lineId: reference.orNone,
    reasonId: reference.orNone,
    invoiceId: reference.orNone,
    supplierId: reference.orNone,
    customerId: reference.orNone,
    beganAtMs: moment,
    endedAtMs: moment,
    notedBy: reference,
    answerWanted: flag,
    answeredBy: reference.orNone,
    answeredAtMs: moment.orNone,
    replaces: reference.orNone,
    replacedBy: reference.orNone,
    caller: text,
    answer: text.orNone,
    text,
  },
  derived: {
    /** From when its clock goes; null: nobody waits for an answer. */
    awaitsSinceMs: { kind: 'integer', of: (note) => (awaitsAnswer(note) ? note.beganAtMs : null) },
  },
  unique: {},
  lookups: {},
  indexes: {
    byBegan: ['beganAtMs'],
    byAwaits: ['awaitsSinceMs'],
    byNoter: ['notedBy', 'beganAtMs'],
    byInvoice: ['invoiceId', 'beganAtMs'],
    bySupplier: ['supplierId', 'beganAtMs'],
    byCustomer: ['customerId', 'beganAtMs'],
  },
  scope: ({ unitId }) => `unit:${unitId}`,
  cites: () => [],
});

export const callReason = defineEntity<CallReason>()('callReason', {
  table: 'call_reasons',
  columns: { name: text, fromDay: day, throughDay: day.orNone },
  derived: {},
  unique: {},
  lookups: { all: [] },
  indexes: {},
  scope: () => 'reg:call-reasons',
  cites: () => [],
});
