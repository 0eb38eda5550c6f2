import { z } from 'zod';
import type { LearnedRuleId, SupplierId } from '../../base/ids.ts';
import {
  decideReplay,
  decideSwitchingOff,
  decideSwitchingOn,
  decideTeaching,
  type LearnedRule,
  type SettleReplay,
  type TeachRule,
} from '../../domain/learned-rules/index.ts';
import { command } from '../command.ts';
import { anchorSchema, id, words } from '../schemas.ts';
import type { Store } from '../store.ts';

const ruleId = id<'learnedRule'>();
const invoiceId = id<'supplierInvoice'>();
/** More than a supplier's layouts have. */
const allRules = 1_000;

const rulesOf = (store: Store, supplierId: SupplierId | undefined): Promise<readonly LearnedRule[]> =>
  store.find('learnedRule', 'bySupplier', [supplierId ?? null], allRules);

async function ruleAmongOthers(store: Store, ruleId: LearnedRuleId) {
  const rule = await store.get('learnedRule', ruleId);
  return { rule, rules: await rulesOf(store, rule?.supplierId) };
}

const teachInput: z.ZodType<TeachRule> = z.object({
  ruleId,
  invoiceId,
  correctionId: id<'command'>(),
  anchor: anchorSchema,
  exampleText: words(500),
});
const settleInput: z.ZodType<SettleReplay> = z.object({
  ruleId,
  replay: z.object({ checked: z.int().min(0), agreed: z.int().min(0), broken: z.array(invoiceId).max(100) }),
  replaces: z.array(ruleId).max(100),
});

export const learnedRuleCommands = {
  'learned-rules/teach': command({
    input: teachInput,
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    background: true,
    load: async (store, input) => {
      const invoice = await store.get('supplierInvoice', input.invoiceId);
      return { invoice, rules: await rulesOf(store, invoice?.supplierId) };
    },
    decide: (facts, input, { actor, atMs }) => decideTeaching(facts, input, actor, atMs),
  }),
  'learned-rules/settle-replay': command({
    input: settleInput,
    permission: 'supplier-invoices.register', // the program's own finding, as what it reads is
    class: 'provisional',
    background: true,
    load: (store, input) => ruleAmongOthers(store, input.ruleId),
    decide: decideReplay,
  }),
  'learned-rules/switch-off': command({
    input: z.object({ ruleId }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: (store, input) => store.get('learnedRule', input.ruleId),
    decide: (rule) => decideSwitchingOff(rule),
  }),
  'learned-rules/switch-on': command({
    input: z.object({ ruleId }),
    permission: 'supplier-invoices.correct',
    class: 'provisional',
    load: (store, input) => ruleAmongOthers(store, input.ruleId),
    decide: (facts) => decideSwitchingOn(facts),
  }),
};
