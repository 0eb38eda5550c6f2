import { z } from 'zod';
import type { Day } from '../base/day.ts';
import type { CommandId, PersonId, SupplierInvoiceId } from '../base/ids.ts';
import type { PageWords, Word } from '../base/page.ts';
import type { Result } from '../base/result.ts';
import type { Permission, Role } from '../domain/access/index.ts';
import type { CalendarGap } from '../domain/calendar/index.ts';
import type { SourceFile } from '../domain/intake/index.ts';
import type { FieldValue } from '../domain/invoice-fields/index.ts';
import {
  type Around,
  type Finding,
  type Queue,
  queues,
  type SupplierInvoice,
  type SupplierInvoiceEvent,
  type Twin,
} from '../domain/supplier-invoices/index.ts';
import type { AnyRejection, CommandName, InputOf, RejectionOf } from '../run/commands/index.ts';
import type { EntityName } from '../run/entities/index.ts';
import { boxSchema, fieldKindSchema, fieldNameSchema, id, sha256, words } from '../run/schemas.ts';
import { accessQueries } from './access.ts';
import { callNoteQueries, draftTasks } from './call-notes.ts';
import { takes } from './called.ts';
import { type ControlNotice, controlServiceQueries, controlServiceTasks } from './control-service.ts';
import { customerAndArticleQueries } from './customers-and-articles.ts';
import { eInvoiceQueries, eInvoiceTasks } from './e-invoices.ts';
import { faultFigureQueries } from './fault-figures.ts';
import type { HistoryLine } from './history.ts';
import type { FilePages, IntakeStatus, SourceFileRow, TakenIn } from './intake.ts';
import type { LearnedNotice, LearnedRuleRow } from './learned-rules.ts';
import { overviewQueries } from './overview.ts';
import type { QueueRow } from './queue-row.ts';
import { registerChangeQueries } from './register-changes.ts';
import { type ExchangeNotice, exchangeQueries, exchangeTasks } from './register-exchange.ts';
import { historyQueries } from './register-history.ts';
import { type RegisterHits, registers } from './register-search.ts';
import { type TwinNotice, twinQueries, twinTasks } from './register-twins.ts';
import { type SearchNotice, searchQueries } from './search.ts';
import { supplierControlQueries } from './supplier-control.ts';
import { supplierQueries } from './suppliers.ts';
import type { Conflict, JoinReport, OutboxView, SyncStatus } from './sync.ts';
import { type QueueCount, workQueueQueries } from './work-queue.ts';

/**
 * One table of names between screen and engine.
 *
 * A **query** changes nothing. A **command** is rejected or written. A **task** is work around the rules: choosing who one is,
 * taking in bytes, drawing a PDF. What a name takes is parsed on arrival; what it gives is typed here.
 */
const limit = z.int().min(1).max(500);
const nothing = z.object({});
const invoiceId = id<'supplierInvoice'>();
const fileId = id<'sourceFile'>();

const queueCursor = z.object({ key: z.union([words(300), z.number()]), id: invoiceId });

export const queueSorts = ['received', 'due', 'total', 'supplier', 'number'] as const;
export type QueueSort = (typeof queueSorts)[number];

