import { modulus10Digit } from '../../../src/shared/base/check-digits.ts';
import { addDays, type Day } from '../../../src/shared/base/day.ts';
import type { DocumentType } from '../../../src/shared/domain/invoice-fields/index.ts';
import { buyerOf, type PaperBuyer } from './buyers.ts';
import { companyStem, personName } from './names.ts';
import { type Odds, oddsOf } from './odds.ts';
import { drawLines, type PaperLine, type PaperSums, sumsOf } from './paper-lines.ts';
import { type PaperSupplier, supplierOf } from './suppliers.ts';

export type PayableType = Exclude<DocumentType, 'other'>;

/** What one paper says; how it says it is the layout's. */
export type PaperFacts = {
  readonly seed: number;
  readonly type: PayableType;
  readonly supplier: PaperSupplier;
  readonly buyer: PaperBuyer;
  /** English words on a Swedish or foreign supplier's paper. */
  readonly english: boolean;
  readonly currency: string;
  readonly number: string;
  readonly issued: Day;
  readonly termsDays: number;
  readonly due: Day;
  readonly ocr: string | null;
  readonly customerNumber: string;
  readonly buyerReference: string | null;
  readonly ourReference: string;
  readonly purchaseOrder: string | null;
  readonly ourOrder: string;
  readonly delivered: Day;
  /** The invoice that a credit note takes back, or a reminder reminds of. */
  readonly earlier: string | null;
  readonly reverseCharge: boolean;
  readonly lines: readonly PaperLine[];
  readonly sums: PaperSums;
  /** Of a reminder or a collection demand; 0 on other papers. */
  readonly feeMinor: number;
  readonly interestMinor: number;
};

/** What a caller may fix: the rest is drawn from the seed. */
export type Wanted = { readonly type?: PayableType; readonly supplierSeed?: number; readonly lineCount?: number };

const firstDay = '2025-10-01' as Day;

export function paperFacts(seed: number, wanted: Wanted = {}): PaperFacts {
  const odds = oddsOf(seed, 'facts');
  const supplier = supplierOf(wanted.supplierSeed ?? seed);
  const house = oddsOf(supplier.seed, 'habits');
  const drawn = odds.weighted<PayableType>({ invoice: 84, credit_note: 8, reminder: 5, collection_demand: 3 });
  const type = wanted.type ?? drawn;
  const isLetter = type === 'reminder' || type === 'collection_demand';
  const foreign = supplier.country !== 'SE';
  const issued = addDays(firstDay, odds.whole(0, 410));
  const customerNumber = odds.digits(odds.whole(3, 7));
  const number = numberOf(supplier, issued, odds);
  const reverseCharge = (foreign && odds.often(0.6)) || (!foreign && odds.often(0.03));
  const lines = drawLines(odds, { foreign, reverseCharge, count: wanted.lineCount, discountOften: house.often(0.2) });
  const sums = sumsOf(lines, { sign: type === 'credit_note' ? -1 : 1, roundsToKronor: supplier.roundsToKronor && !isLetter });
  const termsDays = isLetter ? odds.pick([8, 10, 14]) : supplier.termsDays;
  return {
    seed,
    type,
    supplier,
    buyer: buyerOf(odds),
    english: foreign || house.often(0.03),
    currency: foreign ? currencyOf(supplier, odds) : odds.often(0.02) ? 'EUR' : 'SEK',
    number,
    issued,
    termsDays,
    due: addDays(issued, termsDays),
    ocr:
      type === 'credit_note' && supplier.ocr !== 'same' && odds.often(0.7)
        ? null
        : ocrOf(supplier, { number, customerNumber }, odds),
    customerNumber,
    buyerReference: odds.often(0.82) ? referenceOf(odds) : null,
    ourReference: odds.often(0.8) ? personName(odds) : `${companyStem(odds)} Kundservice`,
    purchaseOrder: odds.often(0.4) ? purchaseOrderOf(odds) : null,
    ourOrder: odds.digits(odds.whole(4, 8)),
    delivered: addDays(issued, -odds.whole(0, 20)),
    earlier: type === 'credit_note' ? numberOf(supplier, addDays(issued, -20), odds) : null,
    reverseCharge,
    lines,
    sums,
    feeMinor: isLetter ? odds.pick([6_000, 6_000, 18_000, 5_000]) : 0,
    interestMinor: isLetter && odds.often(0.5) ? odds.whole(500, 60_000) : 0,
  };
}

function numberOf({ numbering, ocr }: PaperSupplier, issued: Day, odds: Odds): string {
  let begun = false;
  const number = numbering
    .replace('YYYY', issued.slice(0, 4))
    .replace('YY', issued.slice(2, 4))
    .replace(/9/g, () => {
      // A counting number begins with no zero; the years drawn here hold no nine.
      const digit = begun ? odds.whole(0, 9) : odds.whole(1, 9);
      begun = true;
      return String(digit);
    });
  return ocr === 'same' ? checked(number.replace(/\D/g, '')) : number;
}

const checked = (base: string): string => `${base}${modulus10Digit(base)}`;

function ocrOf(
  { ocr }: PaperSupplier,
  { number, customerNumber }: { number: string; customerNumber: string },
  odds: Odds,
): string | null {
  const digits = number.replace(/\D/g, '');
  if (ocr === 'none') return null;
  if (ocr === 'same') return number;
  if (ocr === 'own') return checked(odds.digits(odds.whole(8, 19)));
  if (ocr === 'customer-and-number') return checked(`${customerNumber}${digits}`);
  // Level 3: the length, both control digits counted, before the check digit.
  return ocr === 'number' ? checked(digits) : checked(`${digits}${(digits.length + 2) % 10}`);
}

function currencyOf({ country }: PaperSupplier, odds: Odds): string {
  const own = { NO: 'NOK', DK: 'DKK', GB: 'GBP', FI: 'EUR', DE: 'EUR', NL: 'EUR', EE: 'EUR', SE: 'SEK' }[country];
  return odds.often(0.25) ? odds.pick(['SEK', 'EUR'] as const) : own;
}

/** A code that the buyer's machine reads, a person, or both. */
function referenceOf(odds: Odds): string {
  const code = odds.pick([
    `RE${odds.digits(5)}`,
    odds.digits(5),
    odds.digits(8),
    `ZZ${odds.digits(4)}`,
    `${odds.pick(['ABC', 'LDA', 'KPR'] as const)}${odds.digits(3)}`,
    `REF${odds.digits(4)}`,
  ] as const);
  const kind = odds.weighted({ code: 4, person: 4, both: 2, unit: 1 });
  if (kind === 'code') return code;
  if (kind === 'person') return personName(odds);
  return kind === 'both'
    ? `${code} ${personName(odds)}`
    : odds.pick(['Fastighet 12', 'Parkgruppen', 'Kök Norra', 'Avd 34', 'IT-enheten', 'Hus B plan 2'] as const);
}

const purchaseOrderOf = (odds: Odds): string =>
  odds.pick([
    `45${odds.digits(8)}`,
    odds.digits(6),
    `IO-${odds.digits(5)}`,
    `PO${odds.digits(6)}`,
    `B${odds.digits(5)}`,
    `${odds.digits(4)}-${odds.digits(3)}`,
    `AV${odds.digits(4)}`,
    `I${odds.digits(7)}`,
  ] as const);
