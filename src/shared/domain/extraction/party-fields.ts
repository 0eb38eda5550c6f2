import { parseOrganisationNumber, parseVatNumber } from '../identifiers/index.ts';
import type { Evidence, Field } from '../invoice-fields/index.ts';
import { type Candidate, toField } from './field.ts';
import { mendedReading, sellersNumbers, withinVat } from './identity-numbers.ts';
import { letterheadNames } from './letterhead.ts';
import { linksOf, type Reading } from './reading.ts';
import { phrasesIn } from './references.ts';
import { type Token, textOf } from './rows.ts';
import type { SupplierMatch } from './supplier.ts';

type PartyNames = 'supplierName' | 'organisationNumber' | 'vatNumber';

/** Who the supplier is. A supplier that is not in the register is never safe; the buyer's own numbers are never taken. */
export function partyFields(
  reading: Reading,
  match: SupplierMatch | undefined,
): { readonly [Name in PartyNames]: Field<string> } {
  const maySafe = match?.isCertain === true;
  const vats = sellersNumbers(reading, 'vatNumber', match?.supplier.vatNumber);
  const organisations = sellersNumbers(reading, 'organisationNumber', match?.supplier.organisationNumber);
  const agreeing = organisations.map((one) =>
    vats.some((vat) => vat.value.slice(2, 12) === one.value) ? { ...one, score: one.score + 0.5 } : one,
  );
  const found = vats.flatMap((vat) => withinVat(vat, match?.supplier.organisationNumber));
  // What was made right adds no proof to what is printed right.
  const isNews = (one: Candidate<string>) =>
    !one.evidence.includes(mendedReading) || agreeing.every(({ value }) => value !== one.value);
  const all = [...agreeing, ...found.filter(isNews)];
  return {
    supplierName: toField(reading, 'supplierName', namesOf(reading, match), { empty: 'missing', maySafe }),
    organisationNumber: toField(reading, 'organisationNumber', all, {
      empty: 'missing',
      maySafe: maySafe && isOwn(all, match?.supplier.organisationNumber),
      broken: isBroken(all),
      isRight: (value) => parseOrganisationNumber(String(value)).ok,
    }),
    vatNumber: toField(reading, 'vatNumber', vats, {
      empty: 'absent',
      maySafe: maySafe && isOwn(vats, match?.supplier.vatNumber),
      broken: isBroken(vats),
      isRight: (value) => parseVatNumber(String(value)).ok,
    }),
  };
}

/** So well a letterhead's name stands out that it is nobody else's. */
const standsOut = 2;

/** The register's name; before it the letterhead's, where that is another and only the giro speaks for the register's: the payee may be many's. */
function namesOf(reading: Reading, match: SupplierMatch | undefined): readonly Candidate<string>[] {
  if (match?.isCertain || (match && match.name.length > 0)) return [nameInRegister(match)];
  const printed = letterheadNames(reading, payeesIn(reading));
  if (match === undefined) return printed;
  const other = printed.filter(({ score, tokens }) => score >= standsOut && tokens.every(({ confidence }) => confidence > 0.85));
  return [...other, nameInRegister(match)];
}

/** What a label of the payee or the seller announces. */
function payeesIn(reading: Reading): ReadonlySet<Token> {
  const taken = new Set(reading.labels.flatMap((label) => label.tokens));
  const links = linksOf(reading, phrasesIn(reading.rows, taken))('payee');
  return new Set(links.filter((link) => link.score >= 0.5).flatMap((link) => link.span.tokens));
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
    evidence: [...match.evidence, ...printed, ...(match.isCertain ? checked.slice(0, 1) : [])],
  };
}
