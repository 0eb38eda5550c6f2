import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Encrypted from 'better-sqlite3-multiple-ciphers';
import { z } from 'zod';
import type { PersonId } from '../../shared/base/ids.ts';
import { asId } from '../../shared/base/ids.ts';
import { err, ok } from '../../shared/base/result.ts';
import { EngineError, type Notice } from '../../shared/contract/engine.ts';
import type { Port } from '../../shared/contract/port.ts';
import { uuid } from '../../shared/contract/uuid.ts';
import type { EntityName } from '../../shared/run/entities/index.ts';
import { startSequencer } from '../../shared/run/sequencer.ts';
import type { Outcome } from '../../shared/run/store.ts';
import { openBlobs } from './blobs.ts';
import { setUpDemonstration } from './demonstration.ts';
import type { EngineParts } from './engine-parts.ts';
import { prepareQueries, queryHandlers, taskHandlers } from './handlers.ts';
import { type Intake, startIntake } from './intake/intake.ts';
import { type Readers, startReaders } from './intake/readers.ts';
import { program, programPerson } from './people.ts';
import { servePage } from './serve-page.ts';
import { openSession } from './session.ts';
import { openSettings } from './settings.ts';
import { openWorkspaceFile, type SqliteDriver } from './store/open.ts';
import { sqliteLogStore, sqliteStore } from './store/sqlite-store.ts';

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
  attachReader(port: Port): void;
  readonly parts: EngineParts;
  readonly readers: Readers;
  readonly intake: Intake;
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
  const file = openWorkspaceFile(workspace, join(resources, 'migrations', 'workspace'), driver);
  const store = sqliteStore(file.reader);
  const sequencer = startSequencer(sqliteLogStore(file.writer), clock);
  const pages = new Set<(notice: Notice) => void>();
  const notify = (notice: Notice): void =>
    pages.forEach((tell) => {
      tell(notice);
    });

  async function decide(actor: PersonId, name: string, input: unknown, commandId: string = uuid()): Promise<Outcome> {
    const outcome = await sequencer.execute({
      id: asId(commandId),
      name,
      input,
      actor,
      device: 'workstation',
      issuedAtMs: clock(),
    });
    if (outcome.kind === 'accepted')
      notify({ kind: 'changed', entities: [...new Set(outcome.changes.map(({ entity }): EntityName => entity))] });
    return outcome;
  }

  async function execute(actor: PersonId, name: string, input: unknown, commandId: string = uuid()) {
    const outcome = await decide(actor, name, input, commandId);
    if (outcome.kind === 'accepted') return ok({ commandId: asId<'command'>(commandId) });
    if (outcome.kind === 'rejected') return err(outcome.error);
    console.error(`parked: ${name} ${commandId}: ${outcome.message}`);
    throw new EngineError('parked');
  }

  const parts: EngineParts = {
    reader: file.reader,
    store,
    blobs: await openBlobs(workspace),
    workspace,
    resources,
    clock,
    execute: execute as EngineParts['execute'],
    notify,
  };
  const settings = await openSettings(workspace);
  const readers = startReaders(() => tellReading());
  const intake = startIntake(parts, readers, program);
  const tellReading = (): void => notify({ kind: 'reading', status: intake.status() });
  const prepared = prepareQueries(parts);

  /** The program takes files in once it is a person of this workspace. */
  async function startTakingIn(): Promise<void> {
    if ((await store.get('person', program)) === undefined) return;
    await intake.watch(settings.read().watchedFolder);
    await intake.readWaiting();
  }

  if (demonstration) await setUpDemonstration(parts, withoutDocuments ? undefined : settings.read().watchedFolder);
  await startTakingIn();

  return {
    parts,
    readers,
    intake,
    attachReader: readers.attach,
    attachPage: (port) => {
      const session = openSession(store, { demonstration, clock });
      const around = { parts, session, intake, settings };
      const tell = servePage(port, {
        queries: queryHandlers(around, prepared),
        tasks: taskHandlers(around),
        execute: async (name, input, commandId) => {
          if (name === 'access/found-workspace') {
            const founded = await execute(program, name, withProgram(input), commandId);
            if (founded.ok) await startTakingIn();
            return founded;
          }
          const result = await execute(session.person(), name, input, commandId);
          if (name === 'intake/try-again') await intake.readWaiting();
          return result;
        },
      });
      pages.add(tell);
      port.onClose(() => pages.delete(tell));
    },
    stop: async () => {
      await intake.stop();
      await sequencer.idle();
      file.close();
    },
  };
}

/** The founders' list with the program's own person on it. */
function withProgram(input: unknown): unknown {
  const founding = z.object({ people: z.array(z.unknown()) }).safeParse(input);
  return founding.success ? { people: [programPerson, ...founding.data.people] } : input;
}
