import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { openBlobs } from '../main/engine/blobs.ts';
import { openKeptPages } from '../main/engine/intake/kept-pages.ts';
import { knowledgeOf } from '../main/engine/intake/knowledge.ts';
import { verifiedInvoices } from '../main/engine/queries/verified-invoices.ts';
import { openWorkspaceFile } from '../main/engine/store/open.ts';
import { sqliteStore } from '../main/engine/store/sqlite-store.ts';
import { dayInSweden } from '../shared/base/day.ts';
import type { PageWords } from '../shared/base/page.ts';
import type { Around, SupplierKeys } from '../shared/domain/extraction/index.ts';
import { type CorrectedFile, readCorrections } from './corrections.ts';
import { openLearner } from './learn.ts';
import { listFiles } from './list-files.ts';
import { openReaders } from './open-readers.ts';
import { resourcesFolder } from './places.ts';
import { type Keeping, type ReadAround, type ReadLine, readOne } from './read-one.ts';
import { openSupplierBook, readSuppliers, type SupplierBook } from './supplier-book.ts';

export type ReadOptions = {
  /** A workspace whose suppliers and learned rules are used. */
  readonly workspace?: string | undefined;
  /** A file of suppliers. */
  readonly suppliers?: string | undefined;
  /** A file of corrections to learn from first. */
  readonly learn?: string | undefined;
};

/** So many files are read, or wait to be printed, at a time. */
const inFlight = 8;

/**
 * Reads files, and the files in folders, and prints one JSON line for each, in their order: the documents as the window would propose
 * them, or why the file cannot be read. Gives the exit status: 1 when any file could not be read. Throws BadCorrections.
 */
export async function read(names: readonly string[], options: ReadOptions): Promise<number> {
  const files = await listFiles(names);
  const today = dayInSweden(Date.now());
  const corrected = options.learn === undefined ? [] : await readCorrections(options.learn, files, today);
  const book = openSupplierBook(options.suppliers === undefined ? [] : await readSuppliers(options.suppliers));
  const scratch = await mkdtemp(join(tmpdir(), 'fakturist-read-'));
  const database = openWorkspaceFile(options.workspace ?? scratch, join(resourcesFolder, 'migrations', 'workspace'), {
    open: Database,
  });
  const register = { store: sqliteStore(database.reader), clock: Date.now, verified: verifiedInvoices(database.reader) };
  const readers = openReaders(resourcesFolder, Math.min(2, availableParallelism()));
  const knowledge = async (keys: SupplierKeys): Promise<Around> => withBook(await knowledgeOf(register, keys), book, keys);
  const around: ReadAround = { readers, scratch, knowledge };
  try {
    const kept = await learnFrom(corrected, around, book);
    const unlisted = corrected.map(({ file }) => file).filter((file) => !files.includes(file));
    return await printAll([...new Set([...unlisted, ...files])], around, kept);
  } finally {
    await readers.close();
    database.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** The suppliers of the register and of the book, each once: what the book says of one counts. */
function withBook(around: Around, book: SupplierBook, keys: SupplierKeys): Around {
  const { suppliers, anchors, repeated } = book.knowledge(keys);
  const known = new Set(suppliers.flatMap(({ organisationNumber }) => organisationNumber ?? []));
  const others = around.suppliers.filter(
    ({ organisationNumber }) => organisationNumber === undefined || !known.has(organisationNumber),
  );
  return {
    ...around,
    suppliers: [...suppliers, ...others],
    anchors: [...anchors, ...(around.anchors ?? [])],
    repeated: [...repeated, ...(around.repeated ?? [])],
  };
}

/** Reads the corrected files and learns from them, in their order. Gives what was read of them, so that it is not read again. */
async function learnFrom(
  corrected: readonly CorrectedFile[],
  around: ReadAround,
  book: SupplierBook,
): Promise<(file: string) => Keeping | undefined> {
  if (corrected.length === 0) return () => undefined;
  for (const { documents } of corrected) for (const { fields } of documents) book.supplierOf(fields);
  const folder = join(around.scratch, 'learned');
  const blobs = await openBlobs(folder);
  const pages = openKeptPages(folder, blobs);
  const sources = new Set(corrected.map(({ file }) => file));
  const kept = (file: string): Keeping | undefined =>
    sources.has(file) ? { blobs, pages, sha256: createHash('sha256').update(resolve(file)).digest('hex') } : undefined;

  const learner = openLearner(book, dayInSweden(Date.now()));
  const readings = inOrder(corrected, async ({ file }, place) => {
    const documents: (readonly PageWords[])[] = [];
    const line = await readOne(file, around, place, {
      keeping: kept(file),
      onDocument: (_, words) => void documents.push(words),
    });
    return { line, documents };
  });
  let place = 0;
  for await (const { line, documents } of readings) {
    const { file, documents: said } = corrected[place] ?? { file: '', documents: [] };
    place += 1;
    if ('error' in line) process.stderr.write(`${file}: nothing is learned from it: ${line.error.message}\n`);
    const all = documents.flat();
    for (const [number, document] of said.entries()) {
      const own = document.pages?.flatMap((page) => all.find((one) => one.page === page) ?? []) ?? documents[number] ?? [];
      if (own.length > 0) learner.learn(file, document, own);
    }
  }
  return kept;
}

async function printAll(
  files: readonly string[],
  around: ReadAround,
  kept: (file: string) => Keeping | undefined,
): Promise<number> {
  let failed = false;
  for await (const line of inOrder(files, (file, place) => readOne(file, around, place, { keeping: kept(file) }))) {
    failed ||= 'error' in line;
    await print(line);
  }
  return failed ? 1 : 0;
}

/** Waits while the other end of the pipe is behind. */
const print = (line: ReadLine): Promise<void> =>
  new Promise((done) => void process.stdout.write(`${JSON.stringify(line)}\n`, () => done()));

/** Works on some at a time, and gives what came of each in their order. */
async function* inOrder<From, To>(list: readonly From[], work: (one: From, place: number) => Promise<To>): AsyncGenerator<To> {
  const running: Promise<To>[] = [];
  for (const [place, one] of list.entries()) {
    running.push(work(one, place));
    const [first] = running;
    if (running.length < inFlight || first === undefined) continue;
    yield await first;
    running.shift();
  }
  for (const last of running) yield await last;
}
