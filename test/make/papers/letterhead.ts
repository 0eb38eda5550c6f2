import { type Color, rgb } from 'pdf-lib';
import { entriesIn, type Layout } from './layout.ts';
import { drawPairs, pairsStyle } from './pairs.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

/** Where the next block may begin in each half of the sheet. */
export type Columns = { left: number; right: number };
export const middleOf = (layout: Layout): number => (layout.left + layout.right) / 2;

const inks: readonly [Color, ...Color[]] = [
  rgb(0.1, 0.1, 0.1),
  rgb(0.1, 0.2, 0.45),
  rgb(0.5, 0.1, 0.1),
  rgb(0.1, 0.35, 0.2),
  rgb(0.45, 0.45, 0.45),
  rgb(0.75, 0.35, 0.05),
];

export type LogoSide = 'left' | 'right' | 'centre' | 'band' | 'none';
export const logoSideOf = (layout: Layout): LogoSide =>
  layout.oddsFor('logo side').weighted<LogoSide>({ left: 55, right: 14, centre: 8, band: 10, none: 9 });

/** The sender's sign and perhaps its name and address; moves the columns down. */
export function drawLetterhead(sheet: Sheet, facts: PaperFacts, layout: Layout, columns: Columns): void {
  const odds = layout.oddsFor('letterhead');
  const side = logoSideOf(layout);
  const { supplier } = facts;
  const ink = odds.pick(inks);
  const size = odds.between(12, 26);
  const shape = odds.weighted({ none: 4, disc: 2, square: 2, bars: 1, letter: 1 });
  const withAddress = odds.often(0.3);
  const wholeName = odds.often(0.45);
  const text = wholeName ? supplier.name : supplier.brand;
  const top = odds.between(10, 18);
  const room = side === 'band' || side === 'centre' ? 150 : 60;
  const shown = sheet.fitted(text, { size, bold: true }, room).size;
  const big = { size: shown, bold: odds.often(0.75), italic: odds.often(0.12), color: ink };
  const field = wholeName || supplier.brand === supplier.name ? ('supplierName' as const) : undefined;
  if (side === 'band') {
    sheet.fill(0, 0, 210, top + 8, ink);
    sheet.text(layout.left, top + 2, text, { ...big, color: rgb(1, 1, 1) }, field);
    columns.left = columns.right = top + 14;
  } else if (side !== 'none') {
    const mark = shape === 'none' ? 0 : shown * 0.42;
    const whole = mark + (mark > 0 ? 3 : 0) + sheet.widthOf(text, big);
    const x = side === 'left' ? layout.left : side === 'right' ? layout.right - whole : middleOf(layout) - whole / 2;
    if (shape === 'disc') sheet.disc(x + mark / 2, top + mark / 2, mark / 2, ink);
    if (shape === 'square') sheet.fill(x, top, mark, mark, ink);
    if (shape === 'bars')
      for (const bar of [0, 1, 2])
        sheet.fill(x + bar * mark * 0.36, top + (2 - bar) * mark * 0.25, mark * 0.25, mark - (2 - bar) * mark * 0.25, ink);
    if (shape === 'letter') {
      sheet.fill(x, top, mark, mark, ink);
      sheet.text(x + mark / 2, top + mark * 0.78, text.slice(0, 1), {
        size: shown * 0.9,
        bold: true,
        color: rgb(1, 1, 1),
        align: 'centre',
      });
    }
    sheet.text(x + whole - sheet.widthOf(text, big), top + shown * 0.28 + 1, text, big, field);
    const below = top + Math.max(mark, shown * 0.36) + 5;
    if (side !== 'right') columns.left = Math.max(columns.left, below);
    if (side !== 'left') columns.right = Math.max(columns.right, below);
  }
  const entries = entriesIn('letterhead', layout, facts);
  if (!withAddress && side !== 'none' && entries.length === 0) return;
  drawSender(sheet, facts, layout, columns, { at: side === 'right' ? 'right' : 'left', name: side === 'none' || withAddress });
}

type Sender = { readonly at: 'left' | 'right'; readonly name: boolean };

/** Name and address in plain type, with some of the numbers under. */
function drawSender(sheet: Sheet, facts: PaperFacts, layout: Layout, columns: Columns, { at, name }: Sender): void {
  const { supplier } = facts;
  const odds = layout.oddsFor('sender');
  const x = at === 'left' ? layout.left : middleOf(layout) + layout.columnGap;
  const type = { size: layout.base - odds.pick([0, 0.5, 1]) };
  let y = columns[at] + 1;
  const step = type.size * 0.45;
  if (name) {
    sheet.text(x, y, supplier.name, { ...type, bold: odds.often(0.4) }, 'supplierName');
    const oneLine = odds.often(0.3);
    const town = `${supplier.postcode} ${supplier.city}`;
    if (oneLine) sheet.text(x, y + step, `${supplier.street}, ${town}`, type);
    else {
      sheet.text(x, y + step, supplier.street, type);
      sheet.text(x, y + 2 * step, town, type);
    }
    y += oneLine ? 2 * step : 3 * step;
  }
  const style = pairsStyle(odds, type.size, { colon: 2, ladder: 4, tab: 1 });
  columns[at] =
    drawPairs(
      sheet,
      entriesIn('letterhead', layout, facts),
      { ...style, lineMm: step, size: type.size },
      { x, y: y - step * 0.7, width: 75 },
    ) + 3;
}
