import { addDays, type Day } from '../../../src/shared/base/day.ts';
import { basisPoints, type Minor, minor, percentOf } from '../../../src/shared/base/money.ts';
import type { DocumentType } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Company } from './companies.ts';

export type PaperLine = {
  readonly article: string;
  readonly description: string;
  readonly quantity: number;
  readonly unit: string;
  readonly priceMinor: number;
  readonly ratePercent: number;
};

/** What is to be printed on one paper; sums are reckoned from the lines and never stated twice. */
export type PaperInvoice = {
  readonly type: Extract<DocumentType, 'invoice' | 'credit_note' | 'reminder'>;
  readonly supplier: Company;
  readonly number: string;
  readonly issued: Day;
  readonly termsDays: number;
  /** Digits with a right check digit; null when the supplier has no OCR references. */
  readonly ocr: string | null;
  readonly buyerReference: string;
  readonly purchaseOrder: string | null;
  readonly customerNumber: string;
  readonly ourReference: string;
  readonly lines: readonly PaperLine[];
  readonly roundsToKronor: boolean;
  /** The reminder's fee; 0 on other papers. */
  readonly feeMinor: number;
};

export type RateSum = { readonly ratePercent: number; readonly baseMinor: Minor; readonly vatMinor: Minor };
export type PaperSums = {
  readonly net: Minor;
  readonly vat: Minor;
  readonly rounding: Minor;
  readonly total: Minor;
  readonly byRate: readonly RateSum[];
};

export const lineAmount = (line: PaperLine): Minor => minor(Math.round(line.quantity * line.priceMinor));

export const dueDay = (paper: PaperInvoice): Day => addDays(paper.issued, paper.termsDays);

/** Net, VAT by rate, öre rounding and total, below zero on a credit note. */
export function sumsOf(paper: PaperInvoice): PaperSums {
  const sign = paper.type === 'credit_note' ? -1 : 1;
  const rates = [...new Set(paper.lines.map((line) => line.ratePercent))].sort((a, b) => b - a);
  const byRate = rates.map((ratePercent) => {
    const base = minor(
      sign * paper.lines.filter((line) => line.ratePercent === ratePercent).reduce((sum, line) => sum + lineAmount(line), 0),
    );
    return { ratePercent, baseMinor: base, vatMinor: percentOf(base, basisPoints(ratePercent * 100)) };
  });
  const net = minor(byRate.reduce((sum, one) => sum + one.baseMinor, 0));
  const vat = minor(byRate.reduce((sum, one) => sum + one.vatMinor, 0));
  const exact = net + vat + sign * paper.feeMinor;
  const total = minor(paper.roundsToKronor ? Math.round(exact / 100) * 100 : exact);
  return { net, vat, total, byRate, rounding: minor(total - exact) };
}
