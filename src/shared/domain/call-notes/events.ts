import { assert, unreachable } from '../../base/assert.ts';
import type { PersonId } from '../../base/ids.ts';
import type { CallAnswer, CallFacts, CallNote, CallNoteId } from './call-note.ts';

type OnCall<Type extends string, Facts> = { readonly on: 'callNote'; readonly id: CallNoteId; readonly type: Type } & Facts;

export type CallNoteEvent =
  | OnCall<
      'call-noted',
      CallFacts & {
        readonly notedBy: PersonId;
        readonly replaces: CallNoteId | null;
        /** Of the one whose place it takes: who was answered is not answered again. */
        readonly answered: CallAnswer | null;
      }
    >
  | OnCall<'call-note-replaced', { readonly replacedBy: CallNoteId }>
  | OnCall<'call-answered', CallAnswer>;

export function evolveCallNote(before: CallNote | undefined, event: CallNoteEvent): CallNote {
  const rev = (before?.rev ?? 0) + 1;
  if (event.type === 'call-noted') {
    const { on, type, answered, ...facts } = event;
    const known = Object.fromEntries(Object.entries({ ...facts, ...answered }).filter(([, value]) => value !== null));
    return { ...known, rev } as unknown as CallNote; // what is not known is not there
  }
  assert(before !== undefined, 'only a call that was noted changes');
  switch (event.type) {
    case 'call-note-replaced':
      return { ...before, rev, replacedBy: event.replacedBy };
    case 'call-answered': {
      const { answer, answeredBy, answeredAtMs } = event;
      return { ...before, rev, answer, answeredBy, answeredAtMs };
    }
    default:
      return unreachable(event);
  }
}
