import { z } from 'zod';
import {
  decideArticleImport,
  decideCustomerImport,
  decideSupplierImport,
  type ImportedRow,
  knownOf,
  type SupplierRowFacts,
} from '../../domain/register-exchange/index.ts';
import { command } from '../command.ts';
import { articleFacts } from '../exchange-articles.ts';
import { customerFacts } from '../exchange-customers.ts';
import { supplierFacts } from '../exchange-suppliers.ts';
import { words } from '../schemas.ts';
import { haveSetPhone } from './register-changes.ts';
import { inSight } from './registers.ts';

/** So many rows at most are one command: all of them are written, or none. */
const mostRows = 500;

const rowSchema: z.ZodType<ImportedRow> = z.object({
  row: z.int().min(1),
  record: z.record(words(60), words(20_000)),
  ids: z.array(z.uuid()).min(1).max(500),
});
const input = {
  system: words(60).nullable(),
  unitId: words(60).nullable(),
  /** The import that they are part of, and the file's name: what the register's history says of where a value came from. */
  importId: z.uuid(),
  fileName: words(300),
  rows: z.array(rowSchema).min(1).max(mostRows),
};
const recordsIn = ({ rows }: { readonly rows: readonly ImportedRow[] }) => rows.map(({ record }) => record);
const once = { earlierRow: undefined };

export const registerExchangeCommands = {
  'registers/import-rows': command({
    input: z.object({ ...input, register: z.literal('suppliers') }),
    permission: 'suppliers.register',
    class: 'online',
    ownSession: true,
    load: async (store, wanted, { actor, today }) => {
      const facts = await supplierFacts(store, wanted, recordsIn(wanted), today);
      const phoned = facts.map((found) => knownOf({ ...found, ...once })).filter((known) => known?.record.phone !== undefined);
      const ids = [...new Set(phoned.flatMap((known) => known?.row.supplier.id ?? []))];
      const set = await haveSetPhone(store, ids, actor);
      return facts.map((found): SupplierRowFacts => {
        const id = knownOf({ ...found, ...once })?.row.supplier.id;
        return { ...found, ...once, importerSetPhone: id !== undefined && set.has(id) };
      });
    },
    decide: (facts, wanted, { actor, atMs }) => decideSupplierImport(facts, wanted, { by: actor, atMs }),
  }),
  'registers/import-customers': command({
    input: z.object({ ...input, register: z.literal('customers') }),
    permission: 'customers.keep',
    class: 'online',
    load: async (store, wanted) =>
      (await customerFacts(store, wanted, recordsIn(wanted))).map((found) => ({ ...found, ...once })),
    decide: (facts, wanted, ctx) => inSight('customer', wanted.unitId, ctx, () => decideCustomerImport(facts, wanted, ctx)),
  }),
  'registers/import-articles': command({
    input: z.object({ ...input, register: z.literal('articles') }),
    permission: 'articles.keep',
    class: 'online',
    load: async (store, wanted) => (await articleFacts(store, wanted, recordsIn(wanted))).map((found) => ({ ...found, ...once })),
    decide: (facts, wanted, ctx) => inSight('article', wanted.unitId, ctx, () => decideArticleImport(facts, wanted)),
  }),
};
