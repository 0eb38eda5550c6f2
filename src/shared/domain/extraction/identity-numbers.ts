import { editsBetween } from '../../base/edit-distance.ts';
import type { Evidence } from '../invoice-fields/index.ts';
import type { Candidate } from './field.ts';
import { isCompanyNumber, organisationNumbersIn, type PrintedNumber, vatNumbersIn } from './numbers.ts';
import { isSurelyPrinted, linksOf, type Reading } from './reading.ts';
import type { Span } from './spans.ts';

/** Right only after letters were taken for digits; with no other proof a person decides. */
export const mendedReading: Evidence = { kind: 'format', ref: 'mended' };

type IdentityName = 'vatNumber' | 'organisationNumber';

/** The numbers of one kind that may be the seller's, by their labels and forms; the buyer's own are never taken. `owned`: what the register has. */
export function sellersNumbers(reading: Reading, kind: IdentityName, owned: string | undefined): readonly Candidate<string>[] {
  const spans = kind === 'vatNumber' ? vatNumbersIn(reading.rows) : organisationNumbersIn(reading.rows);
  const links = linksOf(reading, spans);
  const scoreOf = (label: 'buyerNumber' | 'otherReference' | IdentityName, span: Span<PrintedNumber>): number =>
    links(label).find((link) => link.span === span)?.score ?? 0;
  return spans.flatMap((span): readonly Candidate<string>[] => {
    const { digits, valid, mended, instead } = span.value;
    const label = Math.max(
      scoreOf(kind, span),
      kind === 'organisationNumber' ? scoreOf('vatNumber', span) : scoreOf('organisationNumber', span),
    );
    const ofBuyer = span.tokens.some((token) => reading.buyer.has(token)) || scoreOf('buyerNumber', span) > label;
    const inRegister = owned === digits;
    const isForeign = kind === 'vatNumber' && !digits.startsWith('SE'); // no check digit that we know
    const plain =
      kind === 'vatNumber' ? !isForeign || span.tokens.length === 1 : isCompanyNumber(span.value) && span.value.hyphen;
    if (!inRegister && (ofBuyer || (label < 0.3 && !(valid && plain)) || scoreOf('otherReference', span) > label)) return [];
    const evidence: readonly Evidence[] = [
      ...(valid && !mended && /^(SE)?\d{10}/.test(digits) ? [{ kind: 'check-digit', ref: 'modulus-10' } as const] : []),
      ...(mended ? [mendedReading] : []),
      ...(label >= 0.3 && !mended ? [{ kind: 'label', ref: kind } as const] : []),
      ...(inRegister ? [{ kind: 'register', ref: kind } as const] : []),
    ];
    const publicBody = digits.replace(/^SE/, '').startsWith('2') ? -0.3 : 0;
    const asRead = {
      value: digits,
      raw: span.raw,
      tokens: span.tokens,
      score: label + (valid ? 0.5 : 0) + (inRegister ? 2 : 0) + publicBody,
      evidence,
    };
    const meant = instead ?? (owned !== undefined && !valid && editsBetween(digits, owned, 1) <= 1 ? owned : undefined);
    return meant === undefined || isSurelyPrinted(reading, span)
      ? [asRead]
      : [{ ...asRead, value: meant, score: asRead.score + 0.4, evidence: [mendedReading] }, asRead];
  });
}

/** A Swedish VAT number holds the organisation number; it serves when that is not printed by itself. */
export function withinVat(vat: Candidate<string>, owned: string | undefined): readonly Candidate<string>[] {
  const digits = /^SE(\d{10})/.exec(vat.value)?.[1];
  if (digits === undefined || vat.evidence.every((one) => one.kind !== 'check-digit' && one !== mendedReading)) return [];
  const register: readonly Evidence[] = owned === digits ? [{ kind: 'register', ref: 'organisationNumber' }] : [];
  const proofs = vat.evidence.filter((one) => one.kind === 'check-digit' || one === mendedReading);
  return [{ value: digits, raw: vat.raw, tokens: vat.tokens, score: vat.score - 0.6, evidence: [...proofs, ...register] }];
}
