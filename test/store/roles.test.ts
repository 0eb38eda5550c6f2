import { expect, test } from 'vitest';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import type { Role } from '../../src/shared/domain/access/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Outcome } from '../../src/shared/run/store.ts';
import { anna, bo, cecilia } from '../make/invoices.ts';
import { aWorkspaceFile } from '../make/workspace.ts';

const noon = Date.UTC(2026, 10, 22, 11);
const accepted = { kind: 'accepted' };
const rejection = (code: string, more: object = {}) => ({ kind: 'rejected', error: { code, ...more } });

/** Anna administers, Bo and Cecilia verify. */
async function aWorkspace() {
  const file = aWorkspaceFile();
  const sequencer = startSequencer({ store: sqliteLogStore(file.writer), clock: () => noon });
  const tell = async (actor: PersonId, name: string, input: object): Promise<Outcome> => {
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
    return (await sequencer.execute({ ...envelope, issuedAtMs: noon })).outcome;
  };
  const who = (id: PersonId, name: string, role: Role) => ({
    ...{ id, name, initials: name.slice(0, 2), human: true, grants: [{ id: uuid(), role }] },
  });
  const people = [
    who(anna, 'Anna Berg', 'administrator'),
    who(bo, 'Bo Lind', 'verification-clerk'),
    who(cecilia, 'Cecilia Ek', 'verification-clerk'),
  ];
  await tell(anna, 'access/found-workspace', { people });
  return { tell, store: sqliteStore(file.reader), [Symbol.dispose]: () => file[Symbol.dispose]() };
}

const reason = 'ny medarbetare';

test('roles on real rows: asked for by one administrator, approved by another, and in force from then on', async () => {
  using seat = await aWorkspace();
  const personId = asId<'person'>(uuid());
  const ask = (changes: object = {}) => ({
    ...{
      changeId: uuid(),
      grantId: uuid(),
      personId,
      role: 'approver',
      within: '2',
      fromDay: '2026-11-22',
      throughDay: null,
      reason,
    },
    ...changes,
  });
  const wanted = ask();
  const approve = { changeId: wanted.changeId, refusal: null };
  expect(await seat.tell(anna, 'access/request-role', wanted)).toEqual(rejection('not-found'));
  expect(await seat.tell(anna, 'access/add-person', { personId, name: 'Eva Ny', initials: 'EN' })).toMatchObject(accepted);
  expect(await seat.tell(bo, 'access/request-role', wanted)).toMatchObject(rejection('forbidden'));
  expect(await seat.tell(anna, 'access/request-role', { ...wanted, role: 'program' })).toMatchObject(rejection('malformed'));
  expect(await seat.tell(anna, 'access/request-role', { ...wanted, reason: 'ja' })).toMatchObject(rejection('malformed'));

  expect(await seat.tell(anna, 'access/request-role', wanted)).toMatchObject(accepted);
  expect(await seat.store.find('grant', 'byPerson', [personId])).toEqual([]);
  expect(await seat.tell(anna, 'access/decide-role', approve)).toEqual(rejection('four-eyes'));
  expect(await seat.tell(bo, 'access/decide-role', approve)).toMatchObject(rejection('forbidden'));

  // Anna is the only administrator that there has been: the other one she gives alone.
  const second = ask({ personId: cecilia, role: 'administrator', within: 'all' });
  expect(await seat.tell(anna, 'access/request-role', second)).toMatchObject(accepted);
  expect(await seat.store.get('roleChange', second.changeId)).toMatchObject({
    state: 'approved',
    requestedBy: anna,
    decidedBy: anna,
  });
  const third = ask({ role: 'administrator', within: 'all' });
  expect(await seat.tell(anna, 'access/request-role', third)).toMatchObject(accepted);
  expect(await seat.store.get('roleChange', third.changeId)).toMatchObject({ state: 'pending' });
  expect(await seat.tell(cecilia, 'access/decide-role', { changeId: third.changeId, refusal: 'en räcker' })).toMatchObject(
    accepted,
  );

  expect(await seat.tell(cecilia, 'access/decide-role', approve)).toMatchObject(accepted);
  expect(await seat.store.get('grant', wanted.grantId)).toMatchObject({ personId, role: 'approver', within: '2' });
  const clash = ask({ role: 'register-keeper', within: 'all' });
  const clashing = rejection('roles-incompatible', { roles: ['register-keeper', 'approver'] });
  expect(await seat.tell(anna, 'access/request-role', clash)).toEqual(clashing);

  const end = { grantId: wanted.grantId, throughDay: '2026-11-25' };
  expect(await seat.tell(anna, 'access/end-role', end)).toMatchObject(accepted);
  expect(await seat.tell(anna, 'access/end-role', { ...end, throughDay: '2026-12-01' })).toEqual(rejection('not-shorter'));
  const longer = { changeId: uuid(), grantId: wanted.grantId, throughDay: '2026-12-31', reason };
  expect(await seat.tell(anna, 'access/request-longer-role', longer)).toMatchObject(accepted);
  expect(await seat.store.get('grant', wanted.grantId)).toMatchObject({ throughDay: '2026-11-25' });
  expect(await seat.tell(cecilia, 'access/withdraw-role', { changeId: longer.changeId })).toEqual(rejection('not-yours'));
  expect(await seat.tell(anna, 'access/withdraw-role', { changeId: longer.changeId })).toMatchObject(accepted);
  expect(await seat.tell(anna, 'access/request-longer-role', { ...longer, changeId: uuid(), throughDay: null })).toMatchObject(
    accepted,
  );
  const [waiting] = await seat.store.find('roleChange', 'byPersonAndState', [personId, 'pending']);
  expect(await seat.tell(cecilia, 'access/decide-role', { changeId: waiting?.id, refusal: null })).toMatchObject(accepted);
  expect(await seat.store.get('grant', wanted.grantId)).not.toHaveProperty('throughDay');

  const [own] = await seat.store.find('grant', 'byRole', ['administrator']);
  expect(await seat.tell(anna, 'access/end-role', { grantId: second.grantId, throughDay: '2026-11-21' })).toMatchObject(accepted);
  expect(await seat.tell(anna, 'access/end-role', { grantId: own?.id, throughDay: '2026-11-22' })).toEqual(
    rejection('no-administrator'),
  );
  // Cecilia has been an administrator: Anna, who sent her away, makes nobody else one by herself.
  const fourth = ask({ personId: bo, role: 'administrator', within: 'all' });
  expect(await seat.tell(anna, 'access/request-role', fourth)).toMatchObject(accepted);
  expect(await seat.store.get('grant', fourth.grantId)).toBeUndefined();
});
