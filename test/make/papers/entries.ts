import type { FieldName } from '../../../src/shared/domain/invoice-fields/index.ts';
import { english } from './english-words.ts';
import { type EntryName, swedish } from './label-words.ts';
import type { Odds } from './odds.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { PrintStyle } from './print-styles.ts';

/** A label and its value, as they are to be printed; `field` when the value is one that a reader must find. */
export type Entry = { readonly label: string; readonly value: string; readonly field?: FieldName; readonly fieldToo?: FieldName };
export type ChosenWords = Readonly<Record<EntryName, string>>;

/** The words of one layout: chosen once, so that a supplier's papers agree. */
export function chooseWords(odds: Odds, isEnglish: boolean): ChosenWords {
  const source = isEnglish ? english : swedish;
  const upper = odds.often(0.1);
  const bilingual = !isEnglish && odds.often(0.04);
  const chosen = Object.entries(source).map(([name, words]) => {
    // The first words of a list are the usual ones.
    const word =
      words[odds.often(0.45) ? odds.whole(0, Math.min(2, words.length - 1)) : odds.whole(0, words.length - 1)] ?? words[0];
    const both = bilingual && name in english ? `${word}/${english[name as EntryName][0]}` : word;
    return [name, upper ? both.toUpperCase() : both];
  });
  return { ...(Object.fromEntries(chosen) as ChosenWords) };
}

/** What the paper says under a name, or undefined when it has nothing to say there. */
export function entryOf(name: EntryName, facts: PaperFacts, words: ChosenWords, print: PrintStyle): Entry | undefined {
  const { supplier, sums } = facts;
  const isLetter = facts.type === 'reminder' || facts.type === 'collection_demand';
  const entry = (value: string | null | undefined, field?: FieldName): Entry | undefined =>
    value === null || value === undefined || value === '' ? undefined : { label: words[name], value, ...(field && { field }) };
  switch (name) {
    case 'number':
      return supplier.ocr === 'same' && supplier.seed % 2 === 0
        ? {
            label: facts.english ? words.number : combined(supplier.seed),
            value: facts.number,
            field: 'invoiceNumber',
            ...(!facts.english && { fieldToo: 'ocrReference' }),
          }
        : entry(facts.number, 'invoiceNumber');
    case 'issued':
      return entry(print.day(facts.issued), 'invoiceDate');
    case 'due':
      return facts.type === 'credit_note' ? undefined : entry(print.day(facts.due), 'dueDate');
    case 'ocr':
      return entry(facts.ocr === null ? null : print.ocr(facts.ocr), 'ocrReference');
    case 'customer':
      return entry(facts.customerNumber);
    case 'buyerReference':
      return entry(isLetter ? null : facts.buyerReference, 'buyerReference');
    case 'ourReference':
      return entry(facts.ourReference);
    case 'purchaseOrder':
      return entry(isLetter ? null : facts.purchaseOrder, 'purchaseOrderNumber');
    case 'ourOrder':
      return entry(isLetter ? null : facts.ourOrder);
    case 'delivered':
      return entry(isLetter ? null : print.day(facts.delivered));
    case 'terms':
      return entry(facts.english ? `${facts.termsDays} days net` : termsText(facts));
    case 'lateInterest':
      return entry(facts.seed % 3 === 0 ? '8 %' : facts.seed % 3 === 1 ? '12,00 %' : 'enligt räntelagen');
    case 'delivery':
      return entry(isLetter ? null : facts.english ? 'EXW' : facts.seed % 2 === 0 ? 'Fritt vårt lager' : 'DDP, Schenker');
    case 'earlier':
      return entry(facts.earlier);
    case 'buyerOrganisation':
      return entry(print.organisation(facts.buyer.organisationNumber));
    case 'organisation':
      if (supplier.foreignNumber !== null) return { label: supplier.foreignNumber.label, value: supplier.foreignNumber.number };
      return entry(
        supplier.organisationNumber === null ? null : print.organisation(supplier.organisationNumber),
        'organisationNumber',
      );
    case 'vatNumber':
      return entry(supplier.vatNumber === null ? null : print.vatNumber(supplier.vatNumber), 'vatNumber');
    case 'bankgiro':
      return entry(supplier.bankgiro === null ? null : print.bankgiro(supplier.bankgiro), 'bankgiro');
    case 'plusgiro':
      return entry(supplier.plusgiro === null ? null : print.plusgiro(supplier.plusgiro), 'plusgiro');
    case 'iban':
      return entry(supplier.iban === null ? null : print.iban(supplier.iban), 'iban');
    case 'bic':
      return entry(supplier.bic);
    case 'total':
      return entry(print.money(totalOf(facts), facts.currency), 'totalMinor');
    case 'phone':
      return entry(supplier.phone);
    case 'email':
      return entry(supplier.email);
    case 'web':
      return entry(supplier.web);
    case 'seat':
      return supplier.country === 'SE' ? entry(supplier.city) : undefined;
    case 'taxCard':
      return supplier.country === 'SE' ? { label: words.taxCard, value: '' } : undefined;
    case 'currency':
      return entry(facts.currency, 'currency');
    case 'printed':
      return entry(print.day(facts.issued));
    case 'net':
      return isLetter ? undefined : entry(print.amount(sums.net), 'netMinor');
    case 'vat':
      return isLetter ? undefined : entry(print.amount(sums.vat), 'vatMinor');
    case 'rounding':
      return isLetter ? undefined : entry(print.amount(sums.rounding), 'roundingMinor');
    default:
      return undefined;
  }
}

const combined = (seed: number): string =>
  ['Fakturanummer/OCR', 'Fakturanr/OCR-nr', 'Faktura/OCR', 'OCR/Fakturanr', 'Fakturanr (OCR)'][seed % 5] ?? '';

/** What is to be paid: on a letter the invoice's total with fee and interest. */
export const totalOf = ({ sums, feeMinor, interestMinor }: PaperFacts): number => sums.total + feeMinor + interestMinor;

const termsText = ({ termsDays, seed }: PaperFacts): string =>
  [`${termsDays} dagar netto`, `${termsDays} dagar`, `Netto ${termsDays} dagar`, `${termsDays} dgr`, `${termsDays} dagar netto`][
    seed % 5
  ] ?? '';
