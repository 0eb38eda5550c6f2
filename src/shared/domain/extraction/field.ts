import {
  type Alternative,
  type AmountName,
  amountNames,
  byStrength,
  type Evidence,
  emptyField,
  type Field,
  type FieldName,
  type FieldState,
  type FieldValue,
  type FieldValueOf,
} from '../invoice-fields/index.ts';
import { chanceOf } from './confidence.ts';
import type { LearnedValue } from './learned-values.ts';
import { isProven } from './proofs.ts';
import type { Reading } from './reading.ts';
import { boxAround, type Token } from './rows.ts';
import { isSame, readAs } from './value-places.ts';

/** One possible value of a field and what speaks for it. */
export type Candidate<Value> = {
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
  /** Whether a value keeps the rule of its kind. */
  readonly isRight?: (value: FieldValue) => boolean;
};

/** Proofs so strong that a value with one of them disputes any other value. */
const standsAlone: readonly Evidence['kind'][] = ['qr', 'payment-line', 'learned'];

/** The best candidate as a field, the others as its alternatives. What was learned of the supplier's layout goes before all else. */
export function toField<Name extends FieldName>(
  reading: Reading,
  name: Name,
  candidates: readonly Candidate<FieldValueOf<Name>>[],
  rule: Rule,
): Field<FieldValueOf<Name>> {
  const field: Field = chooseField(reading, name, candidates, rule);
  return field as Field<FieldValueOf<Name>>; // its value and alternatives are candidates of this field
}

function chooseField(reading: Reading, name: FieldName, candidates: readonly Candidate<FieldValue>[], rule: Rule): Field {
  const ranked = [...withLearned(reading, name, withCodes(reading, name, candidates))].sort((a, b) => b.score - a.score);
  const [first, ...others] = oneOfEachValue(ranked);
  if (!first) return emptyField(rule.empty);
  const best = mended(reading, name, first, rule);
  const isBroken = rule.broken === true && best === first;
  const twice = secondReading(reading, name, best);
  const all = [...best.evidence, ...twice.evidence, ...repeatedPlace(reading, name, best), ...pixelsOf(best)];
  const evidence = all.sort(byStrength);
  const isDisputed = twice.differs || others.some((other) => other.evidence.some(({ kind }) => standsAlone.includes(kind)));
  const isContested = isDisputed || others.some((other) => other.score > best.score - 0.25);
  const { rightShare } = chanceOf(name, { evidence, clarity: clarityOf(best.tokens), isContested });
  return {
    value: best.value,
    raw: best.raw,
    state: stateOf(name, evidence, { ...rule, broken: isBroken, maySafe: rule.maySafe !== false && !isDisputed }),
    confidence: Math.round(rightShare * (isBroken ? 0.5 : 1) * 1000) / 1000,
    page: best.tokens[0]?.page ?? null,
    box: boxAround(best.tokens),
    source: null,
    evidence,
    alternatives: [...twice.alternatives, ...others.map(toAlternative)].slice(0, 4),
  };
}

/**
 * Where the value breaks the rule of its kind and the second reading does not, the second reading is the better one; and where it makes a
 * capital I of a figure one, for it looked at the sign's shape.
 */
function mended(reading: Reading, name: FieldName, candidate: Candidate<FieldValue>, rule: Rule): Candidate<FieldValue> {
  const text = reading.again(candidate.tokens);
  const value = text === undefined ? undefined : readAs(name, text, reading.today);
  if (text === undefined || value === undefined) return candidate;
  if (isWithCapital(String(value), String(candidate.value))) return { ...candidate, value, raw: text };
  if (!rule.broken || !rule.isRight?.(value)) return candidate;
  return { ...candidate, value, raw: text, evidence: [{ kind: 'format', ref: 'mended' }] };
}

/** 'IO-83801' for '10-83801'. */
const isWithCapital = (closer: string, first: string): boolean =>
  closer.startsWith('I') && closer.replace(/^IO(?=-)/, 'I0').replace('I', '1') === first;

// ── what a payment code says ──

/**
 * A payment code proves a printed value that is the same. What is not printed it gives itself; but no number or reference, for the one that it
 * holds may be either.
 */
const references: readonly FieldName[] = ['invoiceNumber', 'ocrReference'];

function withCodes(
  { codes }: Reading,
  name: FieldName,
  found: readonly Candidate<FieldValue>[],
): readonly Candidate<FieldValue>[] {
  let candidates = found;
  for (const { format, values } of codes) {
    const value = values[name];
    if (value === undefined) continue;
    const proof: Evidence = { kind: 'qr', ref: format };
    const proven = candidates.map((one) =>
      isSame(name, one.value, value) ? { ...one, score: one.score + 2, evidence: [...one.evidence, proof] } : one,
    );
    const isPrinted = candidates.some((one) => isSame(name, one.value, value));
    const unprinted = { value, raw: '', tokens: [], score: 1.5, evidence: [proof] };
    candidates = isPrinted || references.includes(name) ? proven : [...proven, unprinted];
  }
  return candidates;
}

// ── what was learned of the supplier's layout ──

