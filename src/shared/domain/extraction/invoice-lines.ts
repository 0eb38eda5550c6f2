import type { InvoiceLine } from '../invoice-fields/index.ts';
import { readAmount } from './amounts.ts';
import type { LabelKind } from './label-words.ts';
import type { Label } from './labels.ts';
import type { Reading } from './reading.ts';
import { boxAround, heightOf, type Row, type Token, textOf } from './rows.ts';
import { type Column, type Head, headsOf } from './table-heads.ts';

const summaryKinds: readonly LabelKind[] = ['net', 'vat', 'total', 'rounding', 'payee'];

/** The lines of the invoice's table, where a header row says plainly which column is which; else none. */
export function findLines(reading: Reading): readonly InvoiceLine[] {
  const summaries = summaryRows(reading);
  return reading.rows.flatMap((row) => {
    const table = headsOf(row);
    return table ? linesUnder(table, row, { rows: reading.rows, summaries }) : [];
  });
}

type Sheet = { readonly rows: readonly Row[]; readonly summaries: ReadonlySet<number> };

function linesUnder(table: readonly Head[], head: Row, { rows, summaries }: Sheet): readonly InvoiceLine[] {
  const lines: InvoiceLine[] = [];
  let bottom = Math.max(...head.tokens.map((token) => token.y1));
  for (const row of rows.slice(head.number + 1)) {
    const [first] = row.tokens;
    if (!first || row.page !== head.page || first.y0 - bottom > 5 * heightOf(first) || summaries.has(row.number) || headsOf(row))
      break;
    const line = lineOf(row, table);
    if (line) lines.push(line);
    bottom = first.y1;
  }
  return lines;
}

/** Rows that begin with (or announce further on) the net, the total and their like, and bear a sum. */
function summaryRows(reading: Reading): ReadonlySet<number> {
  const bearsSum = new Set(reading.amounts.map((span) => span.tokens[0]?.row));
  const announced = reading.labels.flatMap((label) => {
    const row = reading.rows[label.tokens[0]?.row ?? -1];
    return row && isSummaryLabel(label, row) ? [row.number] : [];
  });
  return new Set(announced.filter((row) => bearsSum.has(row)));
}

function isSummaryLabel(label: Label, row: Row): boolean {
  const [first] = label.tokens;
  if (!first || !summaryKinds.includes(label.kind)) return false;
  return first === row.tokens[0] || (label.strength > 0.6 && label.kind !== 'vat');
}

function lineOf(row: Row, table: readonly Head[]): InvoiceLine | undefined {
  const cells = Map.groupBy(row.tokens, (token) => columnOf(token, table));
  const amount = readAmount(textOf(cells.get('amount') ?? []));
  const description = textOf(cells.get('description') ?? []);
  if (!amount || !/\p{L}{2}/u.test(description)) return undefined;
  const unitPrice = readAmount(textOf(cells.get('unitPrice') ?? []));
  const isLostComma = unitPrice?.hasDecimals === false && Math.abs(unitPrice.minor) > Math.abs(amount.minor);
  return {
    description,
    quantity: numberIn(cells.get('quantity')),
    unitPriceMinor: unitPrice && !isLostComma ? unitPrice.minor : null,
    ratePercent: numberIn(cells.get('rate')),
    amountMinor: amount.minor,
    page: row.page,
    box: boxAround(row.tokens),
  };
}

/** The first number of a cell: '12 st' is 12, '25 %' is 25. */
function numberIn(tokens: readonly Token[] | undefined): number | null {
  const match = /-?\d+(?:[.,]\d+)?/.exec(textOf(tokens ?? []));
  return match ? Number(match[0].replace(',', '.')) : null;
}

/** Figures belong to the head nearest by any edge or middle; words that begin left of all other columns are description. */
function columnOf(token: Token, table: readonly Head[]): Column {
  const far = (head: Head): number =>
    token.x0 < head.x1 && token.x1 > head.x0
      ? 0
      : Math.min(Math.abs(token.x0 - head.x0), Math.abs(token.x1 - head.x1), Math.abs(token.x0 - head.x1));
  const nearest = [...table].sort((a, b) => far(a) - far(b))[0];
  const isWord = /^\p{L}/u.test(token.text);
  const description = table.find((head) => head.column === 'description');
  const next = table.filter((head) => head.x0 > (description?.x1 ?? 0)).sort((a, b) => a.x0 - b.x0)[0];
  const inText = description && token.x0 >= description.x0 - heightOf(token) && token.x1 < (next?.x0 ?? 1) - heightOf(token);
  return inText && (isWord || nearest?.column === 'description' || far(nearest ?? description) > 0)
    ? 'description'
    : (nearest?.column ?? 'other');
}
