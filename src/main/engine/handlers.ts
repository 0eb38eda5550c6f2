import type { z } from 'zod';
import type { PageWords } from '../../shared/base/page.ts';
import {
  EngineError,
  type Queries,
  type QueryName,
  type QueryResult,
  type TaskName,
  type TaskResult,
  type Tasks,
} from '../../shared/contract/engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { codeOf } from './failures.ts';
import type { Intake } from './intake/intake.ts';
import { invoiceHistory, undoableSteps } from './queries/history.ts';
import { invoiceCard, twinsOfDraft } from './queries/invoice-card.ts';
import { queueCounts } from './queries/queue-counts.ts';
import { queueList } from './queries/queue-list.ts';
import { sourceFiles } from './queries/source-files.ts';
import { supplierCard, suppliersList } from './queries/suppliers.ts';
import type { SessionKeeper } from './session.ts';
import type { SettingsFile } from './settings.ts';

/** The engine's side of the table of names: a name with no handler does not compile. */
export type QueryHandlers = { [Name in QueryName]: (input: z.output<Queries[Name]['input']>) => Promise<QueryResult<Name>> };
export type TaskHandlers = { [Name in TaskName]: (input: z.output<Tasks[Name]['input']>) => Promise<TaskResult<Name>> };

type Around = {
  readonly parts: EngineParts;
  readonly session: SessionKeeper;
  readonly intake: Intake;
  readonly settings: SettingsFile;
};

/** What the statements that every page shares are prepared as, once. */
export function prepareQueries({ reader, store }: Pick<EngineParts, 'reader' | 'store'>) {
  return {
    list: queueList(reader),
    counts: queueCounts(reader),
    history: invoiceHistory(reader),
    undoable: undoableSteps(reader),
    suppliers: suppliersList(reader),
    supplier: supplierCard(reader, store),
    files: sourceFiles(reader),
  };
}

export function queryHandlers(
  { parts, session, intake, settings }: Around,
  prepared: ReturnType<typeof prepareQueries>,
): QueryHandlers {
  /** Nothing but the choice of person is shown while nobody is chosen. */
  const whenChosen =
    <Input, Answer>(answer: (input: Input) => Answer | Promise<Answer>) =>
    async (input: Input): Promise<Answer> => {
      session.person();
      return answer(input);
    };
  return {
    'session/read': () => session.read(),
    'queue/list': whenChosen(prepared.list),
    'queue/counts': whenChosen(() => prepared.counts()),
    'supplier-invoices/card': whenChosen(({ invoiceId }) => invoiceCard(parts.store, invoiceId, parts.clock())),
    'supplier-invoices/twins': whenChosen((draft) => twinsOfDraft(parts.store, draft)),
    'supplier-invoices/history': whenChosen(({ invoiceId, limit }) => prepared.history(invoiceId, limit)),
    'supplier-invoices/words': whenChosen(({ wordsSha256 }) => readWords(parts, wordsSha256)),
    'supplier-invoices/undoable': whenChosen(({ limit }) => prepared.undoable(session.person(), limit)),
    'suppliers/list': whenChosen(({ search, limit }) => prepared.suppliers(search, limit)),
    'suppliers/card': whenChosen(({ supplierId }) => prepared.supplier(supplierId)),
    'intake/files': whenChosen(({ limit }) => prepared.files(limit)),
    'intake/status': whenChosen(() => intake.status()),
    'settings/read': () => Promise.resolve(settings.read()),
  };
}

export function taskHandlers({ parts, session, intake, settings }: Around): TaskHandlers {
  return {
    'session/choose-person': ({ personId }) => session.choose(personId),
    'session/lock': () => session.lock(),
    'intake/take-in': async ({ name, bytes }) => {
      await session.demand('intake.receive');
      return intake.takeIn(name, bytes, session.person());
    },
    'supplier-invoices/make-copy': async ({ invoiceId }) => {
      await session.demand('supplier-invoices.copy');
      const { makeCopy } = await import('./documents/make-copy.ts'); // the PDF library is not read at every start
      return makeCopy(parts, invoiceId, session.person());
    },
    'settings/save': async (wanted) => {
      session.person();
      const saved = await settings.save(wanted);
      await intake.watch(saved.watchedFolder);
      return saved;
    },
  };
}

/** The words of a page; null when the blob is not there. */
async function readWords({ blobs }: EngineParts, sha256: string): Promise<PageWords | null> {
  try {
    return JSON.parse(new TextDecoder().decode(await blobs.read(sha256))) as PageWords; // written by ourselves, under its own hash
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new EngineError('storage-failed');
  }
}
