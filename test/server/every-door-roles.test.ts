import { afterAll, expect, test } from 'vitest';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Store } from '../../src/shared/run/store.ts';
import { aWorkspaceFile } from '../make/workspace.ts';
import { aServer, hashOfPassword } from './a-server.ts';
import { administrator, approver, founders, keeper, note, printTable, roleRequest, type Say, tried } from './door-cast.ts';

/**
 * One administrator wants a role for a friend, who decides on money then, and has nobody to agree. Every road is tried, with a second
 * administrator who is honest. A road is shut when it is refused, or when what was sent only waits for somebody else.
 */
const second = asId<'person'>('0190aaaa-0000-7000-8000-0000000000e5');
const friend = keeper;
const cast = [
  ...founders,
  {
    id: second,
    name: 'Ärlig',
    initials: 'ÄR',
    human: true,
    grants: [{ id: asId<'grant'>(uuid()), role: 'administrator' as const }],
  },
];
const later = '2027-12-31';

/** What one may try wherever commands are taken. The friend keeps a register until the end of the year. */
async function tryAll(road: string, say: Say, friendsGrant: string): Promise<void> {
  const asks = async (changes: object = {}) => {
    const wanted = roleRequest({ personId: friend, role: 'records-officer', ...changes });
    await say(administrator, 'access/request-role', wanted);
    return wanted;
  };
  const yes = (changeId: string) => ({ changeId, refusal: null });
  const own = await asks();
  note(road, 'approve a role that I asked for', await say(administrator, 'access/decide-role', yes(own.changeId)));
  note(road, 'have the friend approve it', await say(friend, 'access/decide-role', yes(own.changeId)));
  note(road, 'have an approver of payments approve it', await say(approver, 'access/decide-role', yes(own.changeId)));
  const lines = roleRequest({ personId: administrator, role: 'records-officer' });
  note(road, 'ask for a role of my own', await say(administrator, 'access/request-role', lines));
  const third = await asks({ role: 'administrator' });
  note(road, 'approve an administrator that I asked for', await say(administrator, 'access/decide-role', yes(third.changeId)));
  note(road, 'have that one approve it, who is none yet', await say(friend, 'access/decide-role', yes(third.changeId)));
  const longer = { changeId: uuid(), grantId: friendsGrant, throughDay: later, reason: 'behövs längre' };
  note(
    road,
    'lengthen by ending later',
    await say(administrator, 'access/end-role', { grantId: friendsGrant, throughDay: later }),
  );
  await say(administrator, 'access/request-longer-role', longer);
  note(road, 'approve a longer role that I asked for', await say(administrator, 'access/decide-role', yes(longer.changeId)));
  const crafted = {
    ...roleRequest({ personId: friend, role: 'records-officer', within: '4711' }),
    ...{ state: 'approved', decidedBy: second, requestedBy: second },
  };
  await say(administrator, 'access/request-role', crafted);
  note(road, 'ask as approved already, in another name', await say(administrator, 'access/decide-role', yes(crafted.changeId)));
  const { changeId, reason, ...bare } = roleRequest({ personId: friend });
  note(road, 'give it as one could before', await say(administrator, 'access/grant-role', bare));
  note(road, 'found the workspace anew', await say(administrator, 'access/found-workspace', { people: cast }));
  await say(administrator, 'access/withdraw-role', { changeId: third.changeId });
}

/** Afterwards: the other administrator is sent away, which one may do alone, and then there is nobody to agree. */
async function tryAlone(road: string, say: Say, secondsGrant: string, store: Pick<Store, 'get'> | undefined): Promise<void> {
  const end = { grantId: secondsGrant, throughDay: '2026-11-21' };
  expect(await say(administrator, 'access/end-role', end), road).toBe('accepted');
  const alone = roleRequest({ personId: friend, role: 'administrator', within: 'all' });
  expect(await say(administrator, 'access/request-role', alone), 'it waits').toMatch(/accepted/);
  if (store !== undefined) expect(await store.get('grant', alone.grantId)).toBeUndefined();
  const yes = { changeId: alone.changeId, refusal: null };
  note(road, 'send the other administrator away, and make one alone', await say(administrator, 'access/decide-role', yes));
  note(road, 'have the one who was sent away approve it', await say(second, 'access/decide-role', yes));
}

async function expectNoMore(store: Pick<Store, 'find'>, road: string): Promise<void> {
  const held = (await store.find('grant', 'byPerson', [friend])).map(({ role, throughDay }) => [role, throughDay]);
  expect(held, road).toEqual([['register-keeper', '2026-12-31']]);
}

const refused = (road: string): void => {
  const ends = tried.filter((one) => one.road === road);
  expect(ends.length, road).toBeGreaterThan(0);
  expect(ends.filter(({ end }) => end === 'accepted')).toEqual([]);
};

