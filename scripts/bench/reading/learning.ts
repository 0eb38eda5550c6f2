import { asId, type LearnedRuleId, type SupplierInvoiceId } from '../../../src/shared/base/ids.ts';
import { anchorOf, type LearnedAnchor } from '../../../src/shared/domain/extraction/index.ts';
import { type Fields, fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Degradation } from '../../../test/make/papers/degrade.ts';
import { inTurn, type Result, readOne } from './accuracy.ts';
import { testFile } from './made-files.ts';
import { supplierIdOf, type Taught, type Through } from './read-through.ts';
import { registerSuppliers } from './register.ts';
import { printTable, tallyHead, tallyRow } from './tables.ts';
import { tallyOf } from './tallies.ts';

type Asked = { readonly suppliers: number; readonly firstSeed: number; readonly degradations: readonly Degradation[] };
export type LearningResult = { readonly first: Result; readonly before: Result; readonly after: Result };

/** Added to a supplier's seed: its second invoice. */
const second = 50_000;

/**
 * The second invoice of a supplier in the same layout, after a clerk has put right on the picture what was wrong on the first: a value
 * that is printed elsewhere, or is printed nowhere. The supplier is in the register by then.
 */
export async function measureLearning(
  through: Through,
  { suppliers, firstSeed, degradations }: Asked,
): Promise<readonly LearningResult[]> {
  const seeds = Array.from({ length: suppliers }, (_, at) => firstSeed + 20_000 + at);
  await through.register((store) => registerSuppliers(store, seeds));
  const results = await inTurn(seeds, 3, async (seed, at): Promise<LearningResult> => {
    const degradation = degradations[at % degradations.length] ?? 'clean';
    const wanted = { type: 'invoice', supplierSeed: seed, layoutSeed: seed } as const;
    const first = await readOne(through, await testFile(seed, degradation, wanted));
    const next = await testFile(seed + second, degradation, wanted);
    return { first, before: await readOne(through, next), after: await readOne(through, next, correctionsOn(first)) };
  });
  const all = (which: keyof LearningResult) => tallyOf(results.flatMap((result) => result[which].judged));
  printTable(`learning, ${suppliers} suppliers with two invoices in one layout`, tallyHead, [
    tallyRow('first invoice', all('first')),
    tallyRow('second, nothing learned', all('before')),
    tallyRow('second, after corrections', all('after')),
  ]);
  console.info('aim: F1 ≥ 0.980 after one round of corrections');
  const groups = Map.groupBy(results, ({ after }) => after.file.degradation);
  printTable(
    'second invoice after corrections, by degradation',
    tallyHead,
    [...groups].map(([name, own]) => tallyRow(name, tallyOf(own.flatMap(({ after }) => after.judged)))),
  );
  return results;
}

/** What a clerk's corrections on one invoice leave behind: a rule for each, and where every field stood. */
export function correctionsOn({ file, reading, judged }: Result): Taught {
  const [document] = reading.documents;
  if (document === undefined) return { anchors: [], repeated: [] };
  const pages = document.pages.map(({ words }) => words);
  const supplierId = supplierIdOf(file.truth.supplierSeed);
  const anchors: LearnedAnchor[] = [];
  let fields: Fields = document.proposal.fields;
  for (const name of fieldNames) {
    const verdict = judged.find(({ field }) => field === name)?.verdict;
    const proposed = document.proposal.fields[name];
    if (verdict !== 'wrong' && verdict !== 'missed' && verdict !== 'invented') continue;
    const value = file.truth.fields[name];
    const place = file.truth.printed.find(({ field }) => field === name);
    const wrong = proposed.page === null || proposed.box === null ? null : { page: proposed.page, box: proposed.box };
    const shown = value === null || place === undefined ? { page: null, box: null } : { page: place.page, box: place.box };
    const anchor = anchorOf(pages, { field: name, value, ...shown, wrong });
    if (anchor !== undefined)
      anchors.push({ ...anchor, ruleId: asId<'learnedRule'>(`rule-${file.seed}-${name}`) satisfies LearnedRuleId, supplierId });
    fields = { ...fields, [name]: { ...proposed, value, ...shown, state: 'safe' } };
  }
  const invoiceId: SupplierInvoiceId = asId<'supplierInvoice'>(`invoice-${file.seed}`);
  return { anchors, repeated: [{ invoiceId, supplierId, firstPage: 1, fields }] };
}
