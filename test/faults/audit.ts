import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { entities } from '../../src/shared/run/entities/index.ts';
import { pause } from './cluster.ts';
import type { Station } from './station.ts';

/** How many commands were lost or done twice, stations that differ from the server, and stations that did not come to rest. */
export type Verdict = { readonly lost: number; readonly doubled: number; readonly diverged: number; readonly stalled: number };

const patienceMs = 90_000;

/** With no fault any more and nobody doing anything: waits until every station is level with the server, and compares them. */
export async function audit(databaseUrl: string, stations: readonly Station[]): Promise<Verdict> {
  const stalled = (await Promise.all(stations.map(comesToRest))).filter((rests) => !rests).length;
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const lost = await countLost(client, stations);
    const doubled = await countDoubled(client);
    const level = await Promise.all(stations.map((station) => becomesLevel(client, station)));
    return { lost, doubled, diverged: level.filter((is) => !is).length, stalled };
  } finally {
    await client.end();
  }
}

async function comesToRest(station: Station): Promise<boolean> {
  const stopAt = performance.now() + patienceMs;
  while (performance.now() < stopAt) {
    const status = await station.status().catch(() => undefined);
    if (status?.state === 'synced' && status.waiting === 0 && status.blobsWaiting === 0) return true;
    await pause(50);
  }
  return false;
}

/** Commands that were said to be saved and have no outcome at the server, though no outbox holds them any more. */
async function countLost(client: Client, stations: readonly Station[]): Promise<number> {
  const saved = stations.flatMap(({ said }) => said.filter((line) => line.saved).map(({ id }) => id));
  const { rows } = await client.query('SELECT count(*)::int AS n FROM command WHERE id = ANY($1)', [saved]);
  return saved.length - rows[0].n;
}

/** Accepted commands that left more than what they changed, devices' numbers used twice, things there twice, and holes in the log. */
async function countDoubled(client: Client): Promise<number> {
  const { rows } = await client.query(`
    SELECT (SELECT count(*) FROM (SELECT c.id FROM command c JOIN entry e ON e.command_id = c.id AND e.op <> 'evict' WHERE c.outcome_kind = 'accepted'
              GROUP BY c.id, c.outcome::text HAVING count(*) <> json_array_length(c.outcome::text::json -> 'changes') + 1) AS twice)
         + (SELECT count(*) FROM (SELECT 1 FROM command WHERE dseq IS NOT NULL GROUP BY device, dseq HAVING count(*) > 1) AS numbers)
         + (SELECT count(*) FROM (SELECT 1 FROM customers WHERE organisation_number IS NOT NULL GROUP BY owner, organisation_number HAVING count(*) > 1) AS customers)
         + (SELECT count(*) FROM (SELECT 1 FROM source_files GROUP BY unit_id, sha256 HAVING count(*) > 1) AS files)
         + (SELECT count(*) FROM (SELECT 1 FROM supplier_invoices WHERE live_key IS NOT NULL GROUP BY live_key HAVING count(*) > 1) AS invoices)
         + (SELECT coalesce(max(seq), 0) - count(*) FROM entry) AS n`);
  return Number(rows[0].n);
}

/** A hint that was lost costs half a minute; nobody does anything meanwhile. */
async function becomesLevel(client: Client, station: Station): Promise<boolean> {
  const stopAt = performance.now() + patienceMs;
  while (performance.now() < stopAt) {
    if (await isLevel(client, station)) return true;
    await pause(200);
  }
  return false;
}

/** Whether every row of the server stands in the station's replica, at the same revision, and no other. */
async function isLevel(client: Client, { workspace }: Station): Promise<boolean> {
  const replica = new Database(join(workspace, newestReplica(workspace)), { readonly: true });
  try {
    for (const { table } of Object.values(entities)) {
      const here = replica.prepare(`SELECT id || ' ' || rev FROM ${table} ORDER BY id`).pluck().all();
      const { rows } = await client.query(`SELECT id || ' ' || rev AS row FROM ${table} ORDER BY id COLLATE "C"`);
      if (here.join() !== rows.map(({ row }) => row).join()) return false;
    }
    return true;
  } finally {
    replica.close();
  }
}

const newestReplica = (workspace: string): string => {
  const [newest] = readdirSync(workspace)
    .filter((name) => /^replica-\d+\.db$/.test(name))
    .sort((one, other) => Number(other.slice(8, -3)) - Number(one.slice(8, -3)));
  if (newest === undefined) throw new Error('no replica');
  return newest;
};
