import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Child } from '../../src/main/processes/child.ts';
import { joinPorts, makePortPair } from '../../src/main/processes/join-ports.ts';
import { startNodeChild } from '../../src/main/processes/node-child.ts';
import { supervise } from '../../src/main/processes/supervise.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { type Engine, EngineError } from '../../src/shared/contract/engine.ts';
import { connectEngine } from '../../src/shared/contract/rpc.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { until } from '../make/engine.ts';
import { aFolder, resourcesFolder } from '../make/workspace.ts';

/** The program's processes as main keeps them, without a window, each killed at ten random moments while work goes on. */
const kills = 10;
const moments = Array.from({ length: kills }, () => 300 + Math.random() * 1_700);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const entryOf = (name: 'engine' | 'reader') => fileURLToPath(new URL(`../../src/main/${name}/index.ts`, import.meta.url));

function startProcess(name: 'engine' | 'reader', settings: Record<string, string | boolean>): Child {
  const child = startNodeChild({ entry: entryOf(name), name, settings, log: () => {}, node: process.execPath });
  return {
    ...child,
    connect: (portName, end) => {
      if ('post' in end) joinPorts(child.open(portName), end);
    },
  };
}

/** Processes on a workspace, and a page that finds the next engine when one has gone. */
function run(workspace: string) {
  const readers = new Set<Child>();
  let page: Engine | undefined;
  const supervisor = supervise({
    startEngine: () => startProcess('engine', { workspace, resources: resourcesFolder, demonstration: true }),
    startReader: () => {
      const child = startProcess('reader', { ocrDataPath: join(resourcesFolder, 'ocr') });
      readers.add(child);
      child.onExit(() => readers.delete(child));
      return child;
    },
    readerCount: 2,
    makePipe: makePortPair,
    engineStarted: (engine) => {
      const [own, theirs] = makePortPair();
      engine.connect('page', theirs);
      own.onClose(() => {});
      page = connectEngine(own);
    },
    log: () => {},
    // The waits that grow have a test of their own; here they would only make it long.
    delayMs: () => 100,
  });
  supervisor.startReaders();

  /** Asks until somebody answers: a call that went with its engine is made again. */
  async function ask<T>(call: (engine: Engine) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const asked = page;
        if (asked === undefined) throw new EngineError('gone');
        const lost = pause(8_000).then(() => Promise.reject(new EngineError('gone')));
        return await Promise.race([call(asked), lost]);
      } catch (error) {
        if (!(error instanceof EngineError) || (error.code !== 'gone' && error.code !== 'no-person')) throw error;
        await pause(100);
      }
    }
  }

  return { supervisor, readers, ask };
}

/** Lays some documents beside the demonstration's own. Gives the names of all. */
async function fillInbox(workspace: string): Promise<readonly string[]> {
  const inbox = join(workspace, 'inbox');
  mkdirSync(inbox, { recursive: true });
  for (let number = 1; number <= 6; number += 1) {
    writeFileSync(
      join(inbox, `gjord-${number}.pdf`),
      await anInvoicePdf({ number: String(20_000 + number), subject: String(number) }),
    );
  }
  return [...readdirSync(inbox), ...readdirSync(join(resourcesFolder, 'demonstration', 'documents'))];
}

type Sent = { readonly commandId: string; readonly accepted: boolean };

