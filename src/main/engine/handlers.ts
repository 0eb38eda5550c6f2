import type { z } from 'zod';
import { dayInSweden } from '../../shared/base/day.ts';
import { asPageWords, type PageWords } from '../../shared/base/page.ts';
import {
  EngineError,
  type JoinReport,
  type Queries,
  type QueryName,
  type QueryResult,
  type TaskName,
  type TaskResult,
  type Tasks,
} from '../../shared/contract/engine.ts';
import { placeOfNumber } from '../../shared/domain/register-changes/index.ts';
import { pageOfFile } from '../../shared/run/page-of-file.ts';
import { callNoteHandlers } from './call-note-handlers.ts';
import { customerAndArticleHandlers } from './customer-and-article-handlers.ts';
import { eInvoiceQueryHandlers, eInvoiceTaskHandlers } from './e-invoice-handlers.ts';
import type { EngineParts } from './engine-parts.ts';
import { exchangeQueryHandlers, exchangeTaskHandlers } from './exchange/exchange-handlers.ts';
import type { Exchange } from './exchange/start-exchange.ts';
import { codeOf } from './failures.ts';
import type { Intake } from './intake/intake.ts';
import { readZone } from './intake/read-zone.ts';
import type { Readers } from './intake/readers.ts';
import { filePages } from './queries/file-pages.ts';
import { invoiceCard, twinsOfDraft } from './queries/invoice-card.ts';
import { previousValue } from './queries/previous-value.ts';
import type { TwinSearch } from './queries/register-twins.ts';
import { searchHandlers } from './queries/search/search-handlers.ts';
import type { InvoiceSearchJob } from './queries/search/start-search.ts';
import { registerHandlers } from './register-handlers.ts';
import type { Seat } from './seat.ts';
import type { SessionKeeper } from './session.ts';
import type { SettingsFile } from './settings.ts';
import type { Drafts } from './store/drafts-file.ts';
import { controlQueryHandlers, controlTaskHandlers } from './supplier-control/control-handlers.ts';
import type { ControlJob } from './supplier-control/control-job.ts';
import { workQueueHandlers } from './work-queue-handlers.ts';

/** The engine's side of the table of names: a name with no handler does not compile. */
export type QueryHandlers = { [Name in QueryName]: (input: z.output<Queries[Name]['input']>) => Promise<QueryResult<Name>> };
export type TaskHandlers = { [Name in TaskName]: (input: z.output<Tasks[Name]['input']>) => Promise<TaskResult<Name>> };

type Around = {
  readonly parts: EngineParts;
  readonly session: SessionKeeper;
  readonly intake: Intake;
  readonly readers: Readers;
  readonly settings: SettingsFile;
  /** Where one sits now: another one after joining a server. */
  readonly seat: () => Seat;
  /** Opened when it is first asked for. */
  readonly exchange: () => Promise<Exchange>;
  readonly twins: TwinSearch;
  /** Asks the control service. */
  readonly controlJob: ControlJob;
  readonly search: InvoiceSearchJob;
  readonly drafts: Drafts;
  /** Joins this single seat to a server. */
  readonly join: (input: z.output<Tasks['sync/join']['input']>) => Promise<JoinReport>;
};

