import { type MergeFacts, mergeFacts, type PlainFact, type ShownSupplier } from '../../shared/domain/suppliers/index.ts';

export type Keep = { readonly [Name in PlainFact]?: 'survivor' | 'merged' };

/** The facts of two suppliers between which one has to choose. What is covered here cannot be chosen. */
export const factsThatDiffer = (merged: ShownSupplier, survivor: ShownSupplier): readonly PlainFact[] =>
  mergeFacts.filter((name) => {
    const value = merged[name];
    return value !== undefined && value !== survivor[name] && !value.includes('•');
  });

/** Whose value stands: as chosen; else that of the one that remains, where it has any. */
export const keeperOf = (name: PlainFact, survivor: ShownSupplier, keep: Keep): 'survivor' | 'merged' =>
  keep[name] ?? (survivor[name] === undefined ? 'merged' : 'survivor');

/** What the one that remains is to take over. */
export const keptFacts = (merged: ShownSupplier, survivor: ShownSupplier, keep: Keep): MergeFacts =>
  Object.fromEntries(
    factsThatDiffer(merged, survivor)
      .filter((name) => keeperOf(name, survivor, keep) === 'merged')
      .map((name) => [name, merged[name]]),
  );