/** A learned place adds its value or strengthens it; what a clerk said is not this field is no candidate, nor is anything weaker. */
function withLearned(
  { learned }: Reading,
  name: FieldName,
  found: readonly Candidate<FieldValue>[],
): readonly Candidate<FieldValue>[] {
  const own = learned.filter(({ anchor }) => anchor.field === name);
  const denied = own.filter(({ anchor }) => !anchor.stands);
  const taught = own.filter(({ anchor }) => anchor.stands);
  const deniedScore = Math.max(
    ...found.filter((one) => denied.some((other) => stands(one.tokens, other))).map(({ score }) => score),
  );
  const kept = found.filter(({ score }) => score > deniedScore);
  const strengthened = kept.map((one) => {
    const by = taught.find((other) => isSame(name, other.value, one.value) && stands(one.tokens, other));
    return by ? { ...one, score: one.score + 3, evidence: [...one.evidence, learnedBy(by)] } : one;
  });
  const isThere = (other: LearnedValue): boolean =>
    kept.some((one) => isSame(name, other.value, one.value) && stands(one.tokens, other));
  const added = taught.filter((other) => !isThere(other)).map((other) => ({ ...other, score: 3, evidence: [learnedBy(other)] }));
  return amountNames.includes(name as AmountName) && strengthened.length > 0 ? strengthened : [...strengthened, ...added];
}

const learnedBy = ({ anchor }: LearnedValue): Evidence => ({ kind: 'learned', ref: anchor.ruleId });
const stands = (tokens: readonly Token[], learned: LearnedValue): boolean =>
  tokens.some((token) => learned.tokens.includes(token));

/** How far a value may have moved since the supplier's last verified invoice, in page heights: a scan is laid in by hand. */
const moved = 0.02;

function repeatedPlace(reading: Reading, name: FieldName, { tokens }: Candidate<FieldValue>): readonly Evidence[] {
  const box = boxAround(tokens);
  const place = reading.pages.indexOf(tokens[0]?.page ?? -1);
  if (!box || place < 0) return [];
  const before = reading.repeated.find(({ fields, firstPage }) => {
    const { page, box: then } = fields[name];
    if (page === null || then === null || page - firstPage !== place) return false;
    const isLevel = Math.abs(then[1] - box[1]) < moved;
    return isLevel && (Math.abs(then[0] - box[0]) < moved || Math.abs(then[2] - box[2]) < moved);
  });
  return before ? [{ kind: 'repeated', ref: before.invoiceId }] : [];
}

// ── how well it was read ──

type Twice = { readonly evidence: readonly Evidence[]; readonly differs: boolean; readonly alternatives: readonly Alternative[] };
const once: Twice = { evidence: [], differs: false, alternatives: [] };

/** What a second reading of the value's place says: the same, something else, or nothing. */
function secondReading(reading: Reading, name: FieldName, { value, tokens }: Candidate<FieldValue>): Twice {
  const [first] = tokens;
  if (!first) return once;
  if (reading.textLayerPages.has(first.page)) return { ...once, evidence: [{ kind: 'text-layer', ref: '' }] };
  const text = reading.again(tokens);
  if (text === undefined) return once;
  const read = readAs(name, text, reading.today);
  if (isSame(name, read, value)) return { ...once, evidence: [{ kind: 'second-reading', ref: text.slice(0, 200) }] };
  if (read === undefined) return { ...once, differs: true };
  const alternative = { value: read, raw: text, confidence: 0.3, page: first.page, box: boxAround(tokens) };
  return { ...once, differs: true, alternatives: [alternative] };
}

/** The least sure of the words, 0..1. */
const clarityOf = (tokens: readonly Token[]): number => Math.min(1, ...tokens.map((token) => token.confidence));

// ── one candidate of each value ──

/** Read by no label and no proof, but printed: the weakest evidence. */
function pixelsOf(candidate: Candidate<FieldValue>): readonly Evidence[] {
  const box = boxAround(candidate.tokens);
  const page = candidate.tokens[0]?.page;
  return box && page !== undefined ? [{ kind: 'pixels', page, box, text: candidate.raw }] : [];
}

/** A value that stands in two places is one candidate, with the proofs of both; with its label at both, that is a proof too. */
function oneOfEachValue<Value>(ranked: readonly Candidate<Value>[]): readonly Candidate<Value>[] {
  const byValue = Map.groupBy(ranked, (candidate) => candidate.value);
  return [...byValue.values()].flatMap((same) => {
    const [best] = same;
    const printed = same.find(({ tokens }) => tokens.length > 0) ?? best;
    const twice: readonly Evidence[] = isLabelledTwice(same) ? [{ kind: 'twice', ref: '' }] : [];
    return best && printed ? [{ ...best, raw: printed.raw, tokens: printed.tokens, evidence: [...joined(same), ...twice] }] : [];
  });
}

function isLabelledTwice(same: readonly Candidate<unknown>[]): boolean {
  const labelled = same.filter(({ evidence, tokens }) => tokens.length > 0 && evidence.some(({ kind }) => kind === 'label'));
  const [first, ...others] = labelled;
  return first !== undefined && others.some(({ tokens }) => !tokens.some((token) => first.tokens.includes(token)));
}

/** The first one's proofs, and those of the others that are of another kind. */
function joined(candidates: readonly Candidate<unknown>[]): readonly Evidence[] {
  const [first, ...others] = candidates.map((candidate) => candidate.evidence);
  const kinds = new Set(first?.map((one) => one.kind));
  return [...(first ?? []), ...others.flat().filter((one) => !kinds.has(one.kind) && kinds.add(one.kind))];
}

const toAlternative = <Value extends string | number>(candidate: Candidate<Value>): Alternative<Value> => ({
  value: candidate.value,
  raw: candidate.raw,
  confidence: 0.2,
  page: candidate.tokens[0]?.page ?? null,
  box: boxAround(candidate.tokens),
});

function stateOf(name: FieldName, evidence: readonly Evidence[], { broken, maySafe }: Rule): FieldState {
  if (broken) return 'error';
  return maySafe && isProven(name, evidence) ? 'safe' : 'check';
}
