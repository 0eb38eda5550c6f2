import { editsBetween } from '../../base/edit-distance.ts';
import { parseOrganisationNumber, parseVatNumber } from '../identifiers/index.ts';
import type { Evidence, Field } from '../invoice-fields/index.ts';
import { type Candidate, toField } from './field.ts';
import { letterheadNames } from './letterhead.ts';
import { isCompanyNumber, organisationNumbersIn, type PrintedNumber, vatNumbersIn } from './numbers.ts';
import { isSurelyPrinted, linksOf, type Reading } from './reading.ts';
import { phrasesIn } from './references.ts';
import { type Token, textOf } from './rows.ts';
import type { Span } from './spans.ts';
import type { SupplierMatch } from './supplier.ts';

type PartyNames = 'supplierName' | 'organisationNumber' | 'vatNumber';

/** Who the supplier is. A supplier that is not in the register is never safe; the buyer's own numbers are never taken. */
export function partyFields(
  reading: Reading,
  match: SupplierMatch | undefined,
): { readonly [Name in PartyNames]: Field<string> } {
  const maySafe = match !== undefined;
  const vats = numberCandidates(reading, {
    kind: 'vatNumber',
    spans: vatNumbersIn(reading.rows),
    owned: match?.supplier.vatNumber,
  });
  const organisations = numberCandidates(reading, {
    kind: 'organisationNumber',
    spans: organisationNumbersIn(reading.rows),
    owned: match?.supplier.organisationNumber,
  });
  const agreeing = organisations.map((one) =>
    vats.some((vat) => vat.value.slice(2, 12) === one.value) ? { ...one, score: one.score + 0.5 } : one,
  );
  const found = vats.flatMap((vat) => withinVat(vat, match?.supplier.organisationNumber));
  // What was made right adds no proof to what is printed right.
  const isNews = (one: Candidate<string>) =>
    !one.evidence.includes(mendedReading) || agreeing.every(({ value }) => value !== one.value);
  const all = [...agreeing, ...found.filter(isNews)];
  return {
    supplierName: toField(
      reading,
      'supplierName',
      match ? [nameInRegister(match)] : letterheadNames(reading, payeesIn(reading)),
      {
        empty: 'missing',
        maySafe,
      },
    ),
    organisationNumber: toField(reading, 'organisationNumber', all, {
      empty: 'missing',
      maySafe: isOwn(all, match?.supplier.organisationNumber),
      broken: isBroken(all),
      isRight: (value) => parseOrganisationNumber(String(value)).ok,
    }),
    vatNumber: toField(reading, 'vatNumber', vats, {
      empty: 'absent',
      maySafe: isOwn(vats, match?.supplier.vatNumber),
      broken: isBroken(vats),
      isRight: (value) => parseVatNumber(String(value)).ok,
    }),
  };
}

/** What a label of the payee or the seller announces. */
function payeesIn(reading: Reading): ReadonlySet<Token> {
  const taken = new Set(reading.labels.flatMap((label) => label.tokens));
  const links = linksOf(reading, phrasesIn(reading.rows, taken))('payee');
  return new Set(links.filter((link) => link.score >= 0.5).flatMap((link) => link.span.tokens));
}

/** Right only after letters were taken for digits; with no other proof a person decides. */
const mendedReading: Evidence = { kind: 'format', ref: 'mended' };

type Wanted = {
  readonly kind: 'vatNumber' | 'organisationNumber';
  readonly spans: readonly Span<PrintedNumber>[];
  readonly owned: string | undefined;
};

function numberCandidates(reading: Reading, { kind, spans, owned }: Wanted): readonly Candidate<string>[] {
  const links = linksOf(reading, spans);
  const scoreOf = (label: 'buyerNumber' | 'otherReference' | Wanted['kind'], span: Span<PrintedNumber>): number =>
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
function withinVat(vat: Candidate<string>, owned: string | undefined): readonly Candidate<string>[] {
  const digits = /^SE(\d{10})/.exec(vat.value)?.[1];
  if (digits === undefined || vat.evidence.every((one) => one.kind !== 'check-digit' && one !== mendedReading)) return [];
  const register: readonly Evidence[] = owned === digits ? [{ kind: 'register', ref: 'organisationNumber' }] : [];
  const proofs = vat.evidence.filter((one) => one.kind === 'check-digit' || one === mendedReading);
  return [{ value: digits, raw: vat.raw, tokens: vat.tokens, score: vat.score - 0.6, evidence: [...proofs, ...register] }];
}

/** Safe only as the register has it: the last two digits of a VAT number have no check digit. */
function isOwn(candidates: readonly Candidate<string>[], owned: string | undefined): boolean {
  const [best] = [...candidates].sort((a, b) => b.score - a.score);
  return owned !== undefined && best?.value === owned;
}

/** The best number has the form but not the check digit. */
function isBroken(candidates: readonly Candidate<string>[]): boolean {
  const [best] = [...candidates].sort((a, b) => b.score - a.score);
  return (
    best !== undefined &&
    /^(SE)?\d/.test(best.value) &&
    !best.evidence.some((one) => one.kind === 'check-digit' || one === mendedReading)
  );
}

/** The register's spelling of the name; each sign of another kind than the name itself is a proof. */
function nameInRegister(match: SupplierMatch): Candidate<string> {
  const printed: readonly Evidence[] = match.name.length > 0 ? [{ kind: 'label', ref: 'name-on-page' }] : [];
  const checked: readonly Evidence[] = match.evidence.map((one) => ({ kind: 'check-digit', ref: 'ref' in one ? one.ref : '' }));
  return {
    value: match.supplier.name,
    raw: textOf(match.name),
    tokens: match.name,
    score: 1,
    evidence: [...match.evidence, ...printed, ...checked.slice(0, 1)],
  };
}
