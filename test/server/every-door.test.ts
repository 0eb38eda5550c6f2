import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importRegister } from '../../src/cli/import-register.ts';
import { sqliteLogStore, sqliteStore } from '../../src/main/engine/store/sqlite-store.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { type Place, runCommand } from '../../src/shared/run/run-command.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import { anEngine } from '../make/engine.ts';
import { importAll } from '../make/exchange.ts';
import { aFolder, aWorkspaceFile } from '../make/workspace.ts';
import { aServer, hashOfPassword, password } from './a-server.ts';
import {
  administrator,
  approval,
  approver,
  call,
  expectClean,
  fileNumber,
  founders,
  keeper,
  lineNumber,
  note,
  ownNumber,
  printTable,
  registration,
  request,
  roleRequest,
  type Say,
  thief,
  tried,
  victim,
} from './door-cast.ts';
import { tryAsColleague } from './door-desk.ts';
import { tryEveryKind } from './door-kinds.ts';
import { tryAll } from './door-roads.ts';

/**
 * One person, who may both ask for changes of registers and decide on them, wants money to go to a bankgiro of their own. Every road into
 * the program is tried, honest and crafted. A road is shut when it is refused, or when what was sent only waits for somebody else.
 */

const refused = (road: string): void => {
  const ends = tried.filter((one) => one.road === road).map(({ end }) => end);
  expect(ends.length).toBeGreaterThan(0);
  expect(
    ends.filter((end) => end === 'accepted'),
    road,
  ).toEqual([]);
};

test('at the desk: the page, an import of a file, and the import from the command line', async () => {
  using folder = aFolder();
  const csv = join(folder.path, 'a.csv');
  writeFileSync(csv, `Fakturist-id;Namn;Bankgiro\n${victim};Offret AB;${lineNumber}\n`);
  {
    await using seat = await anEngine(folder.path);
    const { page, engine } = seat;
    const say: Say = async (actor, name, input) => {
      await page.task('session/choose-person', { personId: actor });
      const result = await page
        .execute(name as never, input as never)
        .catch((error: { code?: string }) => ({ ok: false, error }));
      return (result as { ok: boolean }).ok ? 'accepted' : ((result as { error: { code?: string } }).error.code ?? 'thrown');
    };
    await page.execute('access/found-workspace', { people: founders.filter(({ id }) => id !== program) });
    expect(await say(keeper, 'suppliers/register', registration(victim, 'Offret AB'))).toBe('accepted');
    await tryAll('page', say);
    await tryEveryKind('page', say, true);

    await page.task('session/choose-person', { personId: thief });
    const columns = ['Fakturist-id', 'Namn', 'Bankgiro'].map((column, place) => ({
      ...{ column, field: ['id', 'name', 'bankgiro'][place] ?? '', transforms: [] },
    }));
    const shape = { hasHeadings: true, encoding: null, delimiter: null, sheet: null };
    const job = await importAll(page, 'a.csv', `Fakturist-id;Namn;Bankgiro\n${uuid()};Filens AB;${fileNumber}\n`, {
      ...{ register: 'suppliers', system: null, columns, ...shape },
    });
    expect(job.state.at).toBe('done');
    for (const change of await engine.parts.store.find('registerChange', 'bySupplierAndState', [victim, 'pending']))
      note(
        'import',
        `approve ${change.source.kind} ${change.source.note}`,
        await say(thief, 'registers/decide-change', approval(change.id)),
      );
    const waiting = await page.query('register-changes/list', { folder: 'pending', limit: 500 });
    const fromFile = waiting.filter(({ change }) => change.source.kind === 'import');
    expect(fromFile.length).toBeGreaterThan(0);
    for (const { change } of fromFile)
      note('import', 'approve what came by a file', await say(thief, 'registers/decide-change', approval(change.id)));
    await expectClean(engine.parts.store, 'page');
  }
  const status = await importRegister(csv, { workspace: folder.path, register: 'suppliers', as: 'Tjuv' });
  expect(status).toBe(0);
  await using again = await anEngine(folder.path);
  await again.page.task('session/choose-person', { personId: thief });
  for (const { change } of await again.page.query('register-changes/list', { folder: 'pending', limit: 500 })) {
    const result = await again.page.execute('registers/decide-change', { changeId: change.id, refusal: null });
    if (change.requestedBy === thief)
      note('command line', 'approve what I imported there', result.ok ? 'accepted' : result.error.code);
  }
  await expectClean(again.engine.parts.store, 'command line');
  for (const road of ['page', 'import', 'command line']) refused(road);
}, 120_000);

