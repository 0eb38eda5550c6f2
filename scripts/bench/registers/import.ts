import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MessageChannel } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { byteOrderMark, csvLine } from '../../../src/main/engine/exchange/write-csv.ts';
import { startEngine } from '../../../src/main/engine/start-engine.ts';
import { nodePort } from '../../../src/main/processes/node-port.ts';
import type { ExchangeJob } from '../../../src/shared/contract/register-exchange.ts';
import { connectEngine } from '../../../src/shared/contract/rpc.ts';
import { type ExchangeMapping, everythingRight } from '../../../src/shared/domain/register-exchange/index.ts';
import { sitDown } from '../../../test/make/engine.ts';
import { aRegister, type MadeSupplier } from '../../../test/make/registers.ts';
import { registerSeed } from '../with-registers.ts';
import { resources } from '../with-workspace.ts';
import { percent } from './figures.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'bench', 'import');

/** An economy system's file: semicolons, Swedish headings, its own ids. */
const mapping: ExchangeMapping = {
  register: 'suppliers',
  system: null,
  hasHeadings: true,
  encoding: null,
  delimiter: null,
  sheet: null,
  columns: [
    { column: 'Namn', field: 'name', transforms: [] },
    { column: 'Orgnr', field: 'organisationNumber', transforms: [] },
    { column: 'Momsnr', field: 'vatNumber', transforms: [] },
    { column: 'Adress', field: 'street', transforms: [] },
    { column: 'Postnr', field: 'postcode', transforms: [] },
    { column: 'Ort', field: 'city', transforms: [] },
    { column: 'Bankgiro', field: 'bankgiro', transforms: [] },
    { column: 'Plusgiro', field: 'plusgiro', transforms: [] },
    { column: 'IBAN', field: 'iban', transforms: [] },
  ],
};

/** The file of a migration bears the old system's ids too: a row without a number of its own could not be told from others, and would be wrong. */
const migrationMapping: ExchangeMapping = {
  ...mapping,
  system: 'ekonomi',
  columns: [...mapping.columns, { column: 'Levnr', field: 'externalId', transforms: [] }],
};

/** Nobody but the first of some has the number: the others are twins, or the same row twice. */
const twinShare = 0.03;

/**
 * The whole way of a file into an empty register, through the real engine on a disk: dry run, import, the same file again; beside it bare
 * inserts of the same rows over better-sqlite3 in the same run, which nothing can be faster than.
 */
export async function measureImport(rows: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'register.csv');
  await pipeline(Readable.from(registerText(rows)), createWriteStream(path));

  const engine = await startEngine({ workspace: join(folder, 'workspace'), resources, demonstration: false });
  const { port1, port2 } = new MessageChannel();
  engine.attachPage(nodePort(port1));
  const page = connectEngine(nodePort(port2));
  await sitDown(page);
  const { person } = await page.query('session/read', {});
  if (person === null) throw new Error('nobody sits here');
  const exchange = await engine.exchange();
  const look = { register: 'suppliers', choice: { encoding: null, delimiter: null, sheet: null }, hasHeadings: true } as const;
  const previewed = await exchange.open('register.csv', path, look);
  if (!previewed.ok) throw new Error(previewed.error.code);

  console.info(`\nimport of ${rows} suppliers from a text file`);
  const dry = await timed('dry run', rows, async () => {
    const { jobId } = await exchange.startDryRun({ fileId: previewed.value.fileId, mapping, unitId: null });
    return exchange.settled(jobId);
  });
  const take = async (job: ExchangeJob): Promise<ExchangeJob> =>
    exchange.settled((await exchange.startImport(job.jobId, everythingRight, person.id)).jobId);
  const taken = await timed('validated and written', rows, () => take(dry));
  await timed('the same file again', rows, () => take(taken));
  console.info(`  ${sums(taken)}, peak memory ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`);
  await engine.stop();
  port2.close();
  await rehearse(rows);
  await timed('bare inserts of the same rows', rows, async () => insertBare(rows));
  rmSync(folder, { recursive: true, force: true });
}

/**
 * A migration rehearsed: a register with twins in it, judged against an empty one, and nothing written. What a person
 * reads before the real one: how many are new, changed and as they were, wrong, twins, and how many changes a second person will have to decide.
 * Of the twins that were planted it is said how many the dry run reports: as much like another, or as the same row twice.
 */
async function rehearse(rows: number): Promise<void> {
  const path = join(folder, 'migration.csv');
  const planted = new Map<number, string>();
  await pipeline(Readable.from(migrationText(rows, planted)), createWriteStream(path));
  const engine = await startEngine({ workspace: join(folder, 'rehearsal'), resources, demonstration: false });
  const exchange = await engine.exchange();
  const look = { register: 'suppliers', choice: { encoding: null, delimiter: null, sheet: null }, hasHeadings: true } as const;
  const previewed = await exchange.open('migration.csv', path, look);
  if (!previewed.ok) throw new Error(previewed.error.code);
  const judged = await timed('rehearsal, with twins', rows, async () => {
    const { jobId } = await exchange.startDryRun({ fileId: previewed.value.fileId, mapping: migrationMapping, unitId: null });
    return exchange.settled(jobId);
  });
  console.info(`  ${sums(judged)}`);
  const reported = new Map<number, string>();
  for (let from: number | null = 0; from !== null; ) {
    const page = await exchange.rows(judged.jobId, from, 500, null);
    for (const { row, findings } of page.rows)
      for (const { code } of findings) if (code === 'looks-like-twin' || code === 'twice-in-file') reported.set(row, code);
    from = page.next;
  }
  for (const kind of new Set(planted.values())) {
    const rowsOf = [...planted].filter(([, one]) => one === kind).map(([row]) => row);
    const found = rowsOf.filter((row) => reported.has(row)).length;
    console.info(`  ${kind.padEnd(28)}reported ${found} of ${rowsOf.length} (${percent(found / rowsOf.length)})`);
  }
  const found = [...planted.keys()].filter((row) => reported.has(row)).length;
  console.info(
    `  twins planted ${planted.size}, reported ${found}; not planted, and reported all the same ${reported.size - found}`,
  );
  if (planted.size > 0 && found === 0) throw new Error('a rehearsal that reports none of the twins proves nothing');
  await engine.stop();
}

