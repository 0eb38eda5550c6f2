import { rm } from 'node:fs/promises';
import type { z } from 'zod';
import { dayInSweden } from '../../../shared/base/day.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import type { exchangeQueries, exchangeTasks } from '../../../shared/contract/register-exchange.ts';
import { holds, unitScope } from '../../../shared/domain/access/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { SessionKeeper } from '../session.ts';
import type { Exchange, Export, Look } from './start-exchange.ts';

type Table = typeof exchangeQueries & typeof exchangeTasks;
type Handler<Name extends keyof Table> = (input: z.output<Table[Name]['input']>) => Promise<NonNullable<Table[Name]['result']>>;
type Handlers<Names> = { [Name in keyof Names & keyof Table]: Handler<Name> };

type Around = {
  readonly parts: EngineParts;
  readonly session: SessionKeeper;
  /** Opened when it is first asked for: its libraries are not read at every start. */
  readonly exchange: () => Promise<Exchange>;
};

export function exchangeQueryHandlers({ session, exchange }: Around): Handlers<typeof exchangeQueries> {
  const whenChosen = (): Promise<Exchange> => {
    session.person();
    return exchange();
  };
  return {
    'exchange/preview': async ({ fileId, ...choice }) => (await whenChosen()).preview(fileId, asLook(choice)),
    'exchange/job': async ({ jobId }) => (await whenChosen()).job(jobId),
    'exchange/rows': async ({ jobId, from, limit, verdicts, mark }) =>
      (await whenChosen()).rows(jobId, from, limit, verdicts, mark),
    'exchange/mappings': async ({ register }) => (await whenChosen()).mappings.list(register, session.person()),
  };
}

export function exchangeTaskHandlers({ parts, session, exchange }: Around): Handlers<typeof exchangeTasks> {
  const whenAllowed = async (): Promise<Exchange> => {
    await session.demand('suppliers.register');
    return exchange();
  };
  /** A register's rows go to a file, or are compared with one, for those who may see them: throws `forbidden`. */
  const whenInSight = async ({ mapping, unitId }: Pick<Export, 'mapping' | 'unitId'>): Promise<Exchange> => {
    const scope = unitId === null ? `reg:${mapping.register}` : unitScope(unitId);
    if (!holds(await session.scopes(), scope)) throw new EngineError('forbidden', scope);
    return whenAllowed();
  };
  return {
    'exchange/take-file': async ({ name, bytes, ...choice }) => (await whenAllowed()).take(name, bytes, asLook(choice)),
    'exchange/start-dry-run': async (wanted) => (await whenInSight(wanted)).startDryRun(wanted),
    'exchange/start-import': async ({ jobId, acceptance }) =>
      (await whenAllowed()).startImport(jobId, acceptance, session.person()),
    'exchange/cancel': async ({ jobId }) => (await whenAllowed()).cancel(jobId),
    'exchange/save-mapping': async ({ name, mine, mapping }) => {
      const { mappings } = await whenAllowed();
      await mappings.save({ name, mapping, person: mine ? session.person() : null });
      return mappings.list(mapping.register, session.person());
    },
    'exchange/drop-mapping': async ({ name, mine, register }) => {
      const { mappings } = await whenAllowed();
      await mappings.drop({ name, register, person: mine ? session.person() : null });
      return mappings.list(register, session.person());
    },
    'exchange/export': async ({ mapping, kind, unitId }) => {
      const { exported } = await whenInSight({ mapping, unitId });
      const { path, rows } = await exported({ mapping, kind, unitId });
      try {
        const { sha256 } = await parts.blobs.putFile(path);
        return { sha256, rows, fileName: `${mapping.register}-${dayInSweden(parts.clock())}.${kind}` };
      } finally {
        await rm(path, { force: true });
      }
    },
  };
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
