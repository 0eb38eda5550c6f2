import type { Group, IdTerm, Term } from './terms.ts';

/** A postal address: BG-5 of the seller, BG-8 of the buyer, BG-12 of the tax representative, BG-15 of the delivery. */
export type Address = Group & {
  /** BT-35, BT-50, BT-64, BT-75 */
  readonly line1?: Term;
  /** BT-36, BT-51, BT-65, BT-76 */
  readonly line2?: Term;
  /** BT-162, BT-163, BT-164, BT-165 */
  readonly line3?: Term;
  /** BT-37, BT-52, BT-66, BT-77 */
  readonly city?: Term;
  /** BT-38, BT-53, BT-67, BT-78 */
  readonly postCode?: Term;
  /** BT-39, BT-54, BT-68, BT-79 */
  readonly subdivision?: Term;
  /** BT-40, BT-55, BT-69, BT-80: ISO 3166-1, two letters */
  readonly countryCode?: Term;
};

/** BG-6 of the seller, BG-9 of the buyer. */
export type Contact = Group & {
  /** BT-41, BT-56: a person or a department */
  readonly name?: Term;
  /** BT-42, BT-57 */
  readonly telephone?: Term;
  /** BT-43, BT-58 */
  readonly email?: Term;
};

/** What seller (säljare) and buyer (köpare) have in common: BG-4 and BG-7. */
export type Party = Group & {
  /** BT-27, BT-44: the full name by which it is registered */
  readonly name?: Term;
  /** BT-28, BT-45: a name it is known by */
  readonly tradingName?: Term;
  /** BT-29 (several for a seller), BT-46: its number with the other; of a seller the bank's creditor id (BT-90, scheme SEPA) is not among them */
  readonly ids: readonly IdTerm[];
  /** BT-30, BT-47: organisation number, scheme 0007 in Sweden */
  readonly legalRegistrationId?: IdTerm;
  /** BT-31, BT-48: VAT number */
  readonly vatId?: Term;
  /** BT-34, BT-49: the address it is reached at in the network */
  readonly electronicAddress?: IdTerm;
  readonly address?: Address;
  readonly contact?: Contact;
};

/** BG-4 */
export type Seller = Party & {
  /** BT-32: a tax registration other than VAT; of a Swedish seller the words "Godkänd för F-skatt" */
  readonly taxRegistrationId?: Term;
  /** BT-90: the creditor id that its bank gave, scheme SEPA */
  readonly creditorId?: IdTerm;
  /** BT-33: legal form, share capital and the like; in Sweden often its seat */
  readonly additionalLegalInformation?: Term;
};

/** BG-7 */
export type Buyer = Party;

/** BG-10: whoever is paid, when it is not the seller (betalningsmottagare, factoring). */
export type Payee = Group & {
  /** BT-59 */
  readonly name?: Term;
  /** BT-60 */
  readonly id?: IdTerm;
  /** BT-61 */
  readonly legalRegistrationId?: IdTerm;
  /** BT-90, when the payee is the creditor */
  readonly creditorId?: IdTerm;
};

/** BG-11: the seller's tax representative (skatterepresentant). */
export type TaxRepresentative = Group & {
  /** BT-62 */
  readonly name?: Term;
  /** BT-63 */
  readonly vatId?: Term;
  /** BG-12 */
  readonly address?: Address;
};

/** BG-13: where and when goods or services were delivered. */
export type Delivery = Group & {
  /** BT-70: name of the one delivered to */
  readonly partyName?: Term;
  /** BT-71 */
  readonly locationId?: IdTerm;
  /** BT-72 */
  readonly date?: Term;
  /** BG-15 */
  readonly address?: Address;
};
