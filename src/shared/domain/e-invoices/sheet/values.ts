import type { Period } from '../amounts.ts';
import type { PaymentInstruction } from '../e-invoice.ts';
import type { Address, Contact, Party } from '../parties.ts';
import { type AmountTerm, has, type IdTerm, type QuantityTerm, type Term } from '../terms.ts';
import type { SheetValue, ShownTerm } from './sheet.ts';

type AnyTerm = Term | AmountTerm | QuantityTerm | IdTerm;

/** With the currency or unit that the value itself has. */
export function show(bt: ShownTerm, term: AnyTerm | undefined): readonly SheetValue[] {
  if (!has(term)) return [];
  const unit = ('currency' in term && term.currency) || ('unit' in term && term.unit) || '';
  return [{ bt, text: unit === '' ? term.raw : `${term.raw} ${unit}`, path: term.path }];
}

/** Several terms as one value, which stands where the first of them does. */
export function joined(bt: ShownTerm, ...terms: readonly (Term | undefined)[]): readonly SheetValue[] {
  const said = terms.filter(has);
  const [first] = said;
  return first === undefined ? [] : [{ bt, text: said.map(({ raw }) => raw).join(', '), path: first.path }];
}

export function period(bt: ShownTerm, group: Period | undefined): readonly SheetValue[] {
  const first = [group?.start, group?.end].find(has);
  return first === undefined
    ? []
    : [{ bt, text: `${group?.start?.raw ?? ''} – ${group?.end?.raw ?? ''}`.trim(), path: first.path }];
}

export const party = (one: Party | undefined): readonly SheetValue[] => [
  ...show('BT-27', one?.name),
  ...show('BT-28', one?.tradingName),
  ...show('BT-30', one?.legalRegistrationId),
  ...show('BT-31', one?.vatId),
  ...address(one?.address),
  ...contact(one?.contact),
  ...show('BT-34', one?.electronicAddress),
  ...(one?.ids ?? []).flatMap((id) => show('BT-29', id)),
];

export function address(one: Address | undefined): readonly SheetValue[] {
  const town = joined('BT-35', one?.postCode, one?.city)[0]?.text.replace(', ', ' ');
  const first = [one?.line1, one?.line2, one?.line3, one?.postCode, one?.city, one?.subdivision].find(has);
  const parts = [one?.line1, one?.line2, one?.line3].filter(has).map(({ raw }) => raw);
  const text = [...parts, town, one?.subdivision?.raw].filter((part) => part !== undefined && part !== '').join(', ');
  return [...(first === undefined ? [] : [{ bt: 'BT-35' as const, text, path: first.path }]), ...show('BT-40', one?.countryCode)];
}

const contact = (one: Contact | undefined): readonly SheetValue[] => [
  ...show('BT-41', one?.name),
  ...show('BT-42', one?.telephone),
  ...show('BT-43', one?.email),
];

export const payment = ({ meansCode, meansText, remittanceInformation, account, card, directDebit }: PaymentInstruction) => [
  ...joined('BT-81', meansCode, meansText),
  ...show('BT-83', remittanceInformation),
  ...show('BT-84', account?.accountId),
  ...show('BT-86', account?.serviceProviderId),
  ...show('BT-85', account?.accountName),
  ...joined('BT-87', card?.accountNumber, card?.holderName),
  ...show('BT-89', directDebit?.mandateReference),
  ...show('BT-91', directDebit?.debitedAccountId),
];
