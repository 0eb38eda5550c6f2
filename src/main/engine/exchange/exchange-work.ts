import { setImmediate } from 'node:timers/promises';
import { dayInSweden } from '../../../shared/base/day.ts';
import type { CommandId, PersonId } from '../../../shared/base/ids.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import type {
  ExchangeJob,
  ExchangeReceipt,
  ExchangeRow,
  ExchangeRowsPage,
  RowMark,
} from '../../../shared/contract/register-exchange.ts';
import {
  type Acceptance,
  coverRow,
  type ExchangeMapping,
  type JudgedRow,
  openTally,
  type RowVerdict,
  type WrongRowWords,
  wantedBy,
  withFinding,
} from '../../../shared/domain/register-exchange/index.ts';
import { asRefusal } from './as-refusal.ts';
import type { HandedFile } from './handed-files.ts';
import { judgeTable, type Mends, openMapped } from './judge-table.ts';
import type { RegisterDoor } from './register-door.ts';
import { openRowFile, type RowFile } from './row-file.ts';
import { kindOf, kindsOf } from './row-kinds.ts';
import { runImport } from './run-import.ts';
import type { TwinLooker } from './twin-looker.ts';
import type { FileKind } from './write-table.ts';
import { writeWrongRows } from './write-wrong-rows.ts';
import { openWrongRows } from './wrong-rows.ts';

export type ExchangeWork = {
  readonly file: HandedFile;
  readonly mapping: ExchangeMapping;
  readonly unitId: string | null;
  readonly twins: Twins;
  readonly mends: Mends;
  readonly done: Promise<void>;
  job(): ExchangeJob;
  rows(from: number, limit: number, verdicts: readonly RowVerdict[] | null, mark: RowMark | null): Promise<ExchangeRowsPage>;
  /** Judges a wrong row of a dry run again with other cells, by the names of their columns. Throws `not-found`. */
  mend(row: number, cells: { readonly [column: string]: string }): Promise<ExchangeRow>;
  /** Writes the rows that were not right to a file; gives how many. Throws `not-found` while it goes on. */
  writeWrong(to: string, kind: FileKind, words: WrongRowWords): Promise<number>;
  cancel(): void;
  close(): Promise<void>;
};

type Options = {
  readonly jobId: string;
  readonly file: HandedFile;
  readonly mapping: ExchangeMapping;
  readonly unitId: string | null;
  /** Where the judged rows are kept while the program runs. */
  readonly scratch: string;
  readonly door: RegisterDoor;
  readonly clock: () => number;
  readonly onProgress: (job: ExchangeJob) => void;
  /** Not given: a dry run. */
  readonly taking: Taking | undefined;
};
export type Taking = {
  readonly acceptance: Acceptance;
  readonly by: PersonId;
  /** What the dry run found: it is not looked for twice. */
  readonly twins: Twins;
  readonly mends: Mends;
};
/** New rows of the file that are much like another, and its name. */
export type Twins = ReadonlyMap<number, string>;

/** How often a page is told. */
const tellEveryMs = 250;

