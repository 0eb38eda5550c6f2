import { z } from 'zod';
import type { CommandId } from '../base/ids.ts';
import type { Result } from '../base/result.ts';
import type { Permission } from '../domain/access/index.ts';
import {
  type Acceptance,
  type ExchangeMapping,
  type ExchangeRegister,
  type ExchangeTally,
  exchangeRegisters,
  type JudgedRow,
  type MappingFault,
  type RowAnswer,
  rowVerdicts,
  type SuggestedColumn,
  type Transform,
  type WrongRowWords,
} from '../domain/register-exchange/index.ts';
import { reasonSchema, words } from '../run/schemas.ts';
import { takes } from './called.ts';

/** What screens and the command line say of registers that come and go as files. */

const transformSchema: z.ZodType<Transform> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('unguard') }),
  z.object({ do: z.literal('decimal-comma') }),
  z.object({ do: z.literal('decimal-point') }),
  z.object({ do: z.literal('day-number') }),
  z.object({ do: z.literal('day-order'), order: z.enum(['dmy', 'mdy']) }),
  z.object({ do: z.literal('pad'), digits: z.int().min(1).max(30) }),
  z.object({ do: z.literal('only-digits') }),
  z.object({ do: z.literal('split'), by: words(5).min(1) }),
  z.object({ do: z.literal('translate'), words: z.record(words(100), words(100)) }),
]);

export const exchangeRegisterSchema = z.enum(exchangeRegisters);
/** What one must be allowed to do to take a register in or write it out. */
export const registerKeeping = {
  suppliers: 'suppliers.register',
  customers: 'customers.keep',
  articles: 'articles.keep',
} as const satisfies Record<ExchangeRegister, Permission>;
/** Chosen by a person; null where the program finds out. */
const encodingSchema = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp437', 'cp850']).nullable().default(null);
const delimiterSchema = z.string().length(1).nullable().default(null);

export const mappingSchema: z.ZodType<ExchangeMapping> = z.object({
  register: exchangeRegisterSchema,
  system: words(60).min(1).nullable().default(null),
  columns: z
    .array(z.object({ column: words(300), field: words(60), transforms: z.array(transformSchema).max(10).default([]) }))
    .max(100),
  hasHeadings: z.boolean().default(true),
  encoding: encodingSchema,
  delimiter: delimiterSchema,
  sheet: words(100).nullable().default(null),
});

const rowNumbers = z.array(z.int().min(1)).max(100_000);
export const acceptanceSchema: z.ZodType<Acceptance> = z.object({
  take: z.array(z.enum(['new', 'changed'])).default(['new', 'changed']),
  withWarnings: z.boolean().default(true),
  exceptRows: rowNumbers.default([]),
  onlyRows: rowNumbers.nullable().default(null),
});

export const tableChoiceSchema = z.object({
  register: exchangeRegisterSchema,
  encoding: encodingSchema,
  delimiter: delimiterSchema,
  sheet: words(100).nullable().default(null),
  /** Null: the program looks. */
  hasHeadings: z.boolean().nullable().default(null),
});

/** Why a file as a whole cannot be read. What is wrong with one row of it is said at that row instead. */
export const exchangeFaultCodes = [
  'file-missing',
  'file-empty',
  /** Neither text nor a workbook of the kind .xlsx. */
  'unknown-kind',
  /** An older workbook (.xls), or one with a password. */
  'old-workbook',
  /** The file ends before it should, or is not what its name says. */
  'broken-workbook',
  'no-sheet',
  'too-large',
  /** It would unpack to more than is sane: nothing of it is read. */
  'unpacks-to-too-much',
  'too-many-columns',
  'too-many-rows',
] as const;
export type ExchangeFaultCode = (typeof exchangeFaultCodes)[number];

/** A file that was handed over can be looked at, or why it cannot: it is kept all the same, for another choice of encoding. */
export type Previewed = Result<ExchangePreview, { readonly code: ExchangeFaultCode; readonly fileId: string }>;

/** A file that was handed over, and what it looks like. */
export type ExchangePreview = {
  readonly fileId: string;
  readonly name: string;
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  readonly hasHeadings: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[]; readonly fault?: string }[];
  /** The format of ours that the file says it is in. */
  readonly format: string | null;
  readonly suggested: readonly SuggestedColumn[];
};

/** Why nothing of a file was read: the file's fault, or the mapping's. */
export type ExchangeRefusal =
  | { readonly code: string; readonly detail: string | null }
  | { readonly code: 'mapping-refused'; readonly faults: readonly MappingFault[] };

/** A dry run, or the import that followed from it. */
export type ExchangeJob = {
  readonly jobId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly mapping: ExchangeMapping;
  readonly state:
    | { readonly at: 'judging' }
    | { readonly at: 'judged' }
    | { readonly at: 'importing' }
    | { readonly at: 'done'; readonly receipt: ExchangeReceipt }
    /** What had been taken before it stopped stands, as the receipt says. */
    | { readonly at: 'refused'; readonly refusal: ExchangeRefusal; readonly receipt: ExchangeReceipt | null }
    | { readonly at: 'cancelled'; readonly receipt: ExchangeReceipt | null };
  /** Rows that have been judged, or dealt with. */
  readonly rowsDone: number;
  /** Null while nobody knows. */
  readonly rowsInAll: number | null;
  readonly tally: ExchangeTally;
};