/** A clerk who never stops: sets a field of some invoice, sends it again under the same id until it is answered, and notes the answer. */
async function workUntil(done: () => boolean, { ask }: ReturnType<typeof run>): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const sitDown = async (engine: Engine): Promise<Engine> => {
    const { person, people } = await engine.query('session/read', {});
    const clerk: PersonId = people.find(({ roles }) => roles.includes('verification-clerk'))?.id ?? asId(uuid());
    if (person === null) await engine.task('session/choose-person', { personId: clerk });
    return engine;
  };
  while (!done()) {
    const { rows } = await ask(async (engine) =>
      (await sitDown(engine)).query('queue/list', {
        queue: 'to-verify',
        sort: 'received',
        descending: true,
        after: null,
        limit: 50,
      }),
    );
    const row = rows[Math.floor(Math.random() * rows.length)];
    if (row === undefined) {
      await pause(50);
      continue;
    }
    const commandId = uuid();
    const input = {
      invoiceId: row.id,
      field: 'buyerReference',
      value: `Referens ${sent.length}`,
      raw: '',
      page: null,
      box: null,
      seen: null,
    } as const;
    const result = await ask(async (engine) =>
      (await sitDown(engine)).execute('supplier-invoices/correct-field', input, commandId),
    );
    sent.push({ commandId, accepted: result.ok });
    await pause(15);
  }
  return sent;
}

/** What must hold however it was killed: I1 nothing lost, I2 once, I8 no gaps, and every document there exactly once. */
function expectWhole(workspace: string, names: readonly string[], sent: readonly Sent[]): void {
  const database = new Database(join(workspace, 'workspace.db'), { readonly: true });
  const column = <T>(sql: string) => database.prepare(sql).pluck().all() as T[];
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(column<string>('SELECT name FROM source_files ORDER BY name')).toEqual([...names].sort());
  expect(new Set(column<string>('SELECT state FROM source_files'))).toEqual(new Set(['read', 'rejected']));
  const rejected = column<string>("SELECT name FROM source_files WHERE state = 'rejected'");
  expect(rejected).toEqual(names.filter((name) => name.includes('trasig')));
  expect(column<string>('SELECT file_id FROM supplier_invoices')).toHaveLength(names.length - rejected.length);
  expect(new Set(column<string>('SELECT file_id FROM supplier_invoices')).size).toBe(names.length - rejected.length);

  const notCounted = 'page_count <> invoice_page_count + appendix_page_count + json_array_length(dropped)';
  expect(column(`SELECT name FROM source_files WHERE state = 'read' AND ${notCounted}`)).toEqual([]);
  const pagesKept = column<string>('SELECT pages FROM supplier_invoices').flatMap((pages) => JSON.parse(pages) as unknown[]);
  expect(pagesKept).toHaveLength(
    column<number>('SELECT sum(invoice_page_count + appendix_page_count) FROM source_files')[0] ?? 0,
  );

  const seqs = column<number>('SELECT seq FROM entry ORDER BY seq');
  expect(seqs).toEqual(seqs.map((_, place) => place + 1));
  const events = database.prepare('SELECT count(*) FROM events WHERE command_id = ?').pluck();
  const outcomes = database.prepare("SELECT count(*) FROM command WHERE id = ? AND outcome_kind = 'accepted'").pluck();
  for (const { commandId, accepted } of sent) {
    expect(outcomes.get(commandId)).toBe(accepted ? 1 : 0);
    expect(events.get(commandId)).toBe(accepted ? 1 : 0);
  }
  database.close();
}

/** Runs the program's processes on a workspace of its own and kills one kind of them, again and again. */
export async function killTenTimes(victim: 'engine' | 'reader'): Promise<void> {
  using folder = aFolder();
  const names = await fillInbox(folder.path);
  const running = run(folder.path);
  let killed = 0;
  let finished = false;
  const clerk = workUntil(() => finished, running);

  for (const moment of moments) {
    await pause(moment);
    const child = await until(async () =>
      victim === 'engine' ? running.supervisor.engine() : [...running.readers][killed % running.readers.size],
    );
    child.kill();
    killed += 1;
  }
  await until(async () => {
    const files = await running.ask((engine) => engine.query('intake/files', { limit: 100 }));
    return files.length === names.length && files.every(({ state }) => state !== 'received');
  }, 200);
  finished = true;
  const sent = await clerk;
  await running.supervisor.stop();

  expect(killed).toBe(kills);
  expect(sent.filter(({ accepted }) => accepted).length).toBeGreaterThan(20);
  expectWhole(folder.path, names, sent);
}
