import { expect, test } from 'vitest';
import { openPool } from '../../src/server/store/pool.ts';
import { postgresLogStore } from '../../src/server/store/postgres-log-store.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program } from '../../src/shared/domain/access/index.ts';
import { startSequencer } from '../../src/shared/run/sequencer.ts';
import type { Envelope } from '../../src/shared/run/store.ts';
import { anna } from '../make/invoices.ts';
import { aDatabase } from '../make/postgres.ts';

const noon = Date.UTC(2026, 10, 22, 11);

const send = (name: string, input: unknown, actor: PersonId = program): Envelope => ({
  id: asId(uuid()),
  name,
  version: 1,
  input,
  actor,
  device: 'one of many',
  dseq: null,
  leaseToken: null,
  issuedAtMs: noon,
});

const founding = send('access/found-workspace', {
  people: [
    {
      ...{ id: anna, name: 'Anna', initials: 'A', human: true },
      grants: (['administrator', 'register-keeper'] as const).map((role) => ({ id: uuid(), role })),
    },
    { id: program, name: 'Fakturist', initials: 'F', human: false, grants: [{ id: uuid(), role: 'program' }] },
  ],
});
const registering = (organisationNumber: string | null) =>
  send(
    'suppliers/register',
    {
      supplierId: uuid(),
      name: 'Bolaget',
      organisationNumber,
      vatNumber: null,
      street: null,
      postcode: null,
      city: null,
      paymentNumbers: [{ id: uuid(), kind: 'bankgiro', number: '991-2346' }],
    },
    anna,
  );

async function twoServers() {
  const database = await aDatabase();
  const pools = [openPool(database.url), openPool(database.url)] as const;
  const sequencers = pools.map((pool) => startSequencer({ store: postgresLogStore(pool), clock: () => noon }));
  const decide = (envelope: Envelope, place: number) => sequencers[place % sequencers.length]?.execute(envelope);
  await decide(founding, 0);
  return {
    decide,
    rows: async (sql: string) => (await pools[0].query(sql)).rows,
    [Symbol.asyncDispose]: async () => {
      for (const pool of pools) await pool.end();
      await database[Symbol.asyncDispose]();
    },
  };
}

test('two servers on one log give it one gapless order, and each row its own place', async () => {
  await using servers = await twoServers();
  const commands = Array.from({ length: 200 }, () => registering(null));
  const decided = await Promise.all(commands.map(servers.decide));
  expect(decided.map((each) => each?.outcome.kind)).toEqual(commands.map(() => 'accepted'));
  const [{ last, lines, wrong }] = await servers.rows(
    `SELECT (SELECT seq FROM log_head) AS last, count(*) AS lines,
       count(*) FILTER (WHERE entry.seq NOT BETWEEN command.seq_first AND command.seq_last OR tx <> command.seq_first) AS wrong
     FROM entry JOIN command ON command.id = command_id`,
  );
  expect({ last, wrong }).toEqual({ last: lines, wrong: 0 });
  const [{ rows }] = await servers.rows("SELECT rows FROM scope_digest WHERE scope = 'reg:suppliers'");
  expect(rows).toBe(200 * 4); // a supplier, a number, and an event for each
});

test('of many who want the same key at once, one gets it', async () => {
  await using servers = await twoServers();
  const commands = Array.from({ length: 32 }, () => registering('556677-8899'));
  const kinds = (await Promise.all(commands.map(servers.decide))).map((each) => each?.outcome.kind);
  expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'rejected')).toHaveLength(31);
  expect(await servers.rows('SELECT count(*) AS n FROM suppliers')).toEqual([{ n: 1 }]);
});

test('one command sent to both servers has one outcome', async () => {
  await using servers = await twoServers();
  const commands = Array.from({ length: 30 }, () => registering(null));
  const [here, there] = await Promise.all(
    [0, 1].map((place) => Promise.all(commands.map((command) => servers.decide(command, place)))),
  );
  expect(JSON.stringify(here)).toBe(JSON.stringify(there));
  expect(await servers.rows('SELECT count(*) AS n FROM suppliers')).toEqual([{ n: 30 }]);
});
