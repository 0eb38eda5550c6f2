import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type LaunchedApp, launchApp, root } from './launch.ts';

/**
 * The whole program, killed as by a power cut at ten random moments of the demonstration, while a clerk presses keys. (The engine and
 * the readers, each killed ten times: test/engine/kill-processes.ts.)
 */
const kills = 10;
const documents = readdirSync(join(root, 'resources', 'demonstration', 'documents'));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Accepted = { readonly id: string; readonly events: number };

function look<T>(workspace: string, ask: (database: Database.Database) => T): T | undefined {
  if (!existsSync(join(workspace, 'workspace.db'))) return undefined;
  const database = new Database(join(workspace, 'workspace.db'), { readonly: true });
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

const acceptedSoFar = (workspace: string): readonly Accepted[] =>
  look(workspace, (database) => {
    const tables = database.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'command'").pluck().get();
    if (tables === 0) return [];
    return database
      .prepare(
        "SELECT c.id, (SELECT count(*) FROM events e WHERE e.command_id = c.id) AS events FROM command c WHERE c.outcome_kind = 'accepted'",
      )
      .all() as Accepted[];
  }) ?? [];

/** Sits down as the first person and confirms fields until the program is gone. */
async function pressKeys({ page }: LaunchedApp): Promise<void> {
  try {
    await page.getByText('Anna Berg').first().waitFor({ timeout: 5_000 });
    await page.keyboard.press('Enter');
    for (;;) {
      await pause(150);
      await page.keyboard.press('Control+Enter');
      for (let field = 0; field < 4; field += 1) await page.keyboard.press('Enter');
    }
  } catch {
    // killed in the middle of it
  }
}

test('the program killed ten times has every document and every accepted command, exactly once', {
  timeout: 360_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fakturist-kill-'));
  const workspace = join(folder, 'workspace');
  const options = { workspace, userData: join(folder, 'user-data'), demonstration: true };
  const seen = new Map<string, number>();
  for (let kill = 0; kill < kills; kill += 1) {
    const launched = await launchApp(options);
    const keys = pressKeys(launched);
    await pause(200 + Math.random() * 3_500);
    await launched.killHard();
    await keys;
    for (const { id, events } of acceptedSoFar(workspace)) {
      if (seen.has(id)) expect(events).toBe(seen.get(id));
      seen.set(id, events);
    }
  }

  const launched = await launchApp(options);
  const inFolder = (name: string) =>
    existsSync(join(workspace, 'inbox', name)) ? readdirSync(join(workspace, 'inbox', name)) : [];
  await expect
    .poll(() => [...inFolder('taken-in'), ...inFolder('rejected')].sort(), { timeout: 200_000, interval: 500 })
    .toEqual([...documents].sort());
  await launched.close();

  const after = new Map(acceptedSoFar(workspace).map(({ id, events }) => [id, events]));
  expect(seen.size).toBeGreaterThan(10);
  for (const [id, events] of seen) expect(after.get(id), id).toBe(events);
  look(workspace, (database) => {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const column = (sql: string) => database.prepare(sql).pluck().all();
    expect(column('SELECT name FROM source_files ORDER BY name')).toEqual([...documents].sort());
    expect(column("SELECT name FROM source_files WHERE state = 'rejected'")).toEqual(
      documents.filter((name) => name.includes('trasig')),
    );
    expect(column('SELECT count(*) FROM supplier_invoices')).toEqual([documents.length - 1]);
    const seqs = column('SELECT seq FROM entry ORDER BY seq');
    expect(seqs).toEqual(seqs.map((_, place) => place + 1));
  });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
