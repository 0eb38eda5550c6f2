import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  type AroundCall,
  awaitsAnswer,
  type CallNote,
  type CallNoteEvent,
  type CallReason,
  decideCallAnswer,
  decideCallNote,
  decideCallReason,
  decideCallReasonEnd,
  evolveCallNote,
  evolveCallReason,
  type NoteCall,
  reasonsInForce,
  tidyText,
} from '../../../src/shared/domain/call-notes/index.ts';

const [anna, bo] = [asId<'person'>('anna'), asId<'person'>('bo')];
const atMs = Date.parse('2026-11-25T10:00:00Z');
const by = { actor: anna, atMs };
const reason: CallReason = { id: asId('r1'), rev: 1, name: 'Betalningsdag', fromDay: '2026-01-01' as Day };
const around: AroundCall = {
  known: undefined,
  replaced: undefined,
  line: { kind: 'phone' },
  reason,
  isThere: { invoice: true, supplier: true, customer: true },
};
const said: NoteCall = {
  callId: asId('c1'),
  replaces: null,
  unitId: 'main',
  lineId: asId('line'),
  caller: '',
  reasonId: reason.id,
  invoiceId: asId('i1'),
  supplierId: null,
  customerId: null,
  text: 'Undrar när fakturan betalas.',
  beganAtMs: atMs - 240_000,
  endedAtMs: atMs,
  answerWanted: true,
};
function noted(facts: Partial<NoteCall> = {}, facts2: Partial<AroundCall> = {}): readonly CallNote[] {
  const result = decideCallNote({ ...around, ...facts2 }, { ...said, ...facts }, by);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.map((event) => evolveCallNote(event.type === 'call-noted' ? undefined : facts2.replaced, event));
}
const note = noted()[0] as CallNote;

describe('call-notes/note', () => {
  const hour = 3_600_000;
  test.each([
    // what is odd                                   in the note                            around it                            outcome; each row passes all the rows above it
    ['the same id again', {}, { known: note }, 'already-registered'],
    ['in the place of one that is not in sight', { replaces: asId<'callNote'>('gone') }, {}, 'not-found'],
    ["in the place of a colleague's", { replaces: note.id }, { replaced: { ...note, notedBy: bo } }, 'not-your-note'],
    [
      'in the place of one that has been',
      { replaces: note.id },
      { replaced: { ...note, replacedBy: asId<'callNote'>('c0') } },
      'already-replaced',
    ],
    ['ends first', { endedAtMs: said.beganAtMs - 1 }, {}, 'call-ends-before-it-begins'],
    ['tomorrow', { endedAtMs: atMs + 24 * hour }, {}, 'call-in-the-future'],
    ['all day', { beganAtMs: atMs - 13 * hour }, {}, 'call-too-long'],
    ['of nothing', { reasonId: null, text: ' \u200b\r\n\u0000 ' }, {}, 'call-says-nothing'],
    ['an office is no line', {}, { line: { kind: 'office' } }, 'not-a-phone-line'],
    ['a line that is gone', {}, { line: undefined }, 'not-a-phone-line'],
    ['a reason that is not yet', {}, { reason: { ...reason, fromDay: '2026-11-26' as Day } }, 'reason-not-in-force'],
    ['a reason that is no more', {}, { reason: { ...reason, throughDay: '2026-11-24' as Day } }, 'reason-not-in-force'],
    ['an invoice that is not in sight', {}, { isThere: { ...around.isThere, invoice: false } }, 'not-found'],
    [
      'a customer that is not in sight',
      { customerId: asId<'customer'>('k') },
      { isThere: { ...around.isThere, customer: false } },
      'not-found',
    ],
    ['a clock that is somewhat ahead', { endedAtMs: atMs + 60_000 }, {}, 'ok'],
    ['a reason and no text, by nobody known', { text: '' }, {}, 'ok'],
    ['a text and no reason', { reasonId: null, lineId: null }, { reason: undefined, line: undefined }, 'ok'],
  ] as const)('%s', (_, facts, more, outcome) => {
    const result = decideCallNote({ ...around, ...more }, { ...said, ...facts }, by);
    expect(result.ok ? 'ok' : result.error.code).toBe(outcome);
  });

  test('nobody is named who was not typed, and what is not known is not there', () => {
    const bare = noted({ lineId: null, reasonId: null, invoiceId: null, text: 'Ringde fel.' })[0] as CallNote;
    expect(bare).toEqual({
      ...{ id: 'c1', rev: 1, unitId: 'main', caller: '', text: 'Ringde fel.', notedBy: anna, answerWanted: true },
      ...{ beganAtMs: said.beganAtMs, endedAtMs: said.endedAtMs },
    });
  });

  test('a correction takes the place of the note, with its answer and also under a reason that has ended since', () => {
    const answered: CallNote = { ...note, answer: 'Ringde upp', answeredBy: bo, answeredAtMs: atMs };
    const [next, old] = noted(
      { callId: asId('c2'), replaces: note.id, text: 'Rätt så' },
      { replaced: answered, reason: { ...reason, throughDay: '2026-01-02' as Day } },
    );
    expect(old).toEqual({ ...answered, rev: 2, replacedBy: 'c2' });
    expect(next).toMatchObject({ replaces: 'c1', text: 'Rätt så', answer: 'Ringde upp', answeredBy: bo });
    expect([note, next, old].map((one) => awaitsAnswer(one as CallNote))).toEqual([true, false, false]);
  });

  test('what is kept of any text can be kept by every database, and is kept so again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const tidy = tidyText(text);
        expect(tidy).not.toMatch(/[^\P{Cc}\n\t]|\u202e/u);
        expect(tidy.isWellFormed()).toBe(true);
        expect(tidyText(tidy)).toBe(tidy);
      }),
    );
    expect(tidyText('  Rad ett\r\nrad\ttvå\u202e 😀 ')).toBe('Rad ett\nrad\ttvå 😀');
  });
});

