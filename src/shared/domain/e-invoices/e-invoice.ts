import type { AllowanceOrCharge, Line, Period, Totals, VatBreakdown } from './amounts.ts';
import type { Buyer, Delivery, Payee, Seller, TaxRepresentative } from './parties.ts';
import type { Group, IdTerm, Term } from './terms.ts';

/**
 * An e-invoice or a credit note, whatever syntax it came in: the terms of EN 16931, and nothing worked out of them.
 * Plain data: it may be kept, sent and compared. Where the standard lets a term stand once and the file has it twice, the first is
 * here and the rest is among what had no place (`ReadEInvoice.leftOver`).
 * Source: EN 16931-1 as the rules and guide of Peppol BIS Billing 3 tell it.
 */
export type EInvoice = Group & {
  /** BT-1 */
  readonly number?: Term;
  /** BT-2: YYYY-MM-DD, like every day here; CII's 20260302 is rewritten so, and stays as it is when it is no day */
  readonly issueDate?: Term;
  /** BT-3: 380 invoice, 381 credit note and others (UNCL 1001) */
  readonly typeCode?: Term;
  /** BT-5: ISO 4217 */
  readonly currencyCode?: Term;
  /** BT-6 */
  readonly vatCurrencyCode?: Term;
  /** BT-7 */
  readonly taxPointDate?: Term;
  /** BT-8: 3, 35 or 432 (UNCL 2005); of CII 5, 29 or 72 (UNCL 2475), as it stands */
  readonly taxPointDateCode?: Term;
  /** BT-9 */
  readonly dueDate?: Term;
  /** BT-10: beställarreferens */
  readonly buyerReference?: Term;
  /** BT-11 */
  readonly projectReference?: Term;
  /** BT-12 */
  readonly contractReference?: Term;
  /** BT-13: inköpsorder */
  readonly purchaseOrderReference?: Term;
  /** BT-14 */
  readonly salesOrderReference?: Term;
  /** BT-15 */
  readonly receivingAdviceReference?: Term;
  /** BT-16 */
  readonly despatchAdviceReference?: Term;
  /** BT-17 */
  readonly tenderOrLotReference?: Term;
  /** BT-18 */
  readonly invoicedObjectId?: IdTerm;
  /** BT-19: how the buyer is to code it (konteringssträng) */
  readonly buyerAccountingReference?: Term;
  /** BT-20 */
  readonly paymentTerms?: Term;
  /** BG-1 */
  readonly notes: readonly Note[];
  /** BT-23 */
  readonly profileId?: Term;
  /** BT-24: the specification that the file says it follows (CustomizationID) */
  readonly specificationId?: Term;
  /** BG-3: what a credit note credits, among others */
  readonly precedingInvoices: readonly PrecedingInvoice[];
  /** BG-4 */
  readonly seller?: Seller;
  /** BG-7 */
  readonly buyer?: Buyer;
  /** BG-10 */
  readonly payee?: Payee;
  /** BG-11 */
  readonly taxRepresentative?: TaxRepresentative;
  /** BG-13 */
  readonly delivery?: Delivery;
  /** BG-14 */
  readonly period?: Period;
  /** BG-16: one for each PaymentMeans; a Swedish invoice has one for its bankgiro and another for its plusgiro */
  readonly payments: readonly PaymentInstruction[];
  /** BG-20 */
  readonly allowances: readonly AllowanceOrCharge[];
  /** BG-21 */
  readonly charges: readonly AllowanceOrCharge[];
  /** BG-22 */
  readonly totals?: Totals;
  /** BG-23 */
  readonly vatBreakdown: readonly VatBreakdown[];
  /** BG-24 */
  readonly supportingDocuments: readonly SupportingDocument[];
  /** BG-25 */
  readonly lines: readonly Line[];
};

/** BG-1 */
export type Note = Group & {
  /** BT-21 (UNCL 4451); in UBL it stands between two # before the text */
  readonly subjectCode?: Term;
  /** BT-22 */
  readonly text?: Term;
};

/** BG-3 */
export type PrecedingInvoice = Group & {
  /** BT-25 */
  readonly number?: Term;
  /** BT-26 */
  readonly issueDate?: Term;
};

/** BG-16 with what hangs on it: how to pay. */
export type PaymentInstruction = Group & {
  /** BT-81: 30 credit transfer, 58 SEPA, 48 card, 49 direct debit and others (UNCL 4461) */
  readonly meansCode?: Term;
  /** BT-82 */
  readonly meansText?: Term;
  /** BT-83: OCR number or another reference to give with the payment */
  readonly remittanceInformation?: Term;
  /** BG-17 */
  readonly account?: CreditTransfer;
  /** BG-18 */
  readonly card?: PaymentCard;
  /** BG-19; the creditor's id (BT-90) is the seller's or the payee's own */
  readonly directDebit?: DirectDebit;
};

/** BG-17 */
export type CreditTransfer = Group & {
  /** BT-84: IBAN, bankgiro, plusgiro or account */
  readonly accountId?: IdTerm;
  /** BT-85 */
  readonly accountName?: Term;
  /** BT-86: BIC, or SE:BANKGIRO and SE:PLUSGIRO */
  readonly serviceProviderId?: Term;
};

/** BG-18 */
export type PaymentCard = Group & {
  /** BT-87: the last digits */
  readonly accountNumber?: Term;
  /** BT-88 */
  readonly holderName?: Term;
};

/** BG-19; the creditor's id (BT-90) is the seller's or the payee's own */
export type DirectDebit = Group & {
  /** BT-89 */
  readonly mandateReference?: Term;
  /** BT-91 */
  readonly debitedAccountId?: Term;
};

/** BG-24 */
export type SupportingDocument = Group & {
  /** BT-122 */
  readonly reference?: IdTerm;
  /** BT-123 */
  readonly description?: Term;
  /** BT-124 */
  readonly location?: Term;
  /** BT-125 */
  readonly attachment?: Attachment;
};

/** BT-125: a file within the invoice; `raw` is its Base64. */
export type Attachment = Term & { readonly mimeCode?: string; readonly fileName?: string };
