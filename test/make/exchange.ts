import { readFile } from 'node:fs/promises';
import type { EngineProcess } from '../../src/main/engine/start-engine.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { Engine } from '../../src/shared/contract/engine.ts';
import type { ExchangeJob, ExchangePreview, ExchangeRow } from '../../src/shared/contract/register-exchange.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import {
  type Acceptance,
  type ExchangeMapping,
  type ExchangeRegister,
  everythingRight,
} from '../../src/shared/domain/register-exchange/index.ts';
import { until } from './engine.ts';

/** Steps that a clerk takes with a register's file, through the page's port. */
export async function handOver(
  page: Engine,
  name: string,
  bytes: Uint8Array | string,
  register: ExchangeRegister = 'suppliers',
): Promise<ExchangePreview> {
  const previewed = await page.task('exchange/take-file', {
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    register,
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
  const { fileId } = await handOver(page, name, bytes, mapping.register);
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

/** The register as a file: its bytes. `reason`: why what is covered is to be in it. */
export async function exported(
  page: Engine,
  blobPath: (sha256: string) => string,
  mapping: ExchangeMapping,
  kind: 'csv' | 'xlsx',
  reason: string | null = null,
): Promise<Buffer> {
  const { sha256 } = await page.task('exchange/export', { mapping: mapping as never, kind, unitId: null, reason });
  return readFile(blobPath(sha256));
}

/** One who keeps registers, and sits here, and one who approves what is asked for. */
export async function foundTwo(page: Engine): Promise<{ readonly keeper: string; readonly approver: string }> {
  const person = (
    name: string,
    initials: string,
    roles: readonly ('administrator' | 'register-keeper' | 'register-approver')[],
  ) => ({
    ...{ id: asId<'person'>(uuid()), name, initials, human: true },
    grants: roles.map((role) => ({ id: asId<'grant'>(uuid()), role })),
  });
  const keeper = person('Anna Berg', 'AB', ['administrator', 'register-keeper']);
  const approver = person('Bo Dahl', 'BD', ['register-approver']);
  const founded = await page.execute('access/found-workspace', { people: [keeper, approver] });
  if (!founded.ok) throw new Error(founded.error.code);
  await page.task('session/choose-person', { personId: keeper.id });
  return { keeper: keeper.id, approver: approver.id };
}

export const pendingChanges = ({ parts }: EngineProcess): readonly string[] =>
  parts.reader.prepare("SELECT id FROM register_changes WHERE state = 'pending' ORDER BY id").pluck().all() as string[];

/** Each change that waits is rung about by the one who asked for it, and approved by the other. */
export async function approveAll(
  engine: EngineProcess,
  { keeper, approver }: { readonly keeper: string; readonly approver: string },
): Promise<void> {
  for (const id of pendingChanges(engine)) {
    const changeId = asId<'registerChange'>(id);
    const call = { changeId, spokeWith: 'Ekonomichefen', note: '', confirmed: true };
    const rung = await engine.parts.execute(asId(keeper), 'registers/note-call-back', call);
    const decided = await engine.parts.execute(asId(approver), 'registers/decide-change', { changeId, refusal: null });
    if (!rung.ok || !decided.ok) throw new Error(JSON.stringify([rung, decided]));
  }
}