test.each([
  ['call-notes/answer', undefined, 'not-found'],
  ['of one that was corrected', { ...note, replacedBy: asId<'callNote'>('c2') }, 'already-replaced'],
  ['that nobody asked for', { ...note, answerWanted: false }, 'no-answer-wanted'],
  ['twice', { ...note, answeredAtMs: 1 }, 'already-answered'],
  ['by a colleague', note, 'ok'],
] as const)('an answer %s: %#', (_, to, outcome) => {
  const result = decideCallAnswer(to, ' Betalas fredag ', { actor: bo, atMs });
  expect(result.ok ? 'ok' : result.error.code).toBe(outcome);
  if (!result.ok) return;
  const after = evolveCallNote(to, result.value[0] as CallNoteEvent);
  expect(after).toEqual({ ...note, rev: 2, answer: 'Betalas fredag', answeredBy: bo, answeredAtMs: atMs });
  expect(awaitsAnswer(after)).toBe(false);
});

describe('reasons: call-reasons/lay-up, call-reasons/end', () => {
  const ended: CallReason = { ...reason, throughDay: '2026-06-30' as Day };
  const other = asId<'callReason'>('r2');
  test.each([
    [[], { reasonId: other, name: '  ', fromDay: '2026-01-01' as Day }, 'name-missing'],
    [[reason], { reasonId: reason.id, name: 'Annat', fromDay: '2026-01-01' as Day }, 'already-registered'],
    [[reason], { reasonId: other, name: 'BETALNINGSDAG ', fromDay: '2027-01-01' as Day }, 'reason-taken'],
    [[ended], { reasonId: other, name: 'Betalningsdag', fromDay: '2026-06-30' as Day }, 'reason-taken'],
    [[ended], { reasonId: other, name: 'Betalningsdag', fromDay: '2026-07-01' as Day }, 'ok'],
  ] as const)('laid up %#', (known, input, outcome) => {
    const result = decideCallReason(known, input);
    expect(result.ok ? 'ok' : result.error.code).toBe(outcome);
  });

  test('an ended one holds through its day, goes on again, and not beside another of its name', () => {
    const result = decideCallReasonEnd([reason], { reasonId: reason.id, throughDay: '2026-06-30' as Day });
    if (!result.ok || result.value[0] === undefined) throw new Error('it ends');
    const after = evolveCallReason(reason, result.value[0]);
    expect(after).toEqual({ ...ended, rev: 2 });
    expect([reasonsInForce([after], '2026-06-30' as Day).length, reasonsInForce([after], '2026-07-01' as Day).length]).toEqual([
      1, 0,
    ]);
    expect(decideCallReasonEnd([ended], { reasonId: reason.id, throughDay: null }).ok).toBe(true);
    const namesake = { ...reason, id: other, fromDay: '2026-07-01' as Day };
    expect(decideCallReasonEnd([ended, namesake], { reasonId: reason.id, throughDay: null })).toMatchObject({
      error: { code: 'reason-taken' },
    });
    expect(decideCallReasonEnd([reason], { reasonId: reason.id, throughDay: '2025-12-31' as Day })).toMatchObject({
      error: { code: 'days-in-wrong-order' },
    });
    expect(decideCallReasonEnd([], { reasonId: reason.id, throughDay: null })).toMatchObject({ error: { code: 'not-found' } });
  });
});
