import { readFile } from 'node:fs/promises';
import type { Engine } from '../../src/shared/contract/engine.ts';
import type { ExchangeJob, ExchangePreview, ExchangeRow } from '../../src/shared/contract/register-exchange.ts';
import { type Acceptance, type ExchangeMapping, everythingRight } from '../../src/shared/domain/register-exchange/index.ts';
import { until } from './engine.ts';

/** Steps that a clerk takes with a register's file, through the page's port. */
export async function handOver(page: Engine, name: string, bytes: Uint8Array | string): Promise<ExchangePreview> {
  const previewed = await page.task('exchange/take-file', {
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    register: 'suppliers',
  });
  if (!previewed.ok) throw new Error(previewed.error.code);
  return previewed.value;
}

export const settled = (page: Engine, { jobId }: ExchangeJob): Promise<ExchangeJob> =>
  until(async () => {
    const job = await page.query('exchange/job', { jobId });
    return job.state.at !== 'judging' && job.state.at !== 'importing' && job;
  });

export async function dryRun(page: Engine, fileId: string, mapping: ExchangeMapping): Promise<ExchangeJob> {
  return settled(page, await page.task('exchange/start-dry-run', { fileId, mapping, unitId: null }));
}

export async function takeRows(
  page: Engine,
  { jobId }: ExchangeJob,
  acceptance: Acceptance = everythingRight,
): Promise<ExchangeJob> {
  return settled(page, await page.task('exchange/start-import', { jobId, acceptance: acceptance as never }));
}

/** Hands over, judges and takes all that is right. */
export async function importAll(
  page: Engine,
  name: string,
  bytes: Uint8Array | string,
  mapping: ExchangeMapping,
): Promise<ExchangeJob> {
  const { fileId } = await handOver(page, name, bytes);
  return takeRows(page, await dryRun(page, fileId, mapping));
}

export async function rowsOfJob(page: Engine, { jobId }: ExchangeJob): Promise<readonly ExchangeRow[]> {
  const rows: ExchangeRow[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const answer: { rows: readonly ExchangeRow[]; next: number | null } = await page.query('exchange/rows', {
      jobId,
      from,
      limit: 100,
      verdicts: null,
    });
    rows.push(...answer.rows);
    from = answer.next;
  }
  return rows;
}

/** The register as a file: its bytes. */
export async function exported(
  page: Engine,
  blobPath: (sha256: string) => string,
  mapping: ExchangeMapping,
  kind: 'csv' | 'xlsx',
): Promise<Buffer> {
  const { sha256 } = await page.task('exchange/export', { mapping: mapping as never, kind, unitId: null });
  return readFile(blobPath(sha256));
}
