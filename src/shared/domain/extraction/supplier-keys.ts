import type { PageWords } from '../../base/page.ts';
import {
  bankgirosIn,
  ibansIn,
  isCompanyNumber,
  organisationNumbersIn,
  type PrintedNumber,
  plusgirosIn,
  vatNumbersIn,
} from './numbers.ts';
import { findPaymentLines, type PaymentLine } from './payment-line.ts';
import { type Row, toRows } from './rows.ts';
import type { Span } from './spans.ts';

/** Numbers with the right check digit that stand on the pages: what a supplier can be looked up by. */
export type SupplierKeys = {
  readonly organisationNumbers: readonly string[];
  readonly vatNumbers: readonly string[];
  readonly bankgiros: readonly string[];
  readonly plusgiros: readonly string[];
  readonly ibans: readonly string[];
};

/**
 * All numbers on the pages that a supplier can be looked up by: right form and right check digit, labelled or not.
 * Some are the buyer's, some no such number at all; the register tells.
 */
export function findSupplierKeys(pages: readonly PageWords[]): Record<keyof SupplierKeys, string[]> {
  const rows = toRows(pages);
  return keysIn(rows, findPaymentLines(rows));
}

/** The same, of rows that are already read. */
export function keysIn(rows: readonly Row[], paymentLines: readonly PaymentLine[]): Record<keyof SupplierKeys, string[]> {
  const onLines = (kind: PaymentLine['giroKind']): readonly string[] =>
    paymentLines.filter((line) => line.giroKind === kind).map((line) => line.giro);
  const vatNumbers = vatNumbersIn(rows)
    .filter((span) => span.value.valid)
    .map(digitsOf);
  const organisationNumbers = organisationNumbersIn(rows)
    .filter((span) => isCompanyNumber(span.value))
    .map(digitsOf);
  return {
    organisationNumbers: once([...organisationNumbers, ...vatNumbers.flatMap(withinVat)]),
    vatNumbers: once(vatNumbers),
    bankgiros: once([
      ...onLines('bankgiro'),
      ...bankgirosIn(rows)
        .filter((span) => span.value.valid)
        .map(digitsOf),
    ]),
    plusgiros: once([
      ...onLines('plusgiro'),
      ...plusgirosIn(rows)
        .filter((span) => span.value.valid)
        .map(digitsOf),
    ]),
    ibans: once(
      ibansIn(rows)
        .filter((span) => span.value.valid)
        .map(digitsOf),
    ),
  };
}

const digitsOf = (span: Span<PrintedNumber>): string => span.value.digits;
/** A Swedish VAT number holds the organisation number. */
const withinVat = (number: string): readonly string[] => (/^SE\d{12}$/.test(number) ? [number.slice(2, 12)] : []);
const once = (numbers: readonly string[]): string[] => [...new Set(numbers)];