export function queryHandlers({
  parts,
  session,
  intake,
  settings,
  seat,
  exchange,
  twins,
  controlJob,
  search,
  drafts,
  readers,
}: Around): QueryHandlers {
  /** Nothing but the choice of person is shown while nobody is chosen. */
  const whenChosen =
    <Input, Answer>(answer: (input: Input) => Answer | Promise<Answer>) =>
    async (input: Input): Promise<Answer> => {
      session.person();
      return answer(input);
    };
  const shown = () => seat().rows();
  return {
    ...exchangeQueryHandlers({ parts, session, exchange }),
    ...customerAndArticleHandlers({ seat, session, clock: parts.clock }),
    ...registerHandlers({ seat, session, clock: parts.clock }),
    ...controlQueryHandlers({ parts, seat, session, controlJob }),
    'session/read': () => session.read(),
    'access/people': whenChosen(({ limit }) => shown().queries.peopleAndRoles(limit, dayInSweden(parts.clock()))),
    'access/changes': whenChosen(({ folder, limit }) => shown().queries.roleChanges(folder, limit)),
    ...eInvoiceQueryHandlers({ parts, seat, session, readers }),
    ...workQueueHandlers({ seat, session, clock: parts.clock }),
    ...callNoteHandlers({ seat, session, clock: parts.clock, unit: parts.unit, drafts }),
    ...searchHandlers({ seat, session, clock: parts.clock, blobs: parts.blobs, search }),
    'queue/list': whenChosen((input) =>
      shown().queries.list(input, { person: session.person(), atMs: parts.clock(), today: dayInSweden(parts.clock()) }),
    ),
    'queue/counts': whenChosen(() => shown().queries.counts()),
    'supplier-invoices/card': whenChosen(({ invoiceId }) => invoiceCard(shown().store, invoiceId, parts.clock())),
    'supplier-invoices/previous-value': whenChosen((asked) => previousValue(shown(), asked)),
    'supplier-invoices/twins': whenChosen((draft) => twinsOfDraft(shown().store, draft)),
    'supplier-invoices/history': whenChosen(({ invoiceId, limit }) => shown().queries.history(invoiceId, limit)),
    'supplier-invoices/words': whenChosen(async ({ wordsSha256 }) => {
      await seat().sync.fetchBlob(wordsSha256);
      return readWords(parts, wordsSha256);
    }),
    'faults/figures': whenChosen((period) => shown().queries.faultFigures(period)),
    'supplier-invoices/undoable': whenChosen(({ limit }) => shown().queries.undoable(session.person(), limit)),
    'registers/twins': whenChosen(({ from, limit }) => twins.page(from, limit)),
    'suppliers/card': whenChosen(({ supplierId }) => shown().queries.supplier(supplierId)),
    'suppliers/revealed': async ({ supplierId }) => {
      await session.demand('suppliers.register');
      return shown().queries.supplierRevealed(supplierId, session.person(), parts.clock());
    },
    'register-changes/revealed': async ({ changeId }) => {
      await session.demand('register-changes.decide');
      return shown().queries.changeRevealed(changeId, session.person(), parts.clock());
    },
    'register-changes/list': whenChosen(({ folder, limit }) => shown().queries.changes(folder, limit)),
    'register-changes/place-on-page': whenChosen(async ({ fileId, page, number }) => {
      const found = await pageOfFile(shown().store, fileId, page);
      if (found === undefined) return null;
      await seat().sync.fetchBlob(found.page.wordsSha256);
      const read = await readWords(parts, found.page.wordsSha256);
      return read === null ? null : placeOfNumber(read.words, number);
    }),
    'register-changes/imports': whenChosen(({ limit }) => shown().queries.importsThatWait(limit, dayInSweden(parts.clock()))),
    'register-changes/of-import': whenChosen(({ importId, limit }) =>
      shown().queries.changesOfImport(importId, limit, dayInSweden(parts.clock())),
    ),
    'register-changes/of-supplier': whenChosen(({ supplierId, limit }) => shown().queries.changesOf(supplierId, limit)),
    'intake/files': whenChosen(({ limit }) => shown().queries.files(limit)),
    'intake/pages': whenChosen(({ fileId }) => filePages(shown().store, fileId, intake.readSoFar)),
    'learned-rules/of-supplier': whenChosen(({ supplierId, limit }) => shown().queries.rules(supplierId, limit)),
    'learned-rules/card': whenChosen(({ ruleId }) => shown().queries.rule(ruleId)),
    'supplier-control/inbox': whenChosen((input) => shown().queries.controlInbox(input, dayInSweden(parts.clock()))),
    'supplier-control/of-supplier': whenChosen(({ supplierId, limit }) =>
      shown().queries.supplierControls(supplierId, limit, dayInSweden(parts.clock())),
    ),
    'supplier-control/of-invoice': whenChosen(({ invoiceId }) =>
      shown().queries.invoiceControls(invoiceId, dayInSweden(parts.clock())),
    ),
    'intake/status': whenChosen(() => intake.status()),
    'settings/read': () => Promise.resolve(settings.read()),
    'sync/status': () => Promise.resolve(seat().sync.status()),
    'sync/outbox': whenChosen(({ limit }) => seat().sync.outbox(limit)),
    'sync/conflict': whenChosen(({ commandId }) => seat().sync.conflict(commandId)),
  };
}

export function taskHandlers({
  parts,
  session,
  intake,
  readers,
  settings,
  seat,
  exchange,
  twins,
  controlJob,
  drafts,
  join,
}: Around): TaskHandlers {
  return {
    ...eInvoiceTaskHandlers({ parts, seat, session, readers }),
    ...exchangeTaskHandlers({ parts, session, exchange }),
    ...controlTaskHandlers({ parts, seat, session, controlJob }),
    'registers/find-twins': async () => {
      await session.demand('suppliers.register');
      return twins.start();
    },
    'registers/stop-finding-twins': async () => {
      await session.demand('suppliers.register');
      return twins.stop();
    },
    'drafts/keep': async ({ personId, name, text }) => {
      if (personId !== session.person()) return { kept: false };
      drafts.keep(personId, name, text);
      return { kept: true };
    },
    'session/choose-person': ({ personId }) => session.choose(personId),
    'session/lock': () => session.lock(),
    'session/sign-in': ({ login, password }) => session.signIn(login, password),
    'sync/join': join,
    'sync/retry': async () => {
      seat().sync.retry();
      return seat().sync.status();
    },
    'sync/deal-with': async ({ commandIds }) => {
      session.person();
      await seat().sync.dealWith(commandIds);
      return seat().sync.status();
    },
    'blobs/fetch': async ({ sha256 }) => {
      session.person();
      return { there: await seat().sync.fetchBlob(sha256) };
    },
    'intake/take-in': async ({ name, bytes }) => {
      await session.demand('intake.receive');
      return intake.takeIn(name, bytes, session.person());
    },
    'intake/prefer': async ({ fileId, page }) => {
      session.person();
      intake.prefer(fileId, page);
      return intake.status();
    },
    'supplier-invoices/read-zone': async (input) => {
      await session.demand('supplier-invoices.correct');
      return readZone(parts, readers, input);
    },
    'supplier-invoices/make-copy': async ({ invoiceId }) => {
      await session.demand('supplier-invoices.copy');
      const { makeCopy } = await import('./documents/make-copy.ts'); // the PDF library is not read at every start
      return makeCopy({ parts, readers }, invoiceId, session.person());
    },
    'supplier-invoices/make-fault-letter': async ({ invoiceId, language }) => {
      await session.demand('supplier-invoices.correct');
      const { makeFaultLetter } = await import('./documents/make-fault-letter.ts'); // the PDF library is not read at every start
      return makeFaultLetter(parts, invoiceId, language, session.person());
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
    return asPageWords(JSON.parse(new TextDecoder().decode(await blobs.read(sha256)))); // written by ourselves, under its own hash
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new EngineError('storage-failed');
  }
}