function sums({ tally }: ExchangeJob): string {
  const twins = tally.findings.filter(({ code }) => code === 'looks-like-twin').reduce((sum, one) => sum + one.rows, 0);
  const { verdicts, requests } = tally;
  return `new ${verdicts.new}, changed ${verdicts.changed}, unchanged ${verdicts.unchanged}, wrong ${verdicts.wrong}, twins ${twins}, with something pending ${requests}`;
}

/** Also the seconds that this process had a core: on a busy machine they say more than the clock. */
async function timed<T>(what: string, rows: number, work: () => Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  const before = process.cpuUsage();
  const answer = await work();
  const seconds = (performance.now() - startedAtMs) / 1_000;
  const { user, system } = process.cpuUsage(before);
  const cpuSeconds = (user + system) / 1e6;
  const rate = (time: number): string =>
    Math.round(rows / time)
      .toString()
      .padStart(8);
  console.info(
    `  ${what.padEnd(30)}${seconds.toFixed(1).padStart(7)} s ${rate(seconds)} rows/s; of a core ${cpuSeconds.toFixed(1)} s ${rate(cpuSeconds)} rows/s`,
  );
  return answer;
}

/** `planted`: the rows that are another's twin, and how, as they are written. */
function* migrationText(rows: number, planted: Map<number, string>): Generator<string> {
  yield byteOrderMark +
    csvLine(
      migrationMapping.columns.map(({ column }) => column),
      ';',
    );
  let row = 1;
  for (const made of aRegister({ seed: registerSeed, rows, twinShare })) {
    row += 1;
    if (made.twin !== null) planted.set(row, made.twin.kind);
    yield csvLine([...cellsOf(made), made.externalId], ';');
  }
}

function* registerText(rows: number): Generator<string> {
  yield byteOrderMark +
    csvLine(
      mapping.columns.map(({ column }) => column),
      ';',
    );
  for (const made of aRegister({ seed: registerSeed, rows, twinShare: 0 })) yield csvLine(cellsOf(made), ';');
}

function cellsOf(made: MadeSupplier): readonly string[] {
  const numbers = (kind: string) => made.paymentNumbers.flatMap((one) => (one.kind === kind ? [one.number] : [])).join('|');
  const { name, organisationNumber, personalNumber, vatNumber, street, postcode, city } = made;
  const number = organisationNumber ?? personalNumber ?? '';
  return [name, number, vatNumber ?? '', street, postcode, city, numbers('bankgiro'), numbers('plusgiro'), numbers('iban')];
}

/** The same rows and indexes, and nothing else: no rules, no history, no log; written as safely, and as many at a time. */
async function insertBare(rows: number): Promise<void> {
  const connection = new Database(join(folder, 'bare.db'));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.exec(`
    CREATE TABLE suppliers (id TEXT PRIMARY KEY, name TEXT, number TEXT, vat TEXT, street TEXT, postcode TEXT, city TEXT);
    CREATE UNIQUE INDEX by_number ON suppliers (number);
    CREATE INDEX by_name ON suppliers (name);
    CREATE TABLE numbers (id TEXT PRIMARY KEY, supplier TEXT, kind TEXT, number TEXT);
    CREATE INDEX by_supplier ON numbers (supplier);
    CREATE INDEX by_kind ON numbers (kind, number);`);
  const supplier = connection.prepare('INSERT OR IGNORE INTO suppliers VALUES (?, ?, ?, ?, ?, ?, ?)');
  const paid = connection.prepare('INSERT INTO numbers VALUES (?, ?, ?, ?)');
  const write = connection.transaction((batch: readonly MadeSupplier[]) => {
    for (const made of batch) {
      const id = `0190eeee-0000-7000-8000-${made.n.toString(16).padStart(12, '0')}`;
      const number = made.organisationNumber ?? made.personalNumber;
      supplier.run(id, made.name, number, made.vatNumber, made.street, made.postcode, made.city);
      for (const [place, one] of made.paymentNumbers.entries()) paid.run(`${id}${place}`, id, one.kind, one.number);
    }
  });
  let batch: MadeSupplier[] = [];
  for (const made of aRegister({ seed: registerSeed, rows, twinShare: 0 })) {
    batch.push(made);
    if (batch.length < 1_000) continue;
    write(batch);
    batch = [];
  }
  write(batch);
  connection.close();
}

if (process.argv[1] === import.meta.filename) await measureImport(Number(process.argv[2] ?? 200_000));
