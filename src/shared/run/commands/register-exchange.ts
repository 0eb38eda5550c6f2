import { z } from 'zod';
import { asId } from '../../base/ids.ts';
import {
  decideSupplierImport,
  exchangeRegisters,
  type ImportedRow,
  type RowFacts,
} from '../../domain/register-exchange/index.ts';
import { command } from '../command.ts';
import { factsOf } from '../exchange-facts.ts';
import { words } from '../schemas.ts';
import { hasSetPhone } from './register-changes.ts';

/** So many rows at most are one command: all of them are written, or none. */
const mostRows = 500;

const rowSchema: z.ZodType<ImportedRow> = z.object({
  row: z.int().min(1),
  record: z.record(words(60), words(2_000)),
  ids: z.array(z.uuid()).min(1).max(60),
});

export const registerExchangeCommands = {
  'registers/import-rows': command({
    input: z.object({
      register: z.enum(exchangeRegisters),
      system: words(60).nullable(),
      unitId: words(60).nullable(),
      /** The import that they are part of, and the file's name: what the register's history says of where a value came from. */
      importId: z.uuid(),
      fileName: words(300),
      rows: z.array(rowSchema).min(1).max(mostRows),
    }),
    permission: 'suppliers.register',
    class: 'online',
    load: async (store, input, { actor, today }) => {
      const records = input.rows.map(({ record }) => record);
      const facts: RowFacts[] = [];
      for (const found of await factsOf(store, input, records, today)) {
        const known = found.byOwnId ?? found.byExternalId ?? found.byNumber;
        const importerSetPhone = known?.record.phone !== undefined && (await hasSetPhone(store, asId(known.id), actor));
        facts.push({ ...found, importerSetPhone, earlierRow: undefined });
      }
      return facts;
    },
    decide: (facts, input, { actor, atMs }) => decideSupplierImport(facts, input, actor, atMs),
  }),
};
