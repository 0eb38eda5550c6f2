import { passesModulus10 } from '../../base/check-digits.ts';
import { parseBankgiro, parseIban, parsePlusgiro } from '../identifiers/index.ts';
import type { Evidence, Field } from '../invoice-fields/index.ts';
import { type Candidate, toField } from './field.ts';
import { type GiroName, payableNumbers } from './giro-numbers.ts';
import type { LabelKind } from './label-words.ts';
import { unmisread } from './misread-digits.ts';
import { isSurelyPrinted, linksOf, type Reading } from './reading.ts';
import { digitsIn } from './references.ts';
import type { Span } from './spans.ts';
import type { SupplierMatch } from './supplier.ts';

type PaymentNames = 'bankgiro' | 'plusgiro' | 'iban' | 'ocrReference';

/** Where to pay and with what reference. One payment number is wanted; if none is found the Bankgiro number is missing. */
export function paymentFields(
  reading: Reading,
  match: SupplierMatch | undefined,
): { readonly [Name in PaymentNames]: Field<string> } {
  const plusgiro = giroField(reading, 'plusgiro', match);
  const iban = giroField(reading, 'iban', match);
  const other = plusgiro.value !== null || iban.value !== null;
  const bankgiro = giroField(reading, 'bankgiro', match, other ? 'absent' : 'missing');
  return { bankgiro, plusgiro, iban, ocrReference: ocrField(reading) };
}

const registered = { bankgiro: 'bankgiros', plusgiro: 'plusgiros', iban: 'ibans' } as const;

/**
 * A number that is not in the supplier's register row is never safe: it may be a fraud. Nor is any where it is in doubt who the supplier is.
 * A wrong check digit is an error.
 */
function giroField(
  reading: Reading,
  kind: GiroName,
  match: SupplierMatch | undefined,
  empty: 'missing' | 'absent' = 'absent',
): Field<string> {
  const owned = match?.supplier[registered[kind]];
  const candidates = payableNumbers(reading, kind, owned).map((one) => withRegister(one, owned));
  const [best] = [...candidates].sort((a, b) => b.score - a.score);
  const known = best !== undefined && owned?.includes(best.value) === true;
  const broken =
    best !== undefined &&
    !best.evidence.some((one) => one.kind === 'check-digit' || one.kind === 'payment-line' || one.kind === 'format');
  return toField(reading, kind, candidates, {
    empty,
    maySafe: known && match?.isCertain === true,
    broken,
    isRight: (value) => parsers[kind](String(value)).ok,
  });
}

const parsers = { bankgiro: parseBankgiro, plusgiro: parsePlusgiro, iban: parseIban };

/** The register's own number outweighs all else: of two numbers on the paper it is the one to pay to. */
const withRegister = (candidate: Candidate<string>, owned: readonly string[] | undefined): Candidate<string> =>
  owned?.includes(candidate.value)
    ? { ...candidate, score: candidate.score + 1, evidence: [...candidate.evidence, { kind: 'register', ref: 'supplier' }] }
    : candidate;

/** A wrong check digit is in doubt and no error: many receivers do not have their references checked (docs/identifiers.md, OCR). */
function ocrField(reading: Reading): Field<string> {
  const spans = digitsIn(reading.rows);
  const links = linksOf(reading, spans)('ocrReference').filter((link) => link.score > 0.3);
  const labelled = links.flatMap(({ label, span, score }): readonly Candidate<string>[] => {
    const meant =
      passesModulus10(span.value) || isSurelyPrinted(reading, span)
        ? undefined
        : unmisread(span.value).find(
            (one) => one.length >= 4 && /^1/.test(span.value) && passesModulus10(one) && span.value.endsWith(one),
          );
    if (meant !== undefined && span.value.length > 6)
      return [{ value: meant, raw: span.raw, tokens: span.tokens, score, evidence: [{ kind: 'format', ref: 'mended' }] }];
    const checked = passesModulus10(span.value);
    if (span.value.length < 4 || (!checked && label.strength < 0.8)) return [];
    const evidence: readonly Evidence[] = [
      { kind: 'label', ref: label.text },
      ...(checked ? [{ kind: 'check-digit', ref: 'modulus-10' } as const] : []),
      ...(reading.paymentLines.some((line) => line.reference === span.value)
        ? [{ kind: 'payment-line', ref: 'reference' } as const]
        : []),
    ];
    return [{ value: span.value, raw: span.raw, tokens: span.tokens, score: score + 0.5 * (evidence.length - 1), evidence }];
  });
  const onLine = reading.paymentLines.flatMap((line): readonly Candidate<string>[] =>
    line.reference === null
      ? []
      : [
          {
            value: line.reference,
            raw: line.raw,
            tokens: line.tokens,
            score: 1.3,
            evidence: [
              { kind: 'payment-line', ref: 'reference' },
              { kind: 'check-digit', ref: 'modulus-10' },
            ],
          },
        ],
  );
  const found = [...labelled, ...onLine];
  const isSought = found.length === 0 && reading.labels.every(({ kind }) => kind !== 'ocrReference');
  return toField(reading, 'ocrReference', isSought ? unlabelledReferences(reading, spans) : found, { empty: 'absent' });
}

/** So long a number has the right check digit by chance once in ten times, and few are printed. */
const leastDigits = 8;

/** Where no label was read: long numbers with the right check digit that nothing says are something else. For a person to look at. */
function unlabelledReferences(reading: Reading, spans: readonly Span<string>[]): readonly Candidate<string>[] {
  const linksTo = linksOf(reading, spans);
  const others = new Set(
    otherNumbers.flatMap((kind) => linksTo(kind).flatMap(({ span, score }) => (score >= 0.3 ? [span] : []))),
  );
  const giros = new Set(
    (['bankgiro', 'plusgiro', 'iban'] as const).flatMap((kind) =>
      payableNumbers(reading, kind, undefined).flatMap(({ tokens }) => tokens),
    ),
  );
  const isFree = (span: Span<string>): boolean =>
    !others.has(span) && !span.tokens.some((token) => giros.has(token) || reading.buyer.has(token));
  return spans
    .filter((span) => span.tokens.length === 1 && span.value.length >= leastDigits && passesModulus10(span.value) && isFree(span))
    .map((span) => ({ ...span, score: 0.2, evidence: [{ kind: 'check-digit', ref: 'modulus-10' }] }));
}

const otherNumbers: readonly LabelKind[] = [
  'otherReference',
  'organisationNumber',
  'vatNumber',
  'buyerNumber',
  'invoiceNumber',
  'buyerReference',
  'purchaseOrderNumber',
];
