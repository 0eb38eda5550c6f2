import { passesModulus10 } from '../../base/check-digits.ts';
import { editsBetween } from '../../base/edit-distance.ts';
import { parseBankgiro, parseIban, parsePlusgiro } from '../identifiers/index.ts';
import type { Evidence, Field } from '../invoice-fields/index.ts';
import { type Candidate, toField } from './field.ts';
import type { LabelKind } from './label-words.ts';
import { unmisread } from './misread-digits.ts';
import { bankgirosIn, ibansIn, type PrintedNumber, plusgirosIn } from './numbers.ts';
import { isSurelyPrinted, linksOf, type Reading } from './reading.ts';
import { digitsIn } from './references.ts';
import type { Span } from './spans.ts';
import type { KnownSupplier } from './supplier.ts';

type PaymentNames = 'bankgiro' | 'plusgiro' | 'iban' | 'ocrReference';

/** Where to pay and with what reference. One payment number is wanted; if none is found the Bankgiro number is missing. */
export function paymentFields(
  reading: Reading,
  supplier: KnownSupplier | undefined,
): { readonly [Name in PaymentNames]: Field<string> } {
  const plusgiro = giroField(reading, { kind: 'plusgiro', spans: plusgirosIn(reading.rows), owned: supplier?.plusgiros });
  const iban = giroField(reading, { kind: 'iban', spans: ibansIn(reading.rows), owned: supplier?.ibans });
  const other = plusgiro.value !== null || iban.value !== null;
  const bankgiro = giroField(
    reading,
    { kind: 'bankgiro', spans: bankgirosIn(reading.rows), owned: supplier?.bankgiros },
    other ? 'absent' : 'missing',
  );
  return { bankgiro, plusgiro, iban, ocrReference: ocrField(reading) };
}

type Giro = {
  readonly kind: 'bankgiro' | 'plusgiro' | 'iban';
  readonly spans: readonly Span<PrintedNumber>[];
  readonly owned: readonly string[] | undefined;
};

/** A number that is not in the supplier's register row is never safe: it may be a fraud. A wrong check digit is an error. */
function giroField(reading: Reading, giro: Giro, empty: 'missing' | 'absent' = 'absent'): Field<string> {
  const candidates = [...giroCandidates(reading, giro), ...fromPaymentLines(reading, giro)].map((one) =>
    withRegister(one, giro.owned),
  );
  const [best] = [...candidates].sort((a, b) => b.score - a.score);
  const known = best !== undefined && giro.owned?.includes(best.value) === true;
  const broken =
    best !== undefined &&
    !best.evidence.some((one) => one.kind === 'check-digit' || one.kind === 'payment-line' || one.kind === 'format');
  return toField(reading, giro.kind, candidates, {
    empty,
    maySafe: known,
    broken,
    isRight: (value) => parsers[giro.kind](String(value)).ok,
  });
}

const parsers = { bankgiro: parseBankgiro, plusgiro: parsePlusgiro, iban: parseIban };

function giroCandidates(reading: Reading, { kind, spans, owned }: Giro): readonly Candidate<string>[] {
  const links = linksOf(reading, spans);
  const others: readonly LabelKind[] = [
    'otherReference',
    'organisationNumber',
    'buyerNumber',
    'invoiceNumber',
    'purchaseOrderNumber',
  ];
  return spans.flatMap((span) => {
    const link = links(kind).find((one) => one.span === span);
    const score = link?.score ?? 0;
    const taken = others.some((other) => links(other).some((one) => one.span === span && one.score > score));
    const ownsIt = owned?.includes(span.value.digits) === true;
    const plain =
      span.value.valid &&
      !taken &&
      (kind === 'iban' || (kind === 'bankgiro' && span.value.hyphen && !span.value.digits.startsWith('0')));
    if (score < 0.3 && !ownsIt && !plain) return [];
    const evidence: readonly Evidence[] = [
      ...(span.value.valid && !span.value.mended
        ? [{ kind: 'check-digit', ref: kind === 'iban' ? 'modulus-97' : 'modulus-10' } as const]
        : []),
      ...(span.value.mended ? [{ kind: 'format', ref: 'mended' } as const] : []),
      ...(score >= 0.3 && !span.value.mended ? [{ kind: 'label', ref: link?.label.text ?? kind } as const] : []),
    ];
    const asRead = {
      value: span.value.digits,
      raw: span.raw,
      tokens: span.tokens,
      score: score + (span.value.valid ? 0.5 : 0),
      evidence,
    };
    const meant = nearOwned(span.value.digits, owned) ?? span.value.instead;
    if (span.value.valid || meant === undefined || isSurelyPrinted(reading, span)) return [asRead];
    return [{ ...asRead, value: meant, score: score + 0.4, evidence: [{ kind: 'format', ref: 'mended' }] }, asRead];
  });
}

/** The register's number that a number with the wrong check digit is one misread digit from. */
const nearOwned = (digits: string, owned: readonly string[] | undefined): string | undefined =>
  owned?.find((number) => editsBetween(digits, number, 1) <= 1);

function fromPaymentLines(reading: Reading, { kind }: Giro): readonly Candidate<string>[] {
  return reading.paymentLines
    .filter((line) => line.giroKind === kind)
    .map((line) => ({
      value: line.giro,
      raw: line.raw,
      tokens: line.tokens,
      score: 1.2,
      evidence: [
        { kind: 'payment-line', ref: kind },
        { kind: 'check-digit', ref: 'modulus-10' },
      ] as const,
    }));
}

/** The register's own number outweighs all else: of two numbers on the paper it is the one to pay to. */
const withRegister = (candidate: Candidate<string>, owned: readonly string[] | undefined): Candidate<string> =>
  owned?.includes(candidate.value)
    ? { ...candidate, score: candidate.score + 1, evidence: [...candidate.evidence, { kind: 'register', ref: 'supplier' }] }
    : candidate;

/** A wrong check digit is in doubt and no error: many receivers do not have their references checked (docs/identifiers.md, OCR). */
function ocrField(reading: Reading): Field<string> {
  const links = linksOf(reading, digitsIn(reading.rows))('ocrReference').filter((link) => link.score > 0.3);
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
  return toField(reading, 'ocrReference', [...labelled, ...onLine], { empty: 'absent' });
}