export const queries = {
  ...accessQueries,
  ...controlServiceQueries,
  ...exchangeQueries,
  ...historyQueries,
  ...twinQueries,
  ...registerChangeQueries,
  ...customerAndArticleQueries,
  ...workQueueQueries,
  ...overviewQueries,
  ...searchQueries,
  ...callNoteQueries,
  ...eInvoiceQueries,
  ...faultFigureQueries,
  'session/read': takes(nothing).gives<Session>(),
  'queue/list': takes(
    z.object({
      queue: z.enum([...queues, 'all']),
      /** What else must hold: see docs/filter-language.md. One that cannot be read throws `malformed`. */
      filter: words(500).default(''),
      sort: z.enum(queueSorts),
      descending: z.boolean(),
      /** The last row of the page before; null for the first page. */
      after: queueCursor.nullable(),
      /** The first row of the page behind, to read backwards from there. */
      before: queueCursor.nullable().default(null),
      /** So many rows from the beginning, when there is no page beside it to go by. Near the end: the last page. */
      at: z.int().min(0).nullable().default(null),
      limit,
    }),
  ).gives<QueuePage>(),
  'queue/counts': takes(nothing).gives<QueueCounts>(),
  'supplier-invoices/card': takes(z.object({ invoiceId })).gives<InvoiceCard | null>(),
  'supplier-invoices/twins': takes(
    z.object({ invoiceId, number: words(200).nullable(), totalMinor: z.int().nullable(), invoiceDate: words(10).nullable() }),
  ).gives<readonly Twin[]>(),
  'supplier-invoices/history': takes(z.object({ invoiceId, limit })).gives<readonly HistoryLine[]>(),
  'supplier-invoices/words': takes(z.object({ wordsSha256: sha256 })).gives<PageWords | null>(),
  'supplier-invoices/undoable': takes(z.object({ limit })).gives<readonly UndoableLine[]>(),
  /** One box: names as they are typed, and any number that leads to a row. A person's number finds only for those who keep registers. */
  'registers/search': takes(z.object({ register: z.enum(registers), text: words(200), limit })).gives<RegisterHits>(),
  ...supplierQueries,
  'intake/files': takes(z.object({ limit })).gives<readonly SourceFileRow[]>(),
  /** Every page of a file in order; null when there is no such file. */
  'intake/pages': takes(z.object({ fileId })).gives<FilePages | null>(),
  'intake/status': takes(nothing).gives<IntakeStatus>(),
  /** What corrections taught about a supplier's layouts, the newest first; also what is switched off. */
  'learned-rules/of-supplier': takes(z.object({ supplierId: id<'supplier'>(), limit })).gives<readonly LearnedRuleRow[]>(),
  /** The rule that a field's evidence of kind `learned` names by its `ref`. */
  'learned-rules/card': takes(z.object({ ruleId: id<'learnedRule'>() })).gives<LearnedRuleRow | null>(),
  ...supplierControlQueries,
  /** What stands in a field of the last invoice of the same supplier that somebody has vouched for and that has it; null: none has. */
  'supplier-invoices/previous-value': takes(z.object({ invoiceId, field: fieldNameSchema })).gives<FieldValue | null>(),
  'settings/read': takes(nothing).gives<Settings>(),
  'sync/status': takes(nothing).gives<SyncStatus>(),
  /** What waits for the server, and what it refused. */
  'sync/outbox': takes(z.object({ limit })).gives<OutboxView>(),
  /** One refused piece of work, beside what the server has now; null when it has been dealt with. */
  'sync/conflict': takes(z.object({ commandId: id<'command'>() })).gives<Conflict | null>(),
};

