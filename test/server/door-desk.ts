import { expect } from 'vitest';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { wantedKinds } from '../../src/shared/domain/register-changes/index.ts';
import { approval, call, keeper, note, registration, request, rowNumber, type Say, thief, victim } from './door-cast.ts';
import { asks } from './door-kinds.ts';

const road = 'shared desk';
const nobody = 'session-needed';
const forgedPhone = '0700000001';

/** Sends from the desk as the colleague who sat there before, and shows a session, or none. */
export type Forge = (name: string, input: object, shown?: string) => Promise<string>;

/**
 * What one may try at a desk where a colleague has sat: to say in the colleague's name what one is then to decide on as oneself, and to vouch for it so.
 * Gives the ids that nothing may be kept under.
 */
export async function tryAsColleague(
  forge: Forge,
  say: Say,
  shown: { readonly [whose: string]: string },
): Promise<readonly string[]> {
  const ids: string[] = [];
  const fresh = (): string => {
    const id = uuid();
    ids.push(id);
    return id;
  };
  const thenDecide = async (what: string, changeId: string): Promise<void> => {
    const end = await say(thief, 'registers/decide-change', approval(changeId));
    note(road, `${what}, and approve it as myself`, end);
    expect(end, what).toBe('not-found');
  };
  const shut = async (what: string, ...[name, input, session]: Parameters<Forge>): Promise<void> => {
    const end = await forge(name, input, session);
    note(road, `as the colleague: ${what}`, end);
    expect(end, what).toBe(nobody);
  };

  for (const [whose, session] of Object.entries(shown))
    await shut(`ask for a number, with ${whose}`, 'registers/request-change', request(fresh()), session);
  const supplierId = uuid();
  await say(keeper, 'suppliers/register', registration(supplierId, 'Målet AB'));
  for (const kind of wantedKinds) {
    const changeId = fresh();
    const wanted = { kind, ...asks(uuid(), victim)[kind][1] };
    await shut(`ask for ${kind}`, 'registers/request-change', { ...request(changeId, supplierId), wanted });
    await thenDecide(`ask for ${kind}`, changeId);
  }

  const number = fresh();
  await shut('register a supplier with my number', 'suppliers/register', registration(fresh(), 'Egna AB', number));
  await thenDecide('register a supplier', number);
  const bare = fresh();
  await shut('register one without, and wait for a number', 'suppliers/register', registration(bare, 'Egna AB'));
  const asked = await say(keeper, 'registers/request-change', request(uuid(), bare));
  note(road, 'have the colleague ask for that number', asked);
  expect(asked).toBe('not-found');

  const row = { row: 1, record: { id: victim, name: 'Offret AB', bankgiro: rowNumber }, ids: Array.from({ length: 9 }, fresh) };
  const file = { register: 'suppliers', system: null, unitId: null, importId: uuid(), fileName: 'a.csv', rows: [row] };
  await shut('import my number', 'registers/import-rows', file);
  await thenDecide('import my number', row.ids[1] ?? '');

  const theirs = uuid();
  await say(keeper, 'registers/request-change', request(theirs, supplierId));
  await shut('say that the supplier was rung', 'registers/note-call-back', call(theirs));
  const unrung = await say(thief, 'registers/decide-change', approval(theirs));
  note(road, 'approve what nobody has rung about', unrung);
  expect(unrung).toBe('call-back-missing');
  await shut('take back what the colleague asked for', 'registers/withdraw-change', { changeId: theirs });
  expect(await say(keeper, 'registers/withdraw-change', { changeId: theirs }), 'it waited until now').toBe('accepted');

  await shut('put there the number to ring', 'suppliers/set-phone', { supplierId: victim, phone: forgedPhone });
  await shut('see whose number a change is about', 'registers/reveal-change', { changeId: theirs, reason: 'vill veta' });
  return [...ids, forgedPhone];
}
