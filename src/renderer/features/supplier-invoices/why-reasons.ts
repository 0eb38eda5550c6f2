import { type Proof, proofOf, proofsThatMakeSafe } from '../../../shared/domain/extraction/index.ts';
import { type FieldName, fieldKinds, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { type Finding, needsPerson } from '../../../shared/domain/supplier-invoices/index.ts';
import { findingSentence } from '../../sentences.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { WhyFacts } from './why-sentences.ts';

const senderFields: readonly FieldName[] = ['supplierName', 'organisationNumber', 'vatNumber'];
const paymentFields: readonly FieldName[] = ['bankgiro', 'plusgiro', 'iban'];

/** Findings that say in other words that something is not in the register. */
const saysTheSame: readonly Finding['code'][] = ['supplier-unknown', 'payment-number-not-in-register', 'supplier-number-differs'];

/** Why a person must look at a field, each reason as a sentence; none where nobody need look. */
export function reasonsToLook(facts: WhyFacts, findings: readonly Finding[], t: Texts): readonly string[] {
  const { name, invoice, around } = facts;
  const field = invoice.fields[name];
  const { reason } = t.why;
  const found = findings.filter((finding) => finding.field === name).map((finding) => findingSentence(finding, t));
  if (field.state === 'absent') return [reason.absent];
  if (field.value === null) return [needsPerson(name, field) ? reason.missing : reason.notFound, ...found];
  if (!needsPerson(name, field)) return found;
  const isNewSupplier = around.supplier === undefined;
  const isNewNumber =
    !isNewSupplier && paymentFields.includes(name) && around.paymentNumbers.every(({ number }) => number !== field.value);
  const registered =
    name === 'vatNumber'
      ? around.supplier?.vatNumber
      : name === 'organisationNumber'
        ? around.supplier?.organisationNumber
        : field.value;
  const other = field.alternatives.find(({ box }) => box !== null && String(box) === String(field.box));
  const isOfNewSupplier = isNewSupplier && [...senderFields, ...paymentFields].includes(name);
  // Whatever is proven, a new supplier or number is looked at: that is reason enough.
  const unregistered = [
    ...(isOfNewSupplier ? [reason.supplierUnknown] : []),
    ...(isNewNumber ? [reason.paymentNumberUnknown] : []),
    ...(!isNewSupplier && registered !== field.value ? [reason.numberNotRegistered] : []),
  ];
  const reasons = [
    ...unregistered,
    ...(other === undefined ? [] : [fill(reason.readDifferently, { text: showValue(fieldKinds[name], other.value) })]),
    ...(field.state === 'error' && found.length === 0 ? [reason.broken] : []),
    ...(unregistered.length === 0 ? lackOfProof(facts, t) : []),
  ];
  const told = findings.filter(
    (finding) => finding.field === name && !(unregistered.length > 0 && saysTheSame.includes(finding.code)),
  );
  return [...new Set([...reasons, ...told.map((finding) => findingSentence(finding, t))])];
}

/** Ways to prove a value that are told of. */
const mostNamed = 3;

/** What is proven, and what would be enough. Nothing where it is proven: then another reason stops it. */
function lackOfProof({ name, invoice }: WhyFacts, t: Texts): readonly string[] {
  const { evidence } = invoice.fields[name];
  if (evidence.some(({ kind }) => kind === 'file')) return []; // nothing was read that could be proven: the findings say what is amiss
  const has = new Set(evidence.flatMap((one) => proofOf(one) ?? []));
  const sets = proofsThatMakeSafe[name];
  if (sets.some((set) => set.every((proof) => has.has(proof)))) return [];
  const words = (proofs: readonly Proof[]): string =>
    inOneLine(
      proofs.map((proof) => t.why.proof[proof]),
      t.why.and,
    );
  // What lies nearest at hand is told, not the whole table.
  const lacking = sets.map((set) => set.filter((proof) => !has.has(proof)));
  const least = Math.min(...lacking.map(({ length }) => length));
  const nearest = lacking.filter(({ length }) => length === least).map(words);
  const missing = [...new Set(nearest)].slice(0, mostNamed).join(t.why.or);
  const held = [...has].filter((proof) => sets.some((set) => set.includes(proof)));
  if (held.length === 0) return [fill(t.why.reason.noProof, { missing })];
  return [fillPlural(t.why.reason.someProof, held.length, { proofs: words(held), missing })];
}

/** 'a, b och c'. */
const inOneLine = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1)}`;
