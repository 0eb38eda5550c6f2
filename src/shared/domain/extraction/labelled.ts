import type { Evidence } from '../invoice-fields/index.ts';
import type { Link } from './links.ts';

/** A link weaker than this is chance. */
export const leastScore = 0.25;

/** A weak or far label is a reason to look here, and no proof. */
export const labelEvidence = ({ label, score }: Link<unknown>): readonly Evidence[] =>
  score >= 0.45 ? [{ kind: 'label', ref: label.text }] : [];
