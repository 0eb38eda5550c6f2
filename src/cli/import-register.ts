import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { nothingChosen } from '../main/engine/exchange/open-table.ts';
import type { Exchange } from '../main/engine/exchange/start-exchange.ts';
import { type EngineProcess, startEngine } from '../main/engine/start-engine.ts';
import type { PersonId } from '../shared/base/ids.ts';
import {
  acceptanceSchema,
  type ExchangePreview,
  exchangeRegisterSchema,
  mappingSchema,
} from '../shared/contract/register-exchange.ts';
import { type ExchangeMapping, type ExchangeRegister, exchangeAdapters } from '../shared/domain/register-exchange/index.ts';
import { resourcesFolder } from './places.ts';

export type RegisterOptions = {
  readonly workspace?: string | undefined;
  readonly register?: string | undefined;
  readonly mapping?: string | undefined;
  readonly format?: string | undefined;
  readonly system?: string | undefined;
  readonly as?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly rows?: boolean | undefined;
  readonly 'without-warnings'?: boolean | undefined;
  readonly only?: string | undefined;
  /** Why what is covered is to be written. */
  readonly reveal?: string | undefined;
};

/** What was asked cannot be done as it was asked: said in words, with status 2. */
export class BadRegisterCall extends Error {}

/**
 * Imports a file into a register of a workspace, in a person's name, or only judges it. Prints JSON lines: each row when they are asked
 * for, and last a summary. Gives the status: 1 when a row was wrong or refused, or the file cannot be read.
 */
export async function importRegister(file: string, options: RegisterOptions): Promise<number> {
  const register = registerOf(options);
  return withEngine(options, async (engine, exchange) => {
    const isDry = options['dry-run'] === true;
    const by = isDry ? null : await personOf(engine, options.as);
    const look = { register, choice: nothingChosen, hasHeadings: null };
    const previewed = await exchange.open(basename(file), resolve(file), look);
    if (!previewed.ok) return say({ file, error: { code: previewed.error.code } }, 1);
    const mapping = await mappingFor(previewed.value, register, options);

    const judged = await exchange.startDryRun({ fileId: previewed.value.fileId, mapping, unitId: null });
    let job = await exchange.settled(judged.jobId);
    if (by !== null && job.state.at === 'judged') {
      const acceptance = acceptanceSchema.parse({
        withWarnings: options['without-warnings'] !== true,
        ...(options.only !== undefined && { take: options.only.split(',') }),
      });
      const started = await exchange.startImport(job.jobId, acceptance, by);
      job = await exchange.settled(started.jobId);
    }
    if (options.rows === true) await sayRows(exchange, job.jobId);
    const { state, tally } = job;
    const receipt = 'receipt' in state ? state.receipt : null;
    const refusal = state.at === 'refused' ? state.refusal : null;
    const { answers } = receipt ?? { answers: null };
    const isRight = refusal === null && tally.verdicts.wrong === 0 && (answers?.refused ?? 0) === 0;
    return say({ file, state: state.at, tally, receipt, refusal, mapping }, isRight ? 0 : 1);
  });
}

export function registerOf({ register }: RegisterOptions): ExchangeRegister {
  const known = exchangeRegisterSchema.safeParse(register);
  if (!known.success) throw new BadRegisterCall(`--register: one of ${exchangeRegisterSchema.options.join(', ')}`);
  return known.data;
}

/** Opens the engine on the workspace, and closes it whatever comes. */
export async function withEngine<T>(
  { workspace }: RegisterOptions,
  work: (engine: EngineProcess, exchange: Exchange) => Promise<T>,
): Promise<T> {
  if (workspace === undefined) throw new BadRegisterCall('--workspace DIR is missing');
  const folder = resolve(workspace);
  if (!existsSync(join(folder, 'workspace.db')))
    throw new BadRegisterCall(
      `There is no workspace of a single seat in ${folder}. Where one works with a server, import in the program.`,
    );
  const engine = await startEngine({ workspace: folder, resources: resourcesFolder, demonstration: false });
  try {
    return await work(engine, await engine.exchange());
  } finally {
    await engine.stop();
  }
}

/** By name, initials or id. It is that person who imports, with that person's rights. */
export async function personOf({ parts }: EngineProcess, name: string | undefined): Promise<PersonId> {
  if (name === undefined)
    throw new BadRegisterCall('--as NAME is missing: what is done is done in a person’s name, and with that person’s rights');
  const people = await parts.store.find('person', 'all', [], 10_000);
  const found = people.filter((one) => one.human && [one.id, one.name, one.initials].includes(name));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new BadRegisterCall(`--as: ${found.length} people are called ${name}`);
  return only.id;
}

/** The mapping that was given, the one of the format that the file is in, or what its headings suggest. */
async function mappingFor(
  preview: ExchangePreview,
  register: ExchangeRegister,
  { mapping: path, system }: RegisterOptions,
): Promise<ExchangeMapping> {
  if (path !== undefined) {
    const mapping = await readMapping(path);
    return system === undefined ? mapping : { ...mapping, system };
  }
  const adapter = exchangeAdapters.find(({ format }) => format === preview.format);
  if (adapter !== undefined) return { ...adapter.mapping, encoding: null, delimiter: null };
  const columns = preview.suggested.map(({ column, field, transforms }) => ({ column, field, transforms }));
  const usable = system === undefined ? columns.filter(({ field }) => field !== 'externalId') : columns;
  const { hasHeadings } = preview;
  return { register, system: system ?? null, columns: usable, hasHeadings, encoding: null, delimiter: null, sheet: null };
}

export async function readMapping(path: string): Promise<ExchangeMapping> {
  try {
    return mappingSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new BadRegisterCall(`--mapping ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function sayRows(exchange: Exchange, jobId: string): Promise<void> {
  for (let from: number | null = 0; from !== null; ) {
    const page: Awaited<ReturnType<Exchange['rows']>> = await exchange.rows(jobId, from, 500, null);
    for (const row of page.rows) await say(row, 0);
    from = page.next;
  }
}

/** Waits while the other end of the pipe is behind. */
export async function say(line: unknown, status: number): Promise<number> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  return status;
}
