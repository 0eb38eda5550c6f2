import { editsBetween } from '../../base/edit-distance.ts';
import type { Evidence } from '../invoice-fields/index.ts';
import type { Candidate } from './field.ts';
import type { LabelKind } from './label-words.ts';
import { bankgirosIn, ibansIn, plusgirosIn } from './numbers.ts';
import { isSurelyPrinted, linksOf, type Reading } from './reading.ts';

export type GiroName = 'bankgiro' | 'plusgiro' | 'iban';

const finders = { bankgiro: bankgirosIn, plusgiro: plusgirosIn, iban: ibansIn };

/** The numbers of one kind that may be paid to, by their labels and forms and by the payment line. `owned`: those that the register has. */
export const payableNumbers = (
  reading: Reading,
  kind: GiroName,
  owned: readonly string[] | undefined,
): readonly Candidate<string>[] => [...printedNumbers(reading, kind, owned), ...fromPaymentLines(reading, kind)];

function printedNumbers(reading: Reading, kind: GiroName, owned: readonly string[] | undefined): readonly Candidate<string>[] {
  const spans = finders[kind](reading.rows);
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

function fromPaymentLines(reading: Reading, kind: GiroName): readonly Candidate<string>[] {
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
