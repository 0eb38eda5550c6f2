import type { Evidence, FieldName } from '../invoice-fields/index.ts';
import { chances } from './confidence-table.ts';

/** What a value's chance of being right hangs on. */
export type Signs = {
  readonly evidence: readonly Evidence[];
  /** How clearly its least clear word was read, 0..1. */
  readonly clarity: number;
  /** Another value of the field is nearly as likely, or a second reading differs. */
  readonly isContested: boolean;
};

/** How many values with the same signs were seen, and what share of them was right (0..1). */
export type Chance = { readonly likeCount: number; readonly rightShare: number };

/** Kinds that say nothing that others do not say better. */
const silent: readonly Evidence['kind'][] = ['pixels', 'format', 'person'];

/** The name that values with the same signs share, from the coarsest to the finest: the field; its proofs; how clear and how alone. */
export function signaturesOf(field: FieldName, { evidence, clarity, isContested }: Signs): readonly [string, string, string] {
  const kinds = [...new Set(evidence.map(({ kind }) => kind))].filter((kind) => !silent.includes(kind)).sort();
  const proofs = `${field} ${kinds.join('+')}`;
  const clear = clarity > 0.9 ? 'clear' : clarity > 0.75 ? 'fair' : clarity > 0.5 ? 'poor' : 'bad';
  return [field, proofs, `${proofs} ${clear}${isContested ? ' contested' : ''}`];
}

/** So many imagined values with the coarser signature's share are added to those that were seen: few cases prove little. */
const imagined = 8;

/**
 * How likely a value is right: the share of values with the same signs that were, on generated documents
 * (`npm run bench -- reading --calibrate`), each signature drawn towards its coarser one (empirical Bayes shrinkage).
 */
export function chanceOf(field: FieldName, signs: Signs): Chance {
  return signaturesOf(field, signs).reduce<Chance>(
    (coarser, signature) => {
      const [count, right] = chances[signature] ?? [0, 0];
      return { likeCount: count || coarser.likeCount, rightShare: (right + imagined * coarser.rightShare) / (count + imagined) };
    },
    { likeCount: 0, rightShare: 0.5 },
  );
}
