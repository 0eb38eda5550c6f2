import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import { awaitsAnswer, type CallNote, type CallReason } from '../../src/shared/domain/call-notes/index.ts';
import { units } from './founding.ts';
import { clerk, invoicesOf, pick, type Sight, someone, type Worker } from './sight.ts';
import type { StepKind } from './steps.ts';

// Each gives the rows of the entity that it names.
const notesOf = ({ rows }: Sight): CallNote[] => [...rows.all('callNote')] as CallNote[];
const reasonsOf = ({ rows }: Sight): CallReason[] => [...rows.all('callReason')] as CallReason[];

/** Telephones ring: calls are noted, put right and answered, and the reasons that they are counted by come and go. */
export const callWorkers: { readonly [Kind in StepKind]?: Worker } = {
  handleCalls: (sight, step) => {
    const { a, b, c } = step;
    const today = dayInSweden(sight.atMs);
    const reason = pick(reasonsOf(sight), a);
    if (b % 4 === 0) {
      const actor = someone(sight, step, 'administrator');
      if (reason === undefined || c % 4 === 0) {
        const input = { reasonId: sight.newId(19), name: `Anledning ${a % 9}`, fromDay: today };
        return { name: 'call-reasons/lay-up', input, actor };
      }
      const throughDay = reason.throughDay === undefined ? addDays(today, c % 3) : null;
      return { name: 'call-reasons/end', input: { reasonId: reason.id, throughDay }, actor };
    }
    const waiting = pick(notesOf(sight).filter(awaitsAnswer), a);
    if (waiting !== undefined && b % 2 === 1)
      return {
        name: 'call-notes/answer',
        input: { callId: waiting.id, answer: `ringde upp ${c % 3}` },
        actor: clerk(sight, step),
      };
    const wrong = b % 4 === 2 ? pick(notesOf(sight), c) : undefined;
    const about = { lineId: null, supplierId: null, customerId: null, invoiceId: pick(invoicesOf(sight), a)?.id ?? null };
    const input = {
      ...{ callId: sight.newId(20), replaces: wrong?.id ?? null, unitId: wrong?.unitId ?? units[a % 2], ...about },
      ...{ caller: '', reasonId: c % 2 === 0 ? (reason?.id ?? null) : null, text: `frågade om betalning ${c % 5}` },
      ...{ beganAtMs: sight.atMs - 60_000, endedAtMs: sight.atMs, answerWanted: c % 3 !== 0 },
    };
    return { name: 'call-notes/note', input, actor: wrong !== undefined && c % 4 !== 3 ? wrong.notedBy : clerk(sight, step) };
  },
};
