import { mkdir } from 'node:fs/promises';
import Database from 'better-sqlite3';
import Encrypted from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { PersonId } from '../../shared/base/ids.ts';
import { asId } from '../../shared/base/ids.ts';
import type { JoinReport, Notice } from '../../shared/contract/engine.ts';
import type { Port } from '../../shared/contract/port.ts';
import { uuid } from '../../shared/contract/uuid.ts';
import { openBlobs } from './blobs.ts';
import { setUpDemonstration } from './demonstration.ts';
import type { EngineParts } from './engine-parts.ts';
import { exchangeWhenAsked } from './exchange/exchange-when-asked.ts';
import type { Exchange } from './exchange/start-exchange.ts';
import { queryHandlers, taskHandlers } from './handlers.ts';
import { type Intake, startIntake } from './intake/intake.ts';
import { type Readers, startReaders } from './intake/readers.ts';
import type { JoinInput } from './join-server.ts';
import { type Learning, startLearning } from './learning/start-learning.ts';
import { openSeats } from './open-seat.ts';
import { program, programPerson } from './people.ts';
import { openTwinSearch } from './queries/register-twins.ts';
import { type InvoiceSearchJob, startInvoiceSearch } from './queries/search/start-search.ts';
import { suppliersAfter } from './queries/suppliers-after.ts';
import { servePage } from './serve-page.ts';
import { openSession } from './session.ts';
import { openSettings } from './settings.ts';
import { openDrafts } from './store/drafts-file.ts';
import type { SqliteDriver } from './store/open.ts';
import { type ControlJob, startControlJob } from './supplier-control/control-job.ts';
import { openControlNotes } from './supplier-control/control-notes.ts';

export type EngineOptions = {
  /** The folder of the workspace; made when it is not there. */
  readonly workspace: string;
  /** The folder of what ships beside the program. */
  readonly resources: string;
  /** People, suppliers and documents to try it on, when the workspace is empty. */
  readonly demonstration: boolean;
  /** The demonstration's documents are left where they are. */
  readonly withoutDocuments?: boolean;
  /** 64 hex digits: the database is encrypted with it. */
  readonly key?: string;
  readonly clock?: () => number;
};

export type EngineProcess = {
  /** Gives a page its port. Each page chooses its own person. */
  attachPage(port: Port): void;
  /** `forClerk`: kept free for the places that a clerk wants read now. */
  attachReader(port: Port, options?: { readonly forClerk: boolean }): void;
  readonly parts: EngineParts;
  readonly readers: Readers;
  readonly intake: Intake;
  readonly learning: Learning;
  readonly controlJob: ControlJob;
  readonly search: InvoiceSearchJob;
  /** Registers as files; opened when it is first asked for. */
  exchange(): Promise<Exchange>;
  stop(): Promise<void>;
};

