import type { z } from 'zod';
import { dayInSweden } from '../../shared/base/day.ts';
import type { callNoteQueries } from '../../shared/contract/call-notes.ts';
import { holds, permissionsOf, unitScope } from '../../shared/domain/access/index.ts';
import type { CallNote } from '../../shared/domain/call-notes/index.ts';
import type { CallsAsker } from './queries/call-notes.ts';
import type { Seat } from './seat.ts';
import type { SessionKeeper } from './session.ts';
import type { Drafts } from './store/drafts-file.ts';

type Around = {
  readonly seat: () => Seat;
  readonly session: SessionKeeper;
  readonly clock: () => number;
  /** Whose work comes in here, where nobody says otherwise. */
  readonly unit: () => string;
  readonly drafts: Drafts;
};
type Table = typeof callNoteQueries;
type Answer<Name extends keyof Table> = NonNullable<Table[Name]['result']> | Extract<Table[Name]['result'], null>;
type Handlers = { readonly [Name in keyof Table]: (input: z.output<Table[Name]['input']>) => Promise<Answer<Name>> };

/** More reasons than there are, and older notes of one call than anybody writes. */
const allOfThem = 10_000;
const mostBefore = 50;

/** Notes of calls: for those who note calls, and of the units that they work for. */
export function callNoteHandlers({ seat, session, clock, unit, drafts }: Around): Handlers {
  const queries = () => seat().rows().queries;

  async function asking(): Promise<CallsAsker & { readonly mayNote: boolean }> {
    const person = session.person();
    const scopes = await session.scopes();
    const may = permissionsOf(await seat().rows().store.find('grant', 'byPerson', [person], allOfThem), dayInSweden(clock()));
    return { person, scopes, atMs: clock(), mayNote: may.has('call-notes.note'), seesCustomers: may.has('customers.keep') };
  }

  async function olderThan(note: CallNote, by: CallsAsker): Promise<readonly CallNote[]> {
    const found: CallNote[] = [];
    for (let next = note.replaces; next !== undefined && found.length < mostBefore; ) {
      const before: CallNote | undefined = await seat().rows().store.get('callNote', next);
      if (before === undefined || !holds(by.scopes, unitScope(before.unitId))) break;
      found.push(before);
      next = before.replaces;
    }
    return found;
  }

  return {
    'call-notes/choices': async () => {
      const { scopes } = await asking();
      const reasons = await seat().rows().store.find('callReason', 'all', [], allOfThem);
      const own = unit();
      const unitIds = [...new Set([own, ...queries().clients(scopes)])].filter((one) => holds(scopes, unitScope(one)));
      return {
        lines: queries()
          .calendars()
          .filter(({ kind }) => kind === 'phone')
          .map(({ id, name }) => ({ id, name })),
        reasons: [...reasons].sort((a, b) => a.name.localeCompare(b.name, 'sv')),
        unitIds,
      };
    },
    'call-notes/list': async (asked) => {
      await session.demand('call-notes.note');
      return queries().callNotes.list(asked, await asking());
    },
    'call-notes/about': async ({ kind, id, limit }) => {
      const by = await asking();
      return by.mayNote ? queries().callNotes.about(kind, id, limit, by) : [];
    },
    'call-notes/card': async ({ callId }) => {
      const by = await asking();
      if (!by.mayNote) return null;
      const [row] = queries().callNotes.byIds([callId], by);
      const note = row && (await seat().rows().store.get('callNote', callId));
      return row === undefined || note === undefined ? null : { row, note, before: await olderThan(note, by) };
    },
    'drafts/read': async ({ personId, name }) => (personId === session.person() ? drafts.read(personId, name) : null),
  };
}