export const tasks = {
  ...controlServiceTasks,
  ...exchangeTasks,
  ...twinTasks,
  ...draftTasks,
  ...eInvoiceTasks,
  'session/choose-person': takes(z.object({ personId: id<'person'>() })).gives<Session>(),
  'session/lock': takes(nothing).gives<Session>(),
  /** On a workstation that works with a server. Throws `wrong-password`, and `offline` where that person has never signed in here. */
  'session/sign-in': takes(z.object({ login: words(100), password: words(200) })).gives<Session>(),
  /** Joins this single seat to a server, with all that has been done here. Throws `offline`, `wrong-code`, `already-joined`. */
  'sync/join': takes(z.object({ address: words(300), code: words(60), deviceName: words(100) })).gives<JoinReport>(),
  /** Tries everything that waits, now. */
  'sync/retry': takes(nothing).gives<SyncStatus>(),
  /** The refused commands have been dealt with: they leave the list and stay in the outbox's archive. */
  'sync/deal-with': takes(z.object({ commandIds: z.array(id<'command'>()).min(1).max(1_000) })).gives<SyncStatus>(),
  /** Fetches a picture or other blob that is not on this workstation. */
  'blobs/fetch': takes(z.object({ sha256 })).gives<{ readonly there: boolean }>(),
  /** The bytes of a file that was dropped on the window or picked. */
  'intake/take-in': takes(z.object({ name: words(300), bytes: z.instanceof(Uint8Array) })).gives<TakenIn>(),
  /** The pages of this file are read first, and of them this page; null: the one that comes first. The last call counts. */
  'intake/prefer': takes(z.object({ fileId, page: z.int().min(1).nullable() })).gives<IntakeStatus>(),
  /** Reads a rectangle that a clerk drew on a page. `harder`: the first reading was poor. Throws `failed` when no reader can. */
  'supplier-invoices/read-zone': takes(
    z.object({ invoiceId, page: z.int().min(1), box: boxSchema, kind: fieldKindSchema, harder: z.boolean() }),
  ).gives<ReadZone>(),
  /** A copy (fakturakopia) as a PDF, kept as a blob; the page downloads it by its SHA-256. */
  'supplier-invoices/make-copy': takes(z.object({ invoiceId })).gives<MadeCopy>(),
  /** A letter to the supplier about what is wrong with the invoice, as a PDF kept as a blob. Throws `not-found` where nothing is wrong with it. */
  'supplier-invoices/make-fault-letter': takes(z.object({ invoiceId, language: z.enum(['sv', 'en']) })).gives<MadeCopy>(),
  'settings/save': takes(
    z.object({ watchedFolder: words(1_000).nullable(), autoLockMinutes: z.int().min(1).max(240) }),
  ).gives<Settings>(),
};

export type Queries = typeof queries;
export type Tasks = typeof tasks;
export type QueryName = keyof Queries;
export type TaskName = keyof Tasks;
export type QueryInput<Name extends QueryName> = z.input<Queries[Name]['input']>;
export type QueryResult<Name extends QueryName> = NonNullable<Queries[Name]['result']> | Extract<Queries[Name]['result'], null>;
export type TaskInput<Name extends TaskName> = z.input<Tasks[Name]['input']>;
export type TaskResult<Name extends TaskName> = NonNullable<Tasks[Name]['result']>;

/** What the page holds in its hand. Rejections are values; anything else that goes wrong is thrown as an EngineError. */
export type Engine = {
  query<Name extends QueryName>(name: Name, input: QueryInput<Name>): Promise<QueryResult<Name>>;
  /** `commandId` is made when it is not given. Sent again under the same id, a command is still done once: after `gone`, send it again. */
  execute<Name extends CommandName>(
    name: Name,
    input: InputOf<Name>,
    commandId?: string,
  ): Promise<Result<Written, RejectionOf<Name>>>;
  task<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskResult<Name>>;
  /** Gives back the way to stop listening. */
  onNotice(listener: (notice: Notice) => void): () => void;
};

/** An accepted command: its id is what an undo names. */
export type Written = { readonly commandId: CommandId };

/** What the engine tells without being asked. */
export type Notice =
  | { readonly kind: 'changed'; readonly entities: readonly EntityName[] }
  | { readonly kind: 'reading'; readonly status: IntakeStatus }
  | { readonly kind: 'sync'; readonly status: SyncStatus }
  | LearnedNotice
  | ControlNotice
  | ExchangeNotice
  | SearchNotice
  | TwinNotice
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Something that the clerk should know of and no one asked about; the sentence stands in the texts. */
export type Problem =
  | { readonly code: 'file-rejected'; readonly fileName: string; readonly reason: string }
  | { readonly code: 'already-received'; readonly fileName: string }
  | { readonly code: 'cannot-take-in'; readonly fileName: string; readonly reason: string }
  | { readonly code: 'watched-folder-gone'; readonly folder: string }
  | { readonly code: 'reader-restarted'; readonly fileName: string }
  /** The server said no to something that was done here. */
  | { readonly code: 'refused'; readonly commandId: CommandId; readonly error: { readonly code: string } }
  | { readonly code: 'replica-rebuilt'; readonly reason: string }
  /** What waited for the server could not all be read: what could was written there, and this workstation has to join anew. */
  | { readonly code: 'outbox-damaged'; readonly exportedTo: string; readonly commands: number };