test.each(['authority', 'workstation'] as const)('crafted commands, decided as at the %s', async (place: Place) => {
  using file = aWorkspaceFile();
  const log = sqliteLogStore(file.writer);
  const now = Date.UTC(2026, 10, 22, 11);
  const founding = startSequencer({ store: log, clock: () => now });
  const envelope = (actor: PersonId, name: string, input: object, version = 1) => ({
    ...{
      id: asId<'command'>(uuid()),
      name,
      version,
      input,
      actor,
      device: 'this',
      dseq: null,
      leaseToken: null,
      issuedAtMs: now,
    },
  });
  await founding.execute(envelope(program, 'access/found-workspace', { people: founders }));
  await founding.execute(envelope(keeper, 'suppliers/register', registration(victim, 'Offret AB')));
  const road = `crafted, ${place}`;
  const sayAs =
    (version: number): Say =>
    (actor, name, input) =>
      log
        .transaction(async (transaction) => {
          await transaction.savepoint();
          const result = await runCommand(transaction, envelope(actor, name, input, version), now, place);
          await (result.ok ? transaction.release() : transaction.rollbackToSavepoint());
          return result.ok ? 'accepted' : result.error.code;
        })
        .catch((error: Error) => error.constructor.name);
  const say = sayAs(1);
  await tryAll(road, say);
  await tryEveryKind(road, say, true);
  const asked = uuid();
  await say(thief, 'registers/request-change', request(asked));
  await say(keeper, 'registers/note-call-back', call(asked));
  for (const version of [0, 2, 999, -1])
    note(road, `in version ${version}`, await sayAs(version)(thief, 'registers/decide-change', approval(asked)));
  const inCapitals = asId<'person'>(thief.toUpperCase());
  note(road, 'as myself in capitals', await say(inCapitals, 'registers/decide-change', approval(asked)));
  for (const name of ['registers/decide-change ', '__proto__', 'constructor', 'registers/Decide-Change'])
    note(road, `by the name ${name}`, await say(thief, name, approval(asked)));
  for (const [what, input] of [
    ['no refusal said', { changeId: asked }],
    ['an empty refusal', { changeId: asked, refusal: '' }],
    ['a list of changes', { changeId: [asked], refusal: null }],
    ['another class said', { ...approval(asked), class: 'local', by: approver, actor: approver }],
  ] as const)
    note(road, what, await say(thief, 'registers/decide-change', input));
  const store = sqliteStore(file.reader);
  await expectClean(store, road);
  const asksWithPhone = file.reader.prepare('SELECT count(*) FROM register_changes WHERE ring IS NOT NULL').pluck().get();
  expect(asksWithPhone, 'nobody is told to ring the number that the one who asks has put there').toBe(0);
  refused(road);
});

