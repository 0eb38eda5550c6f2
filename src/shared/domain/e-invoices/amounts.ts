import type { AmountTerm, Group, IdTerm, QuantityTerm, Term } from './terms.ts';

/** A period: BG-14 of the invoice, BG-26 of a line. Days as `Term`, written YYYY-MM-DD. */
export type Period = Group & {
  /** BT-73, BT-134 */
  readonly start?: Term;
  /** BT-74, BT-135 */
  readonly end?: Term;
};

/** The VAT that something falls under: BT-95/96 of an allowance, BT-102/103 of a charge, BG-30 of a line. */
export type VatTerms = Group & {
  /** BT-95, BT-102, BT-151: S, Z, E, AE, K, G, O, L, M or B (UNCL 5305) */
  readonly category?: Term;
  /** BT-96, BT-103, BT-152: percent */
  readonly rate?: Term;
};

/** An allowance (avdrag, rabatt) or a charge (tillägg, avgift): BG-20 and BG-21 of the invoice, BG-27 and BG-28 of a line, which have no VAT of their own. */
export type AllowanceOrCharge = Group & {
  /** BT-92, BT-99, BT-136, BT-141: without VAT */
  readonly amount?: AmountTerm;
  /** BT-93, BT-100, BT-137, BT-142: what the percentage is of */
  readonly baseAmount?: AmountTerm;
  /** BT-94, BT-101, BT-138, BT-143 */
  readonly percentage?: Term;
  /** BT-97, BT-104, BT-139, BT-144 */
  readonly reason?: Term;
  /** BT-98, BT-140 (UNCL 5189); of a charge BT-105, BT-145 (UNCL 7161) */
  readonly reasonCode?: Term;
  readonly vat?: VatTerms;
};

/** BG-22. What the file does not say is absent, even where it could be reckoned. */
export type Totals = Group & {
  /** BT-106: sum of the lines' net amounts */
  readonly lineNet?: AmountTerm;
  /** BT-107 */
  readonly allowances?: AmountTerm;
  /** BT-108 */
  readonly charges?: AmountTerm;
  /** BT-109 */
  readonly withoutVat?: AmountTerm;
  /** BT-110: VAT in the invoice's currency */
  readonly vat?: AmountTerm;
  /** BT-111: VAT in the currency that VAT is accounted in (BT-6) */
  readonly vatInAccountingCurrency?: AmountTerm;
  /** BT-112 */
  readonly withVat?: AmountTerm;
  /** BT-113 */
  readonly prepaid?: AmountTerm;
  /** BT-114: öresavrundning */
  readonly rounding?: AmountTerm;
  /** BT-115: what is to be paid */
  readonly due?: AmountTerm;
};

/** BG-23: VAT of one category at one rate. */
export type VatBreakdown = Group & {
  /** BT-116 */
  readonly taxableAmount?: AmountTerm;
  /** BT-117 */
  readonly taxAmount?: AmountTerm;
  /** BT-118 */
  readonly category?: Term;
  /** BT-119: percent */
  readonly rate?: Term;
  /** BT-120 */
  readonly exemptionReason?: Term;
  /** BT-121 */
  readonly exemptionReasonCode?: Term;
};

/** BG-29 */
export type Price = Group & {
  /** BT-146: net, for the base quantity */
  readonly net?: AmountTerm;
  /** BT-147 */
  readonly discount?: AmountTerm;
  /** BT-148 */
  readonly gross?: AmountTerm;
  /** BT-149 with its unit BT-150 */
  readonly baseQuantity?: QuantityTerm;
};

/** BG-31 */
export type Item = Group & {
  /** BT-153 */
  readonly name?: Term;
  /** BT-154 */
  readonly description?: Term;
  /** BT-155 */
  readonly sellersId?: Term;
  /** BT-156 */
  readonly buyersId?: Term;
  /** BT-157: GTIN and the like */
  readonly standardId?: IdTerm;
  /** BT-158: class codes; `scheme` is the code list, UNSPSC is TST, CPV is STI */
  readonly classifications: readonly IdTerm[];
  /** BT-159 */
  readonly originCountryCode?: Term;
  /** BG-32 */
  readonly attributes: readonly ItemAttribute[];
};

/** BG-32 */
export type ItemAttribute = Group & {
  /** BT-160 */
  readonly name?: Term;
  /** BT-161 */
  readonly value?: Term;
};

/** BG-25 */
export type Line = Group & {
  /** BT-126 */
  readonly id?: Term;
  /** BT-127 */
  readonly note?: Term;
  /** BT-128: a meter, a subscription */
  readonly objectId?: IdTerm;
  /** BT-129 with its unit BT-130 */
  readonly quantity?: QuantityTerm;
  /** BT-131: without VAT */
  readonly net?: AmountTerm;
  /** BT-132 */
  readonly orderLineReference?: Term;
  /** BT-133: how the buyer is to code it (konteringssträng) */
  readonly buyerAccountingReference?: Term;
  /** BG-26 */
  readonly period?: Period;
  /** BG-27 */
  readonly allowances: readonly AllowanceOrCharge[];
  /** BG-28 */
  readonly charges: readonly AllowanceOrCharge[];
  /** BG-29 */
  readonly price?: Price;
  /** BG-30 */
  readonly vat?: VatTerms;
  /** BG-31 */
  readonly item?: Item;
};
