import { rgb } from 'pdf-lib';
import type { Layout } from './layout.ts';
import type { Odds } from './odds.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { PaperLine } from './paper-lines.ts';
import type { PrintStyle } from './print-styles.ts';
import type { Sheet } from './sheets.ts';

type ColumnName = 'place' | 'article' | 'description' | 'quantity' | 'unit' | 'price' | 'discount' | 'rate' | 'amount';
type Column = {
  readonly name: ColumnName;
  readonly word: string;
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
};
export type LineTable = {
  readonly columns: readonly Column[];
  readonly size: number;
  readonly stepMm: number;
  readonly header: 'dark' | 'grey' | 'ruled' | 'bold' | 'boxed' | 'plain';
  readonly zebra: boolean;
  readonly rulesBetween: boolean;
  readonly withRemarks: boolean;
};

const words: Readonly<Record<ColumnName, readonly [readonly [string, ...string[]], readonly [string, ...string[]]]>> = {
  place: [
    ['Rad', 'Pos', 'Nr', '#'],
    ['Line', 'Pos', '#', 'Item'],
  ],
  article: [
    ['Artikelnr', 'Art.nr', 'Artikel', 'Art nr', 'Artikelnummer', 'Prod.nr'],
    ['Item no.', 'Product', 'Code', 'SKU'],
  ],
  description: [
    ['Benämning', 'Beskrivning', 'Artikelbenämning', 'Specifikation', 'Text', 'Vara/tjänst', 'Avser', 'Produkt'],
    ['Description', 'Item', 'Details', 'Service'],
  ],
  quantity: [
    ['Antal', 'Kvantitet', 'Lev antal', 'Mängd', 'Lev.ant', 'Ant'],
    ['Qty', 'Quantity', 'Units'],
  ],
  unit: [
    ['Enhet', 'Enh', 'Enh.', 'Sort'],
    ['Unit', 'UoM'],
  ],
  price: [
    ['Á-pris', 'À-pris', 'Pris', 'Pris/enhet', 'Enhetspris', 'á pris', 'Pris exkl. moms', 'Styckpris'],
    ['Unit price', 'Price', 'Rate'],
  ],
  discount: [
    ['Rabatt', 'Rab %', 'Rab.%', 'Rabatt %'],
    ['Disc. %', 'Discount'],
  ],
  rate: [
    ['Moms', 'Moms %', 'Moms%', 'Momssats', 'Mk'],
    ['VAT %', 'VAT', 'Tax'],
  ],
  amount: [
    ['Belopp', 'Summa', 'Totalt', 'Radsumma', 'Belopp SEK', 'Summa kr', 'Belopp exkl. moms', 'Nettobelopp'],
    ['Amount', 'Total', 'Net amount', 'Line total'],
  ],
};
const widths: Readonly<Record<ColumnName, number>> = {
  place: 9,
  article: 22,
  description: 60,
  quantity: 17,
  unit: 13,
  price: 23,
  discount: 14,
  rate: 15,
  amount: 27,
};
const leftSet: readonly ColumnName[] = ['place', 'article', 'description', 'unit'];

export function lineTableOf(layout: Layout, facts: PaperFacts): LineTable {
  const odds = layout.oddsFor('table');
  const has = {
    place: odds.often(0.15),
    article: odds.often(0.6),
    unit: odds.often(0.7),
    price: odds.often(0.93),
    discount: odds.often(0.15),
    rate: odds.often(0.5),
    quantity: odds.often(0.95),
  };
  const rateFirst = odds.often(0.2);
  const quantityFirst = odds.often(0.15);
  const shownDiscount = has.discount || facts.lines.some((line) => line.discountPercent > 0);
  const tail: ColumnName[] = [
    ...(has.price ? ['price' as const] : []),
    ...(shownDiscount ? ['discount' as const] : []),
    ...(has.rate ? (['rate'] as const) : []),
    'amount',
  ];
  const ordered = rateFirst && has.rate ? ['rate' as const, ...tail.filter((name) => name !== 'rate')] : tail;
  const counted: ColumnName[] = [...(has.quantity ? (['quantity'] as const) : []), ...(has.unit ? (['unit'] as const) : [])];
  const what: ColumnName[] = [
    ...(has.place ? (['place'] as const) : []),
    ...(has.article ? (['article'] as const) : []),
    'description',
  ];
  const names = quantityFirst ? [...counted, ...what, ...ordered] : [...what, ...counted, ...ordered];
  const whole = layout.right - layout.left;
  const fixed = names.filter((name) => name !== 'description').reduce((sum, name) => sum + widths[name], 0);
  const squeeze = Math.min(1, (whole - 38) / fixed);
  let x = layout.left;
  const columns = names.map((name): Column => {
    const width = name === 'description' ? whole - fixed * squeeze : widths[name] * squeeze;
    const column = { name, word: wordFor(name, odds, facts.english), x, width, right: !leftSet.includes(name) };
    x += width;
    return column;
  });
  const size = layout.base - odds.pick([0, 0, 0.5, 1]);
  return {
    columns,
    size,
    stepMm: size * odds.between(0.44, 0.7),
    header: odds.pick(['dark', 'grey', 'ruled', 'ruled', 'bold', 'boxed', 'plain'] as const),
    zebra: odds.often(0.12),
    rulesBetween: odds.often(0.15),
    withRemarks: odds.often(0.5),
  };
}

