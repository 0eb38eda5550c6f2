import { rm } from 'node:fs/promises';
import type { z } from 'zod';
import { dayInSweden } from '../../../shared/base/day.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import { type exchangeQueries, type exchangeTasks, registerKeeping } from '../../../shared/contract/register-exchange.ts';
import { holds, unitScope } from '../../../shared/domain/access/index.ts';
import type { ExchangeRegister } from '../../../shared/domain/register-exchange/index.ts';
import { sharedScopes } from '../../../shared/run/commands/registers.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { SessionKeeper } from '../session.ts';
import { RevealRefused } from './register-door.ts';
import type { Exchange, Look } from './start-exchange.ts';
import type { FileKind } from './write-table.ts';

type Table = typeof exchangeQueries & typeof exchangeTasks;
type Handler<Name extends keyof Table> = (input: z.output<Table[Name]['input']>) => Promise<NonNullable<Table[Name]['result']>>;
type Handlers<Names> = { [Name in keyof Names & keyof Table]: Handler<Name> };

type Around = {
  readonly parts: EngineParts;
  readonly session: SessionKeeper;
  /** Opened when it is first asked for: its libraries are not read at every start. */
  readonly exchange: () => Promise<Exchange>;
};

const sharedScope = {
  suppliers: 'reg:suppliers',
  customers: sharedScopes.customer,
  articles: sharedScopes.article,
} as const satisfies Record<ExchangeRegister, string>;
type Part = { readonly register: ExchangeRegister; readonly unitId: string | null };

/** Opens the exchange for one who keeps the register, and may see the part of it that is meant. Throws `forbidden`. */
function whenKept({ session, exchange }: Around) {
  return async ({ register, unitId }: Part): Promise<Exchange> => {
    await session.demand(registerKeeping[register]);
    const scope = unitId === null ? sharedScope[register] : unitScope(unitId);
    if (!holds(await session.scopes(), scope)) throw new EngineError('forbidden', registerKeeping[register]);
    return exchange();
  };
}

export function exchangeQueryHandlers(around: Around): Handlers<typeof exchangeQueries> {
  const kept = whenKept(around);
  const { session, exchange } = around;
  const ofJob = async (jobId: string): Promise<Exchange> => {
    session.person();
    return kept((await exchange()).partOf(jobId));
  };
  return {
    'exchange/preview': async ({ fileId, ...choice }) => {
      await session.demand(registerKeeping[choice.register]);
      return (await exchange()).preview(fileId, asLook(choice));
    },
    'exchange/job': async ({ jobId }) => (await ofJob(jobId)).job(jobId),
    'exchange/rows': async ({ jobId, from, limit, verdicts, mark }) =>
      (await ofJob(jobId)).rows(jobId, from, limit, verdicts, mark),
    'exchange/mappings': async ({ register }) => {
      const person = session.person();
      return (await exchange()).mappings.list(register, person);
    },
  };
}

export function exchangeTaskHandlers(around: Around): Handlers<typeof exchangeTasks> {
  const kept = whenKept(around);
  const { parts, session, exchange } = around;
  const ofRegister = async (register: ExchangeRegister): Promise<Exchange> => {
    await session.demand(registerKeeping[register]);
    return exchange();
  };
  const ofJob = async (jobId: string): Promise<Exchange> => {
    session.person();
    return kept((await exchange()).partOf(jobId));
  };
  const asBlob = async ({ path, rows }: { readonly path: string; readonly rows: number }, name: string, kind: FileKind) => {
    try {
      const { sha256 } = await parts.blobs.putFile(path);
      return { sha256, rows, fileName: `${name}-${dayInSweden(parts.clock())}.${kind}` };
    } finally {
      await rm(path, { force: true });
    }
  };
  return {
    'exchange/take-file': async ({ name, bytes, ...choice }) =>
      (await ofRegister(choice.register)).take(name, bytes, asLook(choice)),
    'exchange/start-dry-run': async (wanted) =>
      (await kept({ register: wanted.mapping.register, unitId: wanted.unitId })).startDryRun(wanted),
    'exchange/start-import': async ({ jobId, acceptance }) =>
      (await ofJob(jobId)).startImport(jobId, acceptance, session.person()),
    'exchange/mend-row': async ({ jobId, row, cells }) => (await ofJob(jobId)).mend(jobId, row, cells),
    'exchange/write-wrong': async ({ jobId, kind, words }) => {
      const job = await ofJob(jobId);
      const { fileName } = job.job(jobId);
      return asBlob(await job.writeWrong(jobId, kind, words), fileName.replace(/\.[^.]*$/, ''), kind);
    },
    'exchange/cancel': async ({ jobId }) => (await ofJob(jobId)).cancel(jobId),
    'exchange/save-mapping': async ({ name, mine, mapping }) => {
      const { mappings } = await ofRegister(mapping.register);
      await mappings.save({ name, mapping, person: mine ? session.person() : null });
      return mappings.list(mapping.register, session.person());
    },
    'exchange/drop-mapping': async ({ name, mine, register }) => {
      const { mappings } = await ofRegister(register);
      await mappings.drop({ name, register, person: mine ? session.person() : null });
      return mappings.list(register, session.person());
    },
    'exchange/export': async ({ mapping, kind, unitId, reason }) => {
      const { exported } = await kept({ register: mapping.register, unitId });
      const uncovered = reason === null ? null : { by: session.person(), reason };
      return asBlob(await exported({ mapping, kind, unitId, uncovered }).catch(asForbidden), mapping.register, kind);
    },
  };
}

/** Whoever may not see what is covered may not have it written either. */
function asForbidden(error: unknown): never {
  throw error instanceof RevealRefused ? new EngineError('forbidden', error.message) : error;
}

const asLook = ({
  register,
  hasHeadings,
  ...choice
}: Pick<
  z.output<Table['exchange/preview']['input']>,
  'register' | 'hasHeadings' | 'encoding' | 'delimiter' | 'sheet'
>): Look => ({
  register,
  hasHeadings,
  choice: { encoding: choice.encoding, delimiter: choice.delimiter, sheet: choice.sheet },
});
