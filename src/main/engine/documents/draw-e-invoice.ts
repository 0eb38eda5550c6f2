import type { PDFDocument, PDFPage } from 'pdf-lib';
import {
  type ReadEInvoice,
  type SheetTable,
  type SheetTableGroup,
  type SheetValue,
  type ShownTerm,
  sheetOf,
  swedishWords,
} from '../../../shared/domain/e-invoices/index.ts';
import { black, type Fonts, grey, paper, wrapped } from './paper.ts';

/** More of what no term is for than anybody reads. */
const mostLeftOver = 200;
const letters = 8.5;
const lineHeight = 11.5;
/** Room for a stamp above, and below for what a printer cuts off. */
const top = paper.height - 52;
const bottom = 46;
const width = paper.width - 2 * paper.margin;

/**
 * An e-invoice as pages to read, in Swedish: every value that it has under the name of its term, then its lines, adjustments, VAT and documents
 * as tables, and what no term is for. Gives the pages that it added.
 */
export function drawEInvoice(
  pdf: PDFDocument,
  fonts: Fonts,
  { invoice, leftOver }: ReadEInvoice,
  title: string,
): readonly PDFPage[] {
  const { blocks, tables } = sheetOf(invoice);
  const added: PDFPage[] = [];
  let y = 0;
  const room = (height: number): PDFPage => {
    const open = added.at(-1);
    if (open !== undefined && y - height >= bottom) return open;
    const page = pdf.addPage([paper.width, paper.height]);
    added.push(page);
    y = top;
    return page;
  };
  const heading = (text: string, size = 10): void => {
    const page = room(4 * lineHeight);
    y -= size + 9;
    page.drawText(text, { x: paper.margin, y, size, font: fonts.bold, color: black });
    y -= 2;
  };
  /** Texts beside each other, each in its own width; as high as the longest of them. */
  const row = (cells: readonly Cell[]): void => {
    const parts = cells.map(({ text, width: of, muted, bold }) => ({
      lines: text.split('\n').flatMap((line) => wrapped(line, bold ? fonts.bold : fonts.plain, letters, of - 6)),
      color: muted ? grey : black,
      font: bold ? fonts.bold : fonts.plain,
    }));
    const most = Math.max(1, ...parts.map(({ lines }) => lines.length));
    for (let line = 0; line < most; line += 1) {
      const page = room(lineHeight);
      y -= lineHeight;
      let x: number = paper.margin;
      for (const [place, { width: of, right }] of cells.entries()) {
        const { lines, font, color } = parts[place] ?? { lines: [], font: fonts.plain, color: black };
        const text = lines[line] ?? '';
        const shift = right ? of - 6 - font.widthOfTextAtSize(text, letters) : 0;
        page.drawText(text, { x: x + shift, y, size: letters, font, color });
        x += of;
      }
    }
  };

  heading(title, 14);
  for (const { group, values } of blocks) {
    heading(swedishWords.group[group]);
    for (const { bt, text } of values)
      row([
        { text: swedishWords.term[bt], width: 150, muted: true },
        { text, width: width - 150 },
      ]);
  }
  for (const table of tables) drawTable(table, { heading, row });
  if (leftOver.length > 0) heading('Står också i filen');
  for (const { path, raw } of leftOver.slice(0, mostLeftOver))
    row([
      { text: path, width: width / 2, muted: true },
      { text: raw, width: width / 2 },
    ]);
  return added;
}

type Cell = {
  readonly text: string;
  readonly width: number;
  readonly muted?: boolean;
  readonly bold?: boolean;
  readonly right?: boolean;
};
type Drawing = { readonly heading: (text: string) => void; readonly row: (cells: readonly Cell[]) => void };

/** The columns of each table with their widths in points, 0: the rest. What else a row says stands below it. */
const columnsOf: { readonly [Group in SheetTableGroup]: readonly (readonly [bt: ShownTerm, width: number])[] } = {
  lines: [
    ['BT-126', 34],
    ['BT-153', 0],
    ['BT-129', 62],
    ['BT-146', 82],
    ['BT-152', 42],
    ['BT-131', 86],
  ],
  adjustments: [
    ['BT-97', 0],
    ['BT-94', 60],
    ['BT-93', 90],
    ['BT-92', 90],
    ['BT-99', 90],
  ],
  vat: [
    ['BT-118', 0],
    ['BT-119', 80],
    ['BT-116', 110],
    ['BT-117', 110],
  ],
  documents: [
    ['BT-122', 130],
    ['BT-123', 0],
    ['BT-125', 180],
  ],
};

function drawTable({ group, rows, rowCount }: SheetTable, { heading, row }: Drawing): void {
  const columns = columnsOf[group].filter(([bt]) => rows.some((values) => values.some((value) => value.bt === bt)));
  const rest = width - columns.reduce((sum, [, of]) => sum + of, 0);
  const cells = (textOf: (bt: ShownTerm) => string, look: Pick<Cell, 'muted' | 'bold'> = {}): readonly Cell[] =>
    columns.map(([bt, of], place) => ({
      ...{ text: textOf(bt), width: of === 0 ? rest : of, ...look },
      right: group !== 'documents' && of !== 0 && place > 0,
    }));
  const indent = group === 'lines' ? (columns[0]?.[1] ?? 0) : 12;
  heading(swedishWords.group[group]);
  row(cells((bt) => swedishWords.term[bt], { muted: true }));
  for (const values of rows) {
    row(cells((bt) => textsOf(values, bt)));
    const below = values.filter(({ bt }) => !columns.some(([shown]) => shown === bt));
    if (below.length > 0) {
      const text = below.map((value) => `${swedishWords.term[value.bt]}: ${value.text}`).join(' · ');
      row([
        { text: '', width: indent },
        { text, width: width - indent, muted: true },
      ]);
    }
  }
  if (rowCount > rows.length) row([{ text: `Raderna 1–${rows.length} av ${rowCount} visas. Alla finns i filen.`, width }]);
}

const textsOf = (values: readonly SheetValue[], bt: ShownTerm): string =>
  values
    .filter((value) => value.bt === bt)
    .map(({ text }) => text)
    .join('\n');