/** Air between a right-aligned column and a left-aligned one after it. */
const endOf = ({ name, x, width }: Column): number => x + width - (name === 'amount' ? 0 : 2);

const wordFor = (name: ColumnName, odds: Odds, isEnglish: boolean): string => odds.pick(words[name][isEnglish ? 1 : 0]);

export function drawTableHead(sheet: Sheet, table: LineTable, y: number): number {
  const [first] = table.columns;
  const last = table.columns.at(-1);
  if (!first || !last) return y;
  const [x0, x1] = [first.x - 1, last.x + last.width + 1];
  const high = table.size * 0.62;
  if (table.header === 'dark') sheet.fill(x0, y, x1 - x0, high, rgb(0.2, 0.22, 0.3));
  if (table.header === 'grey') sheet.fill(x0, y, x1 - x0, high, rgb(0.85, 0.85, 0.85));
  if (table.header === 'boxed') sheet.frame(x0, y, x1 - x0, high);
  if (table.header === 'ruled') sheet.rule(x0, y + high, x1, y + high);
  const color = table.header === 'dark' ? { color: rgb(1, 1, 1) } : {};
  const type = { size: table.size - 0.3, bold: table.header !== 'plain' && table.header !== 'boxed', ...color };
  for (const column of table.columns) {
    const own = sheet.fitted(column.word, type, column.width - 2);
    if (column.right) sheet.text(endOf(column), y + high - 1.4, column.word, { ...own, align: 'right' });
    else sheet.text(column.x, y + high - 1.4, column.word, own);
  }
  return y + high + 1;
}

/** One line and its remark; gives the y below. */
export function drawTableLine(
  sheet: Sheet,
  table: LineTable,
  print: PrintStyle,
  [line, place]: readonly [PaperLine, number],
  y: number,
  sign: number,
): number {
  const [first] = table.columns;
  const last = table.columns.at(-1);
  if (!first || !last) return y;
  const type = { size: table.size };
  const remark = table.withRemarks ? line.remark : null;
  const wrapped = wrap(sheet, line.description, table);
  const high = table.stepMm * (wrapped.length + (remark === null ? 0 : 1));
  if (table.zebra && place % 2 === 1) sheet.fill(first.x - 1, y, last.x + last.width - first.x + 2, high, rgb(0.93, 0.93, 0.93));
  const base = y + table.stepMm * 0.72;
  for (const column of table.columns) {
    if (column.name === 'description') {
      for (const [row, text] of wrapped.entries()) sheet.text(column.x, base + row * table.stepMm, text, type);
      if (remark !== null) sheet.text(column.x + 1, base + wrapped.length * table.stepMm, remark, { size: table.size - 1 });
    } else {
      const text = cell(column.name, line, place, print, sign);
      const own = sheet.fitted(text, type, column.width - 1.5);
      if (column.right) sheet.text(endOf(column), base, text, { ...own, align: 'right' });
      else sheet.text(column.x, base, text, own);
    }
  }
  if (table.rulesBetween) sheet.rule(first.x - 1, y + high, last.x + last.width + 1, y + high, 0.25);
  return y + high;
}

export const heightOfLine = (sheet: Sheet, table: LineTable, line: PaperLine): number =>
  table.stepMm * (wrap(sheet, line.description, table).length + (table.withRemarks && line.remark !== null ? 1 : 0));

function wrap(sheet: Sheet, text: string, table: LineTable): readonly string[] {
  const width = (table.columns.find(({ name }) => name === 'description')?.width ?? 50) - 2;
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const last = rows.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || sheet.widthOf(longer, { size: table.size }) > width) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

function cell(name: ColumnName, line: PaperLine, place: number, print: PrintStyle, sign: number): string {
  switch (name) {
    case 'place':
      return String(place + 1);
    case 'article':
      return line.article;
    case 'quantity':
      return print.quantity(line.quantityHundredths * sign);
    case 'unit':
      return line.unit;
    case 'price':
      return print.amount(line.priceMinor);
    case 'discount':
      return line.discountPercent === 0 ? '' : `${line.discountPercent}`;
    case 'rate':
      return print.rate(line.ratePercent);
    case 'amount':
      return print.amount(line.amountMinor * sign);
    default:
      return '';
  }
}