afterAll(() => printTable('a role that nobody agreed to'));

const grantOf = (person: PersonId): string => String(cast.find(({ id }) => id === person)?.grants[0]?.id);

test('crafted commands, decided as at a desk that is alone', async () => {
  using file = aWorkspaceFile();
  const now = Date.UTC(2026, 10, 22, 11);
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => now });
  const say: Say = async (actor, name, input) => {
    const envelope = {
      id: asId<'command'>(uuid()),
      name,
      version: 1,
      input,
      actor,
      device: 'this',
      dseq: null,
      leaseToken: null,
    };
    const { outcome } = await sequencer.execute({ ...envelope, issuedAtMs: now });
    return outcome.kind === 'rejected' ? outcome.error.code : outcome.kind;
  };
  const store = sqliteStore(file.reader);
  await say(program, 'access/found-workspace', { people: cast });
  await say(administrator, 'access/end-role', { grantId: grantOf(friend), throughDay: '2026-12-31' });
  await tryAll('alone', say, grantOf(friend));
  await tryAlone('alone', say, grantOf(second), store);
  await expectNoMore(store, 'alone');
  refused('alone');
});

test('what a crafted workstation may push, with a colleague who has sat at the same desk', async () => {
  await using server = await aServer();
  const device = await server.enrol();
  await device.push([device.command('access/found-workspace', { people: cast }, program)]);
  const logins = { administrator, second, friend, approver } as const;
  for (const [login, person] of Object.entries(logins))
    await server.parts.door.keepAccount(login, { person, passwordHash: await hashOfPassword });
  const elsewhere = { [friend]: await server.enrol('Disk 2'), [approver]: await server.enrol('Disk 3') };
  await elsewhere[friend]?.signIn('friend');
  await elsewhere[approver]?.signIn('approver');
  const colleague = await device.signIn('second');
  const own = await device.signIn('administrator');
  const send = async (from: typeof device, actor: PersonId, name: string, input: object, session?: string) => {
    const { answers, stopped } = await from.push([from.command(name, input, actor, session)]);
    const outcome = answers[0]?.outcome;
    if (outcome === undefined) return stopped?.code ?? 'not answered';
    return outcome.kind === 'rejected' ? String(outcome.error.code) : outcome.kind;
  };
  const say: Say = (actor, name, input) => send(elsewhere[actor] ?? device, actor, name, input);
  expect(await say(administrator, 'access/end-role', { grantId: grantOf(friend), throughDay: '2026-12-31' })).toBe('accepted');
  await tryAll('push', say, grantOf(friend));

  const wanted = roleRequest({ personId: friend, role: 'records-officer', within: '4712' });
  const yes = { changeId: wanted.changeId, refusal: null };
  const road = 'shared desk';
  await say(administrator, 'access/request-role', wanted);
  note(road, 'approve as the colleague who sat here', await send(device, second, 'access/decide-role', yes));
  note(road, 'approve so with my own session', await send(device, second, 'access/decide-role', yes, own.decides));
  note(
    road,
    'approve so with the session that is over',
    await send(device, second, 'access/decide-role', yes, colleague.decides),
  );
  const asColleague = roleRequest({ personId: friend, within: '4711' });
  note(road, 'ask as the colleague, and approve as myself', await send(device, second, 'access/request-role', asColleague));
  const mine = { changeId: asColleague.changeId, refusal: null };
  note(road, 'which nobody has asked for', await say(administrator, 'access/decide-role', mine));
  const longer = { changeId: uuid(), grantId: grantOf(friend), throughDay: later, reason: 'behövs längre' };
  note(road, 'ask for a longer role so', await send(device, second, 'access/request-longer-role', longer));
  const theirs = { ...mine, changeId: longer.changeId };
  note(road, 'which nobody has asked for either', await say(administrator, 'access/decide-role', theirs));
  note(road, 'take back so what waits', await send(device, second, 'access/withdraw-role', { changeId: wanted.changeId }));
  const away = { grantId: grantOf(second), throughDay: '2026-11-21' };
  note(road, 'send the colleague away in their own name', await send(device, second, 'access/end-role', away));
  const add = { personId: uuid(), name: 'Påhittad', initials: 'PÅ' };
  note(road, 'add somebody as the colleague', await send(device, second, 'access/add-person', add));
  await tryAlone('push', say, grantOf(second), undefined);
  const grants = await server.parts.store.read((moment) => moment.grants(friend));
  expect(grants.map(({ role, throughDay }) => [role, throughDay])).toEqual([['register-keeper', '2026-12-31']]);
  for (const one of ['push', road]) refused(one);
}, 60_000);
