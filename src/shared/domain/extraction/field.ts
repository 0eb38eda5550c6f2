import {
  type Alternative,
  type Evidence,
  emptyField,
  type Field,
  type FieldState,
  type FieldValue,
} from '../invoice-fields/index.ts';
import { boxAround, type Token } from './rows.ts';

/** One possible value of a field and what speaks for it. */
export type Candidate<Value extends FieldValue> = {
  readonly value: Value;
  readonly raw: string;
  /** Where it stands; empty when it is reckoned and not printed. */
  readonly tokens: readonly Token[];
  /** Its rank among the candidates of its field; no probability. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
};

export type Rule = {
  /** What an empty field is called. */
  readonly empty: 'missing' | 'absent';
  /** False: whatever the proofs, a person must look (an unknown supplier, a payment number that is not in its register row). */
  readonly maySafe?: boolean;
  /** True: the value breaks a rule of its kind, such as a wrong check digit. */
  readonly broken?: boolean;
};

/** How often a value is right when this alone speaks for it. Source: none; a guess until it is measured on real pages. */
const weights: Readonly<Record<Evidence['kind'], number>> = {
  qr: 0.97,
  'payment-line': 0.92,
  'second-reading': 0.5,
  learned: 0.8,
  repeated: 0.6,
  register: 0.9,
  'check-digit': 0.75,
  sum: 0.85,
  label: 0.75,
  format: 0.4,
  pixels: 0.3,
  person: 1,
};

const hardProofs: readonly Evidence['kind'][] = ['payment-line', 'check-digit', 'register', 'sum', 'label'];

/** The best candidate as a field, the others as its alternatives. */
export function toField<Value extends FieldValue>(candidates: readonly Candidate<Value>[], rule: Rule): Field<Value> {
  const ranked = oneOfEachValue([...candidates].sort((a, b) => b.score - a.score));
  const [best, ...others] = ranked;
  if (!best) return emptyField(rule.empty);
  const evidence = [...best.evidence, ...pixelsOf(best)].sort((a, b) => weights[b.kind] - weights[a.kind]);
  const confidence = confidenceOf(best.tokens, evidence) * (rule.broken ? 0.5 : 1);
  return {
    value: best.value,
    raw: best.raw,
    state: stateOf(evidence, best.tokens, rule),
    confidence,
    page: best.tokens[0]?.page ?? null,
    box: boxAround(best.tokens),
    source: null,
    evidence,
    alternatives: others.slice(0, 4).map(toAlternative),
  };
}

/** Read by no label and no proof, but printed: the weakest evidence. */
function pixelsOf(candidate: Candidate<FieldValue>): readonly Evidence[] {
  const box = boxAround(candidate.tokens);
  const page = candidate.tokens[0]?.page;
  return box && page !== undefined ? [{ kind: 'pixels', page, box, text: candidate.raw }] : [];
}

/** A value that stands in two places is one candidate, with the proofs of both. */
function oneOfEachValue<Value extends FieldValue>(ranked: readonly Candidate<Value>[]): readonly Candidate<Value>[] {
  const byValue = Map.groupBy(ranked, (candidate) => candidate.value);
  return [...byValue.values()].flatMap(([best, ...same]) => (best ? [{ ...best, evidence: joined([best, ...same]) }] : []));
}

/** The first one's proofs, and those of the others that are of another kind. */
function joined(candidates: readonly Candidate<FieldValue>[]): readonly Evidence[] {
  const [first, ...others] = candidates.map((candidate) => candidate.evidence);
  const kinds = new Set(first?.map((one) => one.kind));
  return [...(first ?? []), ...others.flat().filter((one) => !kinds.has(one.kind) && kinds.add(one.kind))];
}

const toAlternative = <Value extends FieldValue>(candidate: Candidate<Value>): Alternative<Value> => ({
  value: candidate.value,
  raw: candidate.raw,
  confidence: confidenceOf(candidate.tokens, candidate.evidence) * 0.5,
  page: candidate.tokens[0]?.page ?? null,
  box: boxAround(candidate.tokens),
});

/** Safe takes two hard proofs of different kinds and a clear reading. */
function stateOf(evidence: readonly Evidence[], tokens: readonly Token[], rule: Rule): FieldState {
  if (rule.broken) return 'error';
  const proofs = new Set(evidence.map((one) => one.kind).filter((kind) => hardProofs.includes(kind)));
  return rule.maySafe !== false && proofs.size >= 2 && readingOf(tokens) >= 0.5 ? 'safe' : 'check';
}

/** The chance that not all proofs err at once, times how clearly the words were read. */
function confidenceOf(tokens: readonly Token[], evidence: readonly Evidence[]): number {
  const kinds = new Set(evidence.map((one) => one.kind));
  const doubt = [...kinds].reduce((rest, kind) => rest * (1 - weights[kind]), 1);
  return Math.round((1 - doubt) * Math.sqrt(readingOf(tokens)) * 1000) / 1000;
}

function readingOf(tokens: readonly Token[]): number {
  if (tokens.length === 0) return 1;
  return Math.min(Math.max(tokens.reduce((sum, token) => sum + token.confidence, 0) / tokens.length, 0), 1);
}