/** Opens a workspace and serves it: the domain engine, under plain Node or Electron alike. */
export async function startEngine({
  workspace,
  resources,
  demonstration,
  withoutDocuments = false,
  key,
  clock = Date.now,
}: EngineOptions): Promise<EngineProcess> {
  await mkdir(workspace, { recursive: true });
  const driver: SqliteDriver = key === undefined ? { open: Database } : { open: Encrypted, key };
  const pages = new Set<(notice: Notice) => void>();
  let rowsChanged = (): void => {};
  const notify = (notice: Notice): void => {
    for (const tell of pages) tell(notice);
    if (notice.kind === 'changed') rowsChanged();
  };

  const blobs = await openBlobs(workspace);
  const seats = await openSeats({ workspace, resources, driver, clock, blobs, notify });
  const seat = seats.now;
  const drafts = openDrafts(workspace, driver);
  const search = startInvoiceSearch({
    folder: workspace,
    driver,
    rowsPath: () => seat().rows().reader.name,
    blobs,
    changed: () => notify({ kind: 'search', status: search.status() }),
  });
  rowsChanged = search.poke;
  search.poke();
  async function execute(actor: PersonId, name: string, input: unknown, commandId: string = uuid()) {
    await seats.settled();
    return seat().execute({ id: asId(commandId), name, input, actor });
  }
  const parts: EngineParts = {
    get reader() {
      return seat().rows().reader;
    },
    store: {
      get: (entity, id) => seat().store.get(entity, id),
      find: (entity, lookup, key, limit) => seat().store.find(entity, lookup, key, limit),
      getMany: (entity, ids) => seat().store.getMany(entity, ids),
      findMany: (entity, lookup, keys, limit) => seat().store.findMany(entity, lookup, keys, limit),
    },
    verified: (supplierId, limit) => seat().rows().queries.verified(supplierId, limit),
    unit: () => seat().unit(),
    isOurs: (fileId) => seat().isOurs(fileId),
    fetchBlob: (sha256) => seat().sync.fetchBlob(sha256),
    blobs,
    workspace,
    resources,
    clock,
    execute: execute as EngineParts['execute'],
    notify,
  };
  const settings = await openSettings(workspace);
  const readers = startReaders(() => tellReading());
  const intake = startIntake(parts, readers, program);
  const learning = startLearning(parts, program);
  const exchange = exchangeWhenAsked(parts);
  const twins = openTwinSearch(
    () => seat().rows().reader,
    (status) => notify({ kind: 'twins', status }),
  );
  const controlJob = startControlJob({
    clock,
    store: parts.store,
    notes: await openControlNotes(workspace),
    workspaceKey: key,
    isReady: () => isTakingIn,
    suppliersAfter: (id, limit) => suppliersAfter(seat().rows().reader, parts.store)(id, limit),
    report: (input) => parts.execute(program, 'supplier-control/report-verdicts', input),
    changed: () => notify({ kind: 'control-service', status: controlJob.status() }),
  });
  const tellReading = (): void => notify({ kind: 'reading', status: intake.status() });

  /** The program takes files in once it is a person of this workspace. */
  let isTakingIn = false;
  async function startTakingIn(): Promise<void> {
    if ((await parts.store.get('person', program)) === undefined) return;
    isTakingIn = true;
    await intake.watch(settings.read().watchedFolder);
    await intake.readWaiting();
    learning.resume();
  }

  async function join(input: JoinInput): Promise<JoinReport> {
    const report = await seats.join(input);
    notify({ kind: 'changed', entities: ['person'] });
    notify({ kind: 'sync', status: seat().sync.status() });
    void startTakingInWhenReady();
    return report;
  }

  /** The rows of a workstation that has just joined come when somebody signs in. */
  async function startTakingInWhenReady(): Promise<void> {
    await seat().ready;
    starting = isStopping ? starting : startTakingIn();
    await starting;
  }
  let starting: Promise<void> = Promise.resolve();
  let isStopping = false;

  if (demonstration && seat().people.kind === 'choose')
    await setUpDemonstration(parts, withoutDocuments ? undefined : settings.read().watchedFolder);
  if (seat().people.kind === 'choose') await startTakingIn();
  else void startTakingInWhenReady();

  return {
    parts,
    readers,
    intake,
    learning,
    controlJob,
    search,
    exchange: exchange.open,
    attachReader: readers.attach,
    attachPage: (port) => {
      const session = openSession(seat, { demonstration, clock });
      const around = {
        parts,
        session,
        intake,
        readers,
        settings,
        seat,
        exchange: exchange.open,
        twins,
        controlJob,
        search,
        drafts,
        join,
      };
      const tell = servePage(port, {
        queries: queryHandlers(around),
        tasks: taskHandlers(around),
        execute: async (name, input, commandId) => {
          if (name === 'access/found-workspace') {
            const founded = await execute(program, name, withProgram(input), commandId);
            if (founded.ok) await startTakingIn();
            return founded;
          }
          const actor = session.person();
          const result = await execute(actor, name, input, commandId);
          if (result.ok) learning.accepted(name, result.value.commandId, actor);
          if (name === 'intake/try-again') await intake.readWaiting();
          return result;
        },
      });
      pages.add(tell);
      for (const notice of seat().news) tell(notice);
      port.onClose(() => pages.delete(tell));
    },
    stop: async () => {
      isStopping = true;
      await starting;
      await intake.stop();
      await learning.stop();
      await exchange.stop();
      await search.stop();
      drafts.close();
      await controlJob.stop();
      twins.stop();
      await twins.settled();
      await seats.settled();
      await seat().stop();
    },
  };
}

/** The founders' list with the program's own person on it. */
function withProgram(input: unknown): unknown {
  const founding = z.object({ people: z.array(z.unknown()) }).safeParse(input);
  return founding.success ? { people: [programPerson, ...founding.data.people] } : input;
}