/** Codes of an EngineError: the call was not understood, nobody has said who they are, or the world said no. */
export const engineErrorCodes = [
  'malformed',
  'no-person',
  'forbidden',
  'not-found',
  'disk-full',
  'storage-failed',
  /** It needs the server, and the server cannot be reached. Nothing was done. */
  'offline',
  /** It was sent to the server and no answer has come yet: it stands in the outbox. */
  'no-answer-yet',
  'wrong-password',
  'wrong-code',
  'already-joined',
  'parked',
  'gone',
  'failed',
] as const;
export type EngineErrorCode = (typeof engineErrorCodes)[number];

export class EngineError extends Error {
  readonly code: EngineErrorCode;
  constructor(code: EngineErrorCode, message: string = code) {
    super(message);
    this.code = code;
  }
}

export type PersonRow = {
  readonly id: PersonId;
  readonly name: string;
  readonly initials: string;
  readonly roles: readonly Role[];
};
export type Session = {
  /** Null while locked, or before anyone was chosen. */
  readonly person: (PersonRow & { readonly permissions: readonly Permission[] }) | null;
  /** Who may be chosen. */
  readonly people: readonly PersonRow[];
  readonly demonstration: boolean;
  readonly today: Day;
  /** How one says who one is: by choosing, on a single seat, or by login and password, with a server. */
  readonly signIn: 'choose' | 'password';
};

export type QueueCursor = { readonly key: string | number; readonly id: SupplierInvoiceId };
export type QueuePage = {
  readonly rows: readonly QueueRow[];
  /** Null on the last page. */
  readonly next: QueueCursor | null;
  /** To read backwards from; null where nothing was found. */
  readonly first: QueueCursor | null;
  /** Which row from the beginning the first one is; null of a page that was found beside another. */
  readonly start: number | null;
  /** The filter asks for deadlines that the calendar cannot give. */
  readonly gap: CalendarGap | null;
};
export type QueueCounts = { readonly [Name in Queue | 'all']: QueueCount };

export type InvoiceCard = {
  readonly invoice: SupplierInvoice;
  readonly file: Pick<SourceFile, 'id' | 'name' | 'channel' | 'sha256' | 'receivedAtMs' | 'mail'> | null;
  readonly around: Around;
  readonly findings: readonly Finding[];
  /** Names of the people that the invoice mentions. */
  readonly people: { readonly [id: string]: string };
};

/** One of the person's own commands that can still be taken back, newest first. */
export type UndoableLine = {
  readonly commandId: CommandId;
  readonly invoiceId: SupplierInvoiceId;
  readonly event: SupplierInvoiceEvent;
  readonly supplierName: string | null;
  readonly number: string | null;
  readonly atMs: number;
};

/** The words in a rectangle, and how sure their reading is, 0..1; '' and 0 where nothing can be read. */
export type ReadZone = { readonly text: string; readonly words: readonly Word[]; readonly confidence: number };
export type MadeCopy = { readonly sha256: string; readonly fileName: string; readonly pageCount: number };
export type Settings = { readonly watchedFolder: string; readonly autoLockMinutes: number };

export type { HistoryLine } from './history.ts';
export type { FilePages, IntakeStatus, SheetPage, SourceFileRow, TakenIn } from './intake.ts';
export type { LearnedNotice, LearnedRuleRow } from './learned-rules.ts';
export type { QueueRow } from './queue-row.ts';
export type { SupplierCard, SupplierRow } from './suppliers.ts';
export type { Conflict, JoinReport, OutboxView, RefusedWork, SyncStatus, WaitingLine, WorkSubject } from './sync.ts';
/** What the screen needs to know of commands: their names, inputs and rejections, and what a notice speaks of. */
export type { AnyRejection, CommandName, EntityName, InputOf, RejectionOf };
