import type { Day } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { err, ok } from '../../src/shared/base/result.ts';
import { EngineError, type Notice } from '../../src/shared/contract/engine.ts';
import type {
  ExchangeJob,
  ExchangeRow,
  ExchangeRowsPage,
  Previewed,
  RowMark,
  SavedMapping,
} from '../../src/shared/contract/register-exchange.ts';
import {
  type Acceptance,
  answerRow,
  type ExchangeMapping,
  judgeRow,
  type KnownRow,
  openTally,
  prepareRows,
  type RowAnswer,
  type RowVerdict,
  severityOf,
  suggestMapping,
} from '../../src/shared/domain/register-exchange/index.ts';
import { anna } from '../make/invoices.ts';

export type ExchangeStart = {
  /** What the register knows of organisation numbers. */
  readonly known?: { readonly [organisationNumber: string]: KnownRow };
  readonly mappings?: readonly SavedMapping[];
  /** True: jobs stand under way until the test lets them go on. */
  readonly slowly?: boolean;
};
type Answers = { readonly [name: string]: (input: never) => unknown };
type Job = { job: ExchangeJob; rows: readonly ExchangeRow[]; finish: () => void };

/** The part of the fake engine that takes registers from files: semicolons, one line a row, judged by the domain's own rules. */
export function makeFakeExchange(start: ExchangeStart, tell: (notice: Notice) => void) {
  const files = new Map<string, { readonly name: string; readonly lines: readonly (readonly string[])[] }>();
  const jobs = new Map<string, Job>();
  let mappings = start.mappings ?? [];
  let made = 0;
  const nextId = () => {
    made += 1;
    return `0190ffff-0000-7000-8000-${String(made).padStart(12, '0')}`;
  };

  const preview = (fileId: string, hasHeadings: boolean | null): Previewed => {
    const file = files.get(fileId);
    if (file === undefined) throw new EngineError('not-found');
    if (file.lines.length === 0) return err({ code: 'file-empty', fileId });
    const [first = [], ...rest] = file.lines;
    const isHead = hasHeadings ?? true;
    return ok({
      ...{ fileId, name: file.name, kind: 'csv', encoding: 'utf-8', delimiter: ';', sheets: [], sheet: null, format: null },
      hasHeadings: isHead,
      columns: isHead ? first : first.map((_, place) => String.fromCharCode(65 + place)),
      rows: rest.map((cells, place) => ({ row: place + 2, cells })),
      suggested: suggestMapping({ register: 'suppliers', headings: isHead ? first : null, samples: rest }),
    });
  };
  function judge(fileId: string, mapping: ExchangeMapping): readonly ExchangeRow[] {
    const [head = [], ...lines] = files.get(fileId)?.lines ?? [];
    const read = prepareRows(mapping, head, '2026-11-25' as Day);
    if (!read.ok) throw new EngineError('malformed');
    return lines.map((cells, place) => {
      const row = read.value({ row: place + 2, cells });
      const number = row.record.organisationNumber;
      const byNumber = number === undefined ? undefined : start.known?.[number];
      const facts = { byOwnId: undefined, byExternalId: undefined, byNumber, earlierRow: undefined, elsewhere: [] };
      return { ...judgeRow('suppliers', row, facts), answer: null };
    });
  }
  function begin(
    of: Pick<ExchangeJob, 'fileId' | 'fileName' | 'mapping'>,
    rows: readonly ExchangeRow[],
    at: 'judging' | 'importing',
  ): ExchangeJob {
    const jobId = nextId();
    const tally = openTally();
    for (const row of rows) tally.count(row);
    const held: Job = {
      rows,
      job: { ...of, jobId, state: { at }, rowsDone: 0, rowsInAll: null, tally: tally.read() },
      finish: () => {
        const answers: Record<RowAnswer | 'refused', number> = { taken: 0, 'left-out': 0, unchanged: 0, wrong: 0, refused: 0 };
        for (const { answer } of rows) if (answer !== null) answers[answer] += 1;
        const requests = rows.filter((row) => row.answer === 'taken' && row.changes.some(({ sensitive }) => sensitive)).length;
        const receipt = {
          ...{ importId: jobId, fileName: of.fileName, sha256: 'a'.repeat(64), by: anna, startedAtMs: 0, endedAtMs: 60_000 },
          ...{ isWhole: true, answers, requests, commandIds: [asId<'command'>('c')], mendedRows: 0 },
        };
        become(held, {
          state: at === 'judging' ? { at: 'judged' } : { at: 'done', receipt },
          rowsDone: rows.length,
          rowsInAll: rows.length,
        });
      },
    };
    jobs.set(jobId, held);
    if (start.slowly !== true) held.finish();
    return held.job;
  }
  function become(held: Job, changes: Partial<ExchangeJob>): void {
    held.job = { ...held.job, ...changes };
    tell({ kind: 'exchange', job: held.job });
  }
  const jobOf = (jobId: string): Job => {
    const held = jobs.get(jobId);
    if (held === undefined) throw new EngineError('not-found');
    return held;
  };
  const isMarked = (row: ExchangeRow, mark: RowMark | null): boolean =>
    mark === null ||
    (mark === 'requests'
      ? row.verdict !== 'wrong' && row.changes.some(({ sensitive }) => sensitive)
      : row.findings.some((finding) => severityOf(finding) === 'warning'));

  return {
    /** Jobs come further, or to their end. */
    finishJobs: () => {
      for (const held of jobs.values()) if (['judging', 'importing'].includes(held.job.state.at)) held.finish();
    },
    becomeJob: (changes: Partial<ExchangeJob>) => {
      const last = [...jobs.values()].at(-1);
      if (last !== undefined) become(last, changes);
    },
    /** As after a start anew: what was handed over is gone. */
    forgetFiles: () => {
      files.clear();
      jobs.clear();
    },
    answers: {
      'exchange/preview': ({ fileId, hasHeadings }: { readonly fileId: string; readonly hasHeadings: boolean | null }) =>
        preview(fileId, hasHeadings),
      'exchange/job': ({ jobId }: { readonly jobId: string }) => jobOf(jobId).job,
      'exchange/rows': (input: {
        readonly jobId: string;
        readonly verdicts: readonly RowVerdict[] | null;
        readonly mark: RowMark | null;
      }): ExchangeRowsPage => ({
        rows: jobOf(input.jobId).rows.filter(
          (row) => (input.verdicts === null || input.verdicts.includes(row.verdict)) && isMarked(row, input.mark),
        ),
        next: null,
      }),
      'exchange/mappings': () => mappings,
    } as Answers,
    tasks: {
      'exchange/take-file': ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => {
        const fileId = nextId();
        const text = new TextDecoder().decode(bytes);
        const lines = text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => line.split(';'));
        files.set(fileId, { name, lines });
        return preview(fileId, null);
      },
      'exchange/start-dry-run': ({ fileId, mapping }: { readonly fileId: string; readonly mapping: ExchangeMapping }) =>
        begin({ fileId, fileName: files.get(fileId)?.name ?? '', mapping }, judge(fileId, mapping), 'judging'),
      'exchange/start-import': ({ jobId, acceptance }: { readonly jobId: string; readonly acceptance: Acceptance }) => {
        const { job, rows } = jobOf(jobId);
        return begin(
          job,
          rows.map((row) => ({ ...row, answer: answerRow(row, acceptance) })),
          'importing',
        );
      },
      'exchange/mend-row': (input: {
        readonly jobId: string;
        readonly row: number;
        readonly cells: { readonly [column: string]: string };
      }) => {
        const held = jobOf(input.jobId);
        const { fileId, mapping } = held.job;
        const file = files.get(fileId);
        const [head = [], ...lines] = file?.lines ?? [];
        const mended = lines.map((cells, place) =>
          place + 2 === input.row ? cells.map((cell, at) => input.cells[head[at] ?? ''] ?? cell) : cells,
        );
        files.set(fileId, { name: file?.name ?? '', lines: [head, ...mended] });
        const rows = judge(fileId, mapping);
        const tally = openTally();
        for (const row of rows) tally.count(row);
        held.rows = rows;
        become(held, { tally: tally.read() });
        return rows.find(({ row }) => row === input.row);
      },
      'exchange/cancel': ({ jobId }: { readonly jobId: string }) => {
        become(jobOf(jobId), { state: { at: 'cancelled', receipt: null } });
        return jobOf(jobId).job;
      },
      'exchange/save-mapping': (saved: SavedMapping) => {
        mappings = [...mappings.filter(({ name }) => name !== saved.name), saved];
        return mappings;
      },
      'exchange/write-wrong': ({ jobId }: { readonly jobId: string }) => ({
        ...{ sha256: 'c'.repeat(64), fileName: 'leverantörer-2026-11-22.xlsx' },
        rows: jobOf(jobId).rows.filter(({ verdict }) => verdict === 'wrong').length,
      }),
      'exchange/export': () => ({ sha256: 'b'.repeat(64), fileName: 'suppliers-2026-11-22.csv', rows: 3 }),
    } as Answers,
  };
}
