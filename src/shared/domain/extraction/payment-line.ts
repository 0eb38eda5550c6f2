import { type Minor, minor } from '../../base/money.ts';
import { parseBankgiro, parseOcrReference, parsePlusgiro } from '../identifiers/index.ts';
import { mostMinor } from './amounts.ts';
import { type Row, type Token, textOf } from './rows.ts';

/** The line at the foot of a giro slip that a bank's reader reads: `# <reference> # <kronor> <öre> <c> > <giro>#41#`. */
export type PaymentLine = {
  readonly reference: string | null;
  readonly totalMinor: Minor | null;
  readonly giro: string;
  readonly giroKind: 'bankgiro' | 'plusgiro';
  readonly raw: string;
  readonly tokens: readonly Token[];
};

/** '#' is often read as H or + and '>' as a bracket; all else must be digits. Groups: reference, kronor, öre, giro, type. */
const shapes: readonly RegExp[] = [
  /[#H+]?\s*(\d[\d ]{0,30}\d)?\s*[#H+]\s*(?:(\d[\d ]*?)\s+(\d{2})\s+\S{1,2}\s*)?[>)»]\s*([\d -]{3,12}?)\s*[#H+]\s*(\d{2})\s*[#H+]?/,
  // '>' not read at all: then every part must be there
  /[#H+]\s*(\d[\d ]{0,30}\d)\s*[#H+]\s*(\d[\d ]*?)\s+(\d{2})\s+\S{1,2}\s+(\d{7,8})\s*[#H+]\s*(4[12])\s*[#H+]?/,
];

/**
 * Finds the payment lines of all pages whose giro number (and reference, if any) has the right check digit.
 *
 * The digit `c` after the amount is not used: its rule stands in the banks' slip specification, which we do not have.
 * Source: none found for the form; from knowledge of printed slips. Type 41 and 42 pay to a Bankgiro number, the others to a Plusgiro number.
 */
export function findPaymentLines(rows: readonly Row[]): readonly PaymentLine[] {
  return rows.flatMap((row) => {
    const text = textOf(row.tokens);
    const match = shapes.map((shape) => shape.exec(text)).find((one) => one !== null);
    if (!match) return [];
    const [raw, reference, kronor, ore, giro = '', type] = match;
    const giroKind = type === '41' || type === '42' ? 'bankgiro' : 'plusgiro';
    const parsedGiro = giroKind === 'bankgiro' ? parseBankgiro(giro) : parsePlusgiro(giro);
    const parsedReference = reference === undefined ? undefined : parseOcrReference(reference);
    if (!parsedGiro.ok) return [];
    return [
      {
        reference: parsedReference?.ok ? parsedReference.value : null,
        totalMinor: kronor === undefined ? null : amountOf(`${kronor.replace(/ /g, '')}${ore}`),
        giro: parsedGiro.value,
        giroKind,
        raw: raw.trim(),
        tokens: row.tokens,
      },
    ];
  });
}

const amountOf = (digits: string): Minor | null => (Number(digits) > mostMinor ? null : minor(Number(digits)));