/** Goes through a file in the background: judges its rows, or judges and takes them, and keeps what came of each. */
export function startWork(options: Options): ExchangeWork {
  const { jobId, file, mapping, unitId, door, clock, onProgress, taking } = options;
  const tally = openTally();
  const part = { register: mapping.register, system: mapping.system, unitId };
  const answers = { taken: 0, 'left-out': 0, unchanged: 0, wrong: 0, refused: 0 };
  const commandIds: CommandId[] = [];
  const startedAtMs = clock();
  let state: ExchangeJob['state'] = taking === undefined ? { at: 'judging' } : { at: 'importing' };
  let kept: RowFile<ExchangeRow> | undefined;
  let isCancelled = false;
  const twins = new Map(taking?.twins);
  const wrong = openWrongRows();
  let requests = 0;
  let toldAtMs = 0;

  const job = (): ExchangeJob => ({
    jobId,
    ...{ fileId: file.fileId, fileName: file.name, mapping, state },
    rowsDone: kept?.count() ?? 0,
    rowsInAll: state.at === 'judging' || state.at === 'importing' ? null : (kept?.count() ?? 0),
    tally: tally.read(),
  });

  async function keep(rows: readonly ExchangeRow[]): Promise<void> {
    for (const row of rows) {
      tally.count(row);
      if (row.answer !== null) answers[row.answer] += 1;
      if (row.answer === 'taken')
        for (const change of row.changes) if (change.sensitive) requests += wantedBy(change, undefined).length;
    }
    for (const [place, row] of rows.entries()) wrong.place(row, (kept?.count() ?? 0) + place);
    await kept?.add(rows.map((row) => ({ row, kind: kindOf(row) })));
    if (clock() - toldAtMs < tellEveryMs) return;
    toldAtMs = clock();
    onProgress(job());
  }

  const receipt = (by: PersonId, isWhole: boolean): ExchangeReceipt => ({
    ...{ importId: jobId, fileName: file.name, sha256: file.sha256, by, startedAtMs, endedAtMs: clock() },
    ...{ isWhole, answers: { ...answers }, requests, mendedRows: taking?.mends.size ?? 0, commandIds: [...commandIds] },
  });

  let looker: TwinLooker | null = null;
  function told(row: JudgedRow): JudgedRow {
    const twin = row.verdict !== 'new' ? null : looker === null ? (twins.get(row.row) ?? null) : looker.twinOf(row);
    if (twin === null) return row;
    twins.set(row.row, twin);
    return withFinding(row, 'looks-like-twin', twin);
  }

  async function mend(row: number, cells: { readonly [column: string]: string }): Promise<ExchangeRow> {
    if (state.at !== 'judged' || kept === undefined) throw new EngineError('not-found');
    const { judged, place } = await wrong.judgeAgain(row, cells);
    const before = await kept.at(place);
    if (before !== undefined) tally.count(before, -1);
    const after: ExchangeRow = { ...told(judged), answer: null };
    tally.count(after);
    await kept.replace(place, after, kindOf(after));
    onProgress(job());
    return coverRow(mapping.register, after);
  }

  /** The page's port is heard between two batches. */
  async function* unhurried(batches: AsyncIterable<readonly JudgedRow[]>): AsyncGenerator<readonly JudgedRow[]> {
    for await (const batch of batches) {
      yield batch.map(told);
      await setImmediate();
    }
  }

  async function work(): Promise<ExchangeJob['state']> {
    kept = await openRowFile(options.scratch);
    const table = await openMapped(file.path, mapping);
    try {
      looker = taking === undefined ? await door.lookForTwins(part, () => isCancelled) : null;
      const judged = unhurried(
        judgeTable(table, mapping, {
          lookUp: door.lookUp(part),
          today: dayInSweden(startedAtMs),
          mends: taking?.mends ?? new Map(),
          judged: wrong.note,
        }),
      );
      if (taking === undefined) {
        for await (const batch of judged) {
          if (isCancelled) return { at: 'cancelled', receipt: null };
          await keep(batch.map((row) => ({ ...row, answer: null })));
        }
        return { at: 'judged' };
      }
      const isWhole = await runImport({
        ...{ judged, acceptance: taking.acceptance, answered: keep, isCancelled: () => isCancelled },
        send: async (rows) => {
          const written = await door.send(taking.by, part, { importId: jobId, fileName: file.name }, rows);
          if (written.ok) commandIds.push(written.value.commandId);
          return written;
        },
      });
      return { at: isWhole ? 'done' : 'cancelled', receipt: receipt(taking.by, isWhole) };
    } finally {
      table.close();
    }
  }

  const done = work()
    .catch((error: unknown): ExchangeJob['state'] => ({
      at: 'refused',
      refusal: asRefusal(error),
      receipt: taking === undefined ? null : receipt(taking.by, false),
    }))
    .then((end) => {
      state = end;
      onProgress(job());
    });

  return {
    ...{ file, mapping, unitId, twins, mends: wrong.mends, done, job, mend },
    rows: async (from, limit, verdicts, mark) => {
      const page = await kept?.page(from, limit, kindsOf(verdicts, mark));
      return page === undefined
        ? { rows: [], next: null }
        : { ...page, rows: page.rows.map((row) => coverRow(mapping.register, row)) };
    },
    writeWrong: (to, kind, words) => {
      if (kept === undefined || state.at === 'judging' || state.at === 'importing') throw new EngineError('not-found');
      const mends = taking?.mends ?? wrong.mends;
      return writeWrongRows(to, kind, { path: file.path, mapping, judged: kept, mends }, words);
    },
    cancel: () => {
      isCancelled = true;
    },
    close: async () => {
      await done;
      await kept?.close();
    },
  };
}