test('at the server: what a crafted workstation may push, and the other addresses', async () => {
  await using server = await aServer();
  const device = await server.enrol();
  await device.push([device.command('access/found-workspace', { people: founders }, program)]);
  for (const [login, person] of [
    ['tjuv', thief],
    ['kollega', keeper],
    ['signe', approver],
  ] as const)
    await server.parts.door.keepAccount(login, { person, passwordHash: await hashOfPassword });
  const before = await device.signIn('signe');
  const keepersBefore = await device.signIn('kollega');
  const elsewhere = await (await server.enrol('Disk 3')).signIn('signe');
  const session = await device.signIn('tjuv');
  const colleagues = await server.enrol('Disk 2');
  const keepersElsewhere = await colleagues.signIn('kollega');
  const send = async (from: typeof device, actor: PersonId, name: string, input: object, shown?: string): Promise<string> => {
    const { answers, stopped } = await from.push([from.command(name, input, actor, shown)]);
    const outcome = answers[0]?.outcome;
    if (outcome === undefined) return stopped?.code ?? 'not answered';
    return outcome.kind === 'rejected' ? String(outcome.error.code) : outcome.kind;
  };
  const say: Say = (actor, name, input) => send(actor === keeper ? colleagues : device, actor, name, input);
  expect(await say(keeper, 'suppliers/register', registration(victim, 'Offret AB'))).toBe('accepted');
  await tryAll('push', say);
  await tryEveryKind('push', say, false);

  const asked = uuid();
  await say(thief, 'registers/request-change', request(asked));
  await say(keeper, 'registers/note-call-back', call(asked));
  note('push', 'approve as somebody who never sat here', await say(administrator, 'registers/decide-change', approval(asked)));
  const asColleague = async (what: string, shown?: string): Promise<void> =>
    note(
      'shared desk',
      `approve as a colleague, ${what}`,
      await send(device, approver, 'registers/decide-change', approval(asked), shown),
    );
  await asColleague('who sat here before me');
  await asColleague('with my own session', session.decides);
  await asColleague('with the session that the colleague had here', before.decides);
  await asColleague('with the session that the colleague has elsewhere', elsewhere.decides);
  await asColleague('with what fetches for the colleague', before.token);
  await asColleague('with what fetches for the colleague elsewhere', elsewhere.token);
  expect(tried.filter(({ road }) => road === 'shared desk').map(({ end }) => end)).toEqual(Array(6).fill('session-needed'));
  const left = await tryAsColleague((name, input, shown) => send(device, keeper, name, input, shown), say, {
    'my own session': session.decides,
    'the one that the colleague had here': keepersBefore.decides,
    'the one that the colleague has elsewhere': keepersElsewhere.decides,
    'what fetches for the colleague': keepersElsewhere.token,
  });
  note('push', 'approve as the program', await say(program, 'registers/decide-change', approval(asked)));
  note('push', 'ask as the program', await say(program, 'registers/request-change', request(uuid())));
  note('push', 'register as the program', await say(program, 'suppliers/register', registration(uuid(), 'Egna AB', uuid())));
  note('push', 'make roles as the program', await say(program, 'access/request-role', roleRequest({ personId: thief })));
  const batch = uuid();
  const { answers } = await device.push([
    device.command('registers/request-change', request(batch), thief),
    device.command('registers/note-call-back', call(batch), thief),
    device.command('registers/decide-change', approval(batch), thief),
  ]);
  const last = answers.at(-1)?.outcome;
  note('push', 'ask, ring and approve in one batch', last?.kind === 'rejected' ? String(last.error.code) : String(last?.kind));

  const row = { id: uuid(), rev: 1, supplierId: victim, kind: 'bankgiro', number: ownNumber, changeId: asked };
  const effects = { outcome: { kind: 'accepted', changes: [] }, entries: [{ entity: 'paymentNumber', op: 'put', body: row }] };
  const withEffects = { ...device.command('registers/decide-change', approval(asked), thief), ...effects };
  const [said] = (await device.push([withEffects])).answers;
  const end = said?.outcome.kind === 'rejected' ? String(said.outcome.error.code) : String(said?.outcome.kind);
  note('push', 'send the rows that it should leave beside it', end);

  const body = JSON.stringify({ epoch: null, commands: [device.command('registers/decide-change', approval(asked), approver)] });
  const status = async (path: string, init: Parameters<typeof server.ask>[1]): Promise<string> =>
    `status ${(await server.ask(path, init)).status}`;
  note(
    'addresses',
    'push with a session instead of a device',
    await status('/v1/commands', { method: 'POST', token: session.token, body }),
  );
  note('addresses', 'push without any token', await status('/v1/commands', { method: 'POST', body }));
  const guess = { login: 'godkannare', password };
  note(
    'addresses',
    'sign in as one who has no account',
    await status('/v1/sign-in', { method: 'POST', token: device.token, body: JSON.stringify(guess) }),
  );
  const log = { method: 'POST', token: device.token, body: '{}', headers: { 'content-type': 'application/x-ndjson' } };
  note('addresses', 'found the log anew, with my number in it', await status('/v1/founding', log));
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    note('addresses', `${method} a row`, await status(`/v1/payment-numbers/${uuid()}`, { method, token: session.token }));
  for (const line of tried.filter(({ road }) => road === 'addresses')) expect(line.end, line.tried).toMatch(/^status 4\d\d$/);

  const lines = (await session.snapshot()).map((line) => JSON.stringify(line));
  expect(lines.filter((line) => line.includes('"paymentNumber"'))).toEqual([]);
  for (const id of left) expect(lines.filter((line) => line.includes(id))).toEqual([]);
  refused('push');
  refused('shared desk');
  printTable();
}, 120_000);