/** What came of an import. Also after a cancel: what was taken stands, and the same file again takes the rest. */
export type ExchangeReceipt = {
  readonly importId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly by: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly isWhole: boolean;
  readonly answers: { readonly [Answer in RowAnswer | 'refused']: number };
  /** Changes that now wait for a second person. */
  readonly requests: number;
  readonly commandIds: readonly CommandId[];
  /** Rows that a person mended before they were taken: they are not as they stand in the file. */
  readonly mendedRows: number;
};
/** A judged row, and what came of it once the import has come to it. */
export type ExchangeRow = JudgedRow & { readonly answer: RowAnswer | 'refused' | null };
export type ExchangeRowsPage = { readonly rows: readonly ExchangeRow[]; readonly next: number | null };

/** What marks a row besides its verdict: something of it waits for a second person, or a person should look before taking it. */
export const rowMarks = ['requests', 'warnings'] as const;
export type RowMark = (typeof rowMarks)[number];

/** `mine`: for the person who saved it; else for everyone at this workspace. */
export type SavedMapping = { readonly name: string; readonly mine: boolean; readonly mapping: ExchangeMapping };
export type MadeExport = { readonly sha256: string; readonly fileName: string; readonly rows: number };
export type ExchangeNotice = { readonly kind: 'exchange'; readonly job: ExchangeJob };

const wrongRowWords: z.ZodType<WrongRowWords> = z.object({
  heading: words(60).min(1),
  row: words(60),
  findings: z.record(words(60), words(300)),
  fields: z.record(words(60), words(100)),
  refused: words(300),
  empty: words(300),
});

const fileId = z.uuid();
const jobId = z.uuid();
/** Null: the rows that all clients share. */
const unitId = words(60).min(1).nullable();
const mappingName = words(100).min(1);

export const exchangeQueries = {
  /** The file looked at in another way: another encoding, another sheet. */
  'exchange/preview': takes(tableChoiceSchema.extend({ fileId })).gives<Previewed>(),
  'exchange/job': takes(z.object({ jobId })).gives<ExchangeJob>(),
  /** Judged rows in the order of the file, from a place (0 first). */
  'exchange/rows': takes(
    z.object({
      jobId,
      from: z.int().min(0),
      limit: z.int().min(1).max(500),
      verdicts: z.array(z.enum(rowVerdicts)).nullable(),
      /** Only rows with this mark. */
      mark: z.enum(rowMarks).nullable().default(null),
    }),
  ).gives<ExchangeRowsPage>(),
  'exchange/mappings': takes(z.object({ register: exchangeRegisterSchema })).gives<readonly SavedMapping[]>(),
};

export const exchangeTasks = {
  /** The bytes of a file that was dropped on the window or picked. */
  'exchange/take-file': takes(tableChoiceSchema.extend({ name: words(300), bytes: z.instanceof(Uint8Array) })).gives<Previewed>(),
  'exchange/start-dry-run': takes(z.object({ fileId, mapping: mappingSchema, unitId })).gives<ExchangeJob>(),
  /** Takes the chosen rows of a file that has been judged. */
  'exchange/start-import': takes(z.object({ jobId, acceptance: acceptanceSchema })).gives<ExchangeJob>(),
  /** A wrong row of a dry run with other cells, by the names of their columns: judged again at once. */
  'exchange/mend-row': takes(
    z.object({ jobId, row: z.int().min(1), cells: z.record(words(300), words(20_000)) }),
  ).gives<ExchangeRow>(),
  /**
   * The rows that were not right as a file of their own, with what is amiss in these words; kept as an export is. Its cells are those of the
   * file that was handed over, which the person has.
   */
  'exchange/write-wrong': takes(z.object({ jobId, kind: z.enum(['csv', 'xlsx']), words: wrongRowWords })).gives<MadeExport>(),
  'exchange/cancel': takes(z.object({ jobId })).gives<ExchangeJob>(),
  /** `mine` false: for everyone at this workspace. */
  'exchange/save-mapping': takes(z.object({ name: mappingName, mine: z.boolean(), mapping: mappingSchema })).gives<
    readonly SavedMapping[]
  >(),
  'exchange/drop-mapping': takes(z.object({ name: mappingName, mine: z.boolean(), register: exchangeRegisterSchema })).gives<
    readonly SavedMapping[]
  >(),
  /** The register as a file, kept as a blob; the page downloads it by its SHA-256. */
  /** `reason`: why what is covered is to be in it; null: it is not. */
  'exchange/export': takes(
    z.object({
      mapping: mappingSchema,
      kind: z.enum(['csv', 'xlsx']),
      unitId,
      reason: reasonSchema.nullable().default(null),
    }),
  ).gives<MadeExport>(),
};
