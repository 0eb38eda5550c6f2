import type { PersonId } from '../../../shared/base/ids.ts';
import { err, ok } from '../../../shared/base/result.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import type {
  ExchangeJob,
  ExchangeRow,
  ExchangeRowsPage,
  Previewed,
  RowMark,
} from '../../../shared/contract/register-exchange.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type {
  Acceptance,
  ExchangeMapping,
  ExchangeRegister,
  RowVerdict,
  WrongRowWords,
} from '../../../shared/domain/register-exchange/index.ts';
import { ExchangeFault } from './exchange-fault.ts';
import { type ExchangeWork, startWork, type Taking } from './exchange-work.ts';
import { exportRegister } from './export-register.ts';
import { type HandedFile, openHandedFiles } from './handed-files.ts';
import type { TableChoice } from './open-table.ts';
import { previewTable } from './preview-table.ts';
import type { RegisterDoor, Uncovered } from './register-door.ts';
import { openSavedMappings, type SavedMappings } from './saved-mappings.ts';
import type { FileKind } from './write-table.ts';

export type Exchange = {
  readonly mappings: SavedMappings;
  take(name: string, bytes: Uint8Array, look: Look): Promise<Previewed>;
  /** A file that lies where it lies. */
  open(name: string, path: string, look: Look): Promise<Previewed>;
  preview(fileId: string, look: Look): Promise<Previewed>;
  /** Judges every row, and writes nothing. */
  startDryRun(wanted: DryRun): Promise<ExchangeJob>;
  /** Takes the rows of a judged file that a person chose. The file is judged anew as it is taken. */
  startImport(jobId: string, acceptance: Acceptance, by: PersonId): Promise<ExchangeJob>;
  /** Judges one wrong row again with other cells; the file stays as it is, and what is taken is the mended row. */
  mend(jobId: string, row: number, cells: { readonly [column: string]: string }): Promise<ExchangeRow>;
  /** Stops between two commands. */
  cancel(jobId: string): ExchangeJob;
  job(jobId: string): ExchangeJob;
  /** The register that a job is about, and whose it is. */
  partOf(jobId: string): { readonly register: ExchangeRegister; readonly unitId: string | null };
  /** Resolves when the job stands still. */
  settled(jobId: string): Promise<ExchangeJob>;
  rows(
    jobId: string,
    from: number,
    limit: number,
    verdicts: readonly RowVerdict[] | null,
    mark?: RowMark | null,
  ): Promise<ExchangeRowsPage>;
  /** Writes the rows that were not right to a file of their own, for the caller to take and remove, as `exported` does. */
  writeWrong(jobId: string, kind: FileKind, words: WrongRowWords): Promise<{ readonly path: string; readonly rows: number }>;
  /** Writes a register to a file of its own, for the caller to take and remove. */
  exported(wanted: Export): Promise<{ readonly path: string; readonly rows: number }>;
  stop(): Promise<void>;
};
export type Look = { readonly register: ExchangeRegister; readonly choice: TableChoice; readonly hasHeadings: boolean | null };
export type DryRun = { readonly fileId: string; readonly mapping: ExchangeMapping; readonly unitId: string | null };

export type Export = {
  readonly mapping: ExchangeMapping;
  readonly kind: FileKind;
  readonly unitId: string | null;
  /** Null: without what is covered. */
  readonly uncovered: Uncovered | null;
};

type Options = {
  readonly workspace: string;
  readonly door: RegisterDoor;
  readonly clock: () => number;
  /** Told when a job has come further. */
  readonly onProgress: (job: ExchangeJob) => void;
};

/** Registers that come as files: handed over, looked at, judged, and taken. */
export async function startExchange({ workspace, door, clock, onProgress }: Options): Promise<Exchange> {
  const files = await openHandedFiles(workspace);
  const mappings = await openSavedMappings(workspace);
  const works = new Map<string, ExchangeWork>();

  async function previewOf({ fileId, name, path }: HandedFile, look: Look): Promise<Previewed> {
    try {
      return ok({ fileId, name, ...(await previewTable(path, look)) });
    } catch (error) {
      if (error instanceof ExchangeFault) return err({ code: error.code, fileId });
      throw error;
    }
  }
  function workOf(jobId: string): ExchangeWork {
    const work = works.get(jobId);
    if (work === undefined) throw new EngineError('not-found');
    return work;
  }
  async function start(file: HandedFile, wanted: Omit<DryRun, 'fileId'>, taking?: Taking): Promise<ExchangeJob> {
    const jobId = uuid();
    const work = startWork({
      jobId,
      file,
      ...wanted,
      scratch: await files.scratch(`${jobId}.jsonl`),
      door,
      clock,
      onProgress,
      taking,
    });
    works.set(jobId, work);
    return work.job();
  }

  return {
    mappings,
    take: async (name, bytes, look) => previewOf(await files.take(name, bytes), look),
    open: async (name, path, look) => previewOf(await files.name(name, path), look),
    preview: (fileId, look) => previewOf(files.get(fileId), look),
    startDryRun: async ({ fileId, ...wanted }) => start(files.get(fileId), wanted),
    startImport: async (jobId, acceptance, by) => {
      const { file, mapping, unitId, twins, mends } = workOf(jobId);
      return start(file, { mapping, unitId }, { acceptance, by, twins, mends });
    },
    mend: (jobId, row, cells) => workOf(jobId).mend(row, cells),
    cancel: (jobId) => {
      const work = workOf(jobId);
      work.cancel();
      return work.job();
    },
    job: (jobId) => workOf(jobId).job(),
    partOf: (jobId) => {
      const { mapping, unitId } = workOf(jobId);
      return { register: mapping.register, unitId };
    },
    settled: async (jobId) => {
      const work = workOf(jobId);
      await work.done;
      return work.job();
    },
    rows: (jobId, from, limit, verdicts, mark = null) => workOf(jobId).rows(from, limit, verdicts, mark),
    writeWrong: async (jobId, kind, words) => {
      const path = await files.scratch(`${uuid()}.${kind}`);
      return { path, rows: await workOf(jobId).writeWrong(path, kind, words) };
    },
    exported: async ({ mapping, kind, unitId, uncovered }) => {
      const path = await files.scratch(`${uuid()}.${kind}`);
      const { register, system } = mapping;
      const { rows } = await exportRegister(path, kind, mapping, door.rows({ register, system, unitId }, uncovered));
      return { path, rows };
    },
    stop: async () => {
      for (const work of works.values()) work.cancel();
      await Promise.all([...works.values()].map((work) => work.close()));
      await files.close();
    },
  };
}
