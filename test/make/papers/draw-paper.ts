import { drawClosing, fitsBelow } from './closing.ts';
import { drawHeading } from './heading.ts';
import { entriesIn, type Layout, layoutOf } from './layout.ts';
import { type Columns, drawLetterhead, middleOf } from './letterhead.ts';
import { drawTableHead, drawTableLine, heightOfLine, lineTableOf } from './line-table.ts';
import { markPages } from './page-marks.ts';
import { drawPairs, pairsStyle } from './pairs.ts';
import type { PaperFacts } from './paper-facts.ts';
import { drawQr } from './payment-qr.ts';
import { newBook, type Printed, type Sheet } from './sheets.ts';
import { drawIntroduction, drawOddities, drawSummary } from './top-extras.ts';
import { drawWindow } from './window.ts';

export type DrawnPaper = {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly printed: readonly Printed[];
  readonly slip: boolean;
};

/** Draws a paper in a layout. The same facts and seed give the same bytes. */
export async function drawPaper(facts: PaperFacts, layoutSeed: number): Promise<DrawnPaper> {
  const layout = layoutOf(layoutSeed, facts);
  const book = await newBook(layout.family);
  const shown = asPrinted(facts, layout);
  let sheet = book.addSheet();
  const isLetter = facts.type === 'reminder' || facts.type === 'collection_demand';
  drawOddities(sheet, layout);
  let y = drawIntroduction(sheet, shown, layout, drawSummary(sheet, shown, layout, drawHead(sheet, shown, layout)));
  if (isLetter) y = drawLetter(sheet, shown, layout, y);
  else {
    const table = lineTableOf(layout, facts);
    const limit = 268;
    y = drawTableHead(sheet, table, y + 2);
    const sign = facts.type === 'credit_note' && !printsPlus(layout) ? -1 : 1;
    for (const [place, line] of facts.lines.entries()) {
      if (y + heightOfLine(sheet, table, line) > limit) {
        sheet = book.addSheet();
        y = drawTableHead(sheet, table, drawContinuation(sheet, shown, layout));
      }
      y = drawTableLine(sheet, table, layout.print, [line, place], y, sign);
    }
  }
  if (!fitsBelow(sheet, shown, layout, y)) {
    sheet = book.addSheet();
    y = drawContinuation(sheet, shown, layout);
  }
  const { freeFrom, footerTop } = drawClosing(sheet, shown, layout, y);
  await drawQr(sheet, facts, layout, { from: freeFrom, to: footerTop });
  markPages(book.sheets(), layout, facts);
  return { pdf: await book.finish(), pageCount: book.sheets().length, printed: book.printed(), slip: layout.slip };
}

const printsPlus = (layout: Layout): boolean => layout.oddsFor('credit').often(0.4);

/** Many a credit note shows its amounts without a minus. */
function asPrinted(facts: PaperFacts, layout: Layout): PaperFacts {
  if (facts.type !== 'credit_note' || !printsPlus(layout)) return facts;
  const { net, vat, rounding, total, byRate } = facts.sums;
  const turned = <Amount extends number>(amount: Amount): Amount => (0 - amount) as Amount;
  return {
    ...facts,
    sums: {
      net: turned(net),
      vat: turned(vat),
      rounding: turned(rounding),
      total: turned(total),
      byRate: byRate.map((one) => ({ ...one, baseMinor: turned(one.baseMinor), vatMinor: turned(one.vatMinor) })),
    },
  };
}

/** All that stands over the table: who sends, to whom, what it is, numbers and references. Gives the y below. */
function drawHead(sheet: Sheet, facts: PaperFacts, layout: Layout): number {
  const odds = layout.oddsFor('head');
  const columns: Columns = { left: odds.between(11, 16), right: odds.between(11, 16) };
  drawLetterhead(sheet, facts, layout, columns);
  const other = layout.windowSide === 'left' ? 'right' : 'left';
  const metaPlace = odds.weighted({ 'other column': 6, strip: 3, 'window column': 1.5, 'other column, first': 2 });
  const referencesPlace = odds.weighted({ strip: 4, 'other column': 3, 'under window': 2, halves: 2 });
  const headingFirst = odds.often(0.7);
  const half = (layout.right - layout.left) / 2 - layout.columnGap;
  const inColumn = (side: 'left' | 'right', block: 'meta' | 'references'): void => {
    const style = pairsStyle(layout.oddsFor(`${block} style`), layout.base, {
      colon: 4,
      tab: 4,
      apart: 1.5,
      over: 2,
      boxes: 1.5,
      ladder: 2,
      'right-label': 1,
      leader: 0.3,
      row: 0.8,
    });
    const x = side === 'left' ? layout.left : middleOf(layout) + layout.columnGap;
    columns[side] = drawPairs(sheet, entriesIn(block, layout, facts), style, { x, y: columns[side], width: half }) + 3;
  };
  const strip = (block: 'meta' | 'references'): void => {
    const style = pairsStyle(layout.oddsFor(`${block} style`), layout.base, { boxes: 4, over: 4, row: 4, inline: 1.5, colon: 1 });
    const y = Math.max(columns.left, columns.right) + 1;
    columns.left = columns.right =
      drawPairs(sheet, entriesIn(block, layout, facts), style, { x: layout.left, y, width: layout.right - layout.left }) + 2;
  };
  if (headingFirst) drawHeading(sheet, facts, layout, columns);
  if (metaPlace === 'other column, first') inColumn(other, 'meta');
  drawWindow(sheet, facts, layout, columns);
  if (!headingFirst) drawHeading(sheet, facts, layout, columns);
  if (metaPlace === 'other column') inColumn(other, 'meta');
  if (metaPlace === 'window column') inColumn(layout.windowSide, 'meta');
  if (metaPlace === 'strip') strip('meta');
  if (referencesPlace === 'other column') inColumn(other, 'references');
  else if (referencesPlace === 'under window') inColumn(layout.windowSide, 'references');
  else if (referencesPlace === 'strip') strip('references');
  else drawHalves(sheet, facts, layout, columns);
  return Math.max(columns.left, columns.right);
}

/** References in two columns of labels and values side by side. */
function drawHalves(sheet: Sheet, facts: PaperFacts, layout: Layout, columns: Columns): void {
  const entries = entriesIn('references', layout, facts);
  const style = pairsStyle(layout.oddsFor('references style'), layout.base, { colon: 3, tab: 3, ladder: 1, leader: 0.3 });
  const y = Math.max(columns.left, columns.right);
  const width = (layout.right - layout.left) / 2 - layout.columnGap;
  const cut = Math.ceil(entries.length / 2);
  const left = drawPairs(sheet, entries.slice(0, cut), style, { x: layout.left, y, width });
  const right = drawPairs(sheet, entries.slice(cut), style, { x: middleOf(layout) + layout.columnGap, y, width });
  columns.left = columns.right = Math.max(left, right) + 2;
}

/** What stands on top of a later page. */
function drawContinuation(sheet: Sheet, facts: PaperFacts, layout: Layout): number {
  const odds = layout.oddsFor('continuation');
  const kind = odds.weighted({ nothing: 2, name: 3, number: 4, head: 1.5 });
  const type = { size: layout.base };
  if (kind === 'nothing') return 22;
  if (kind === 'head') {
    const columns: Columns = { left: 14, right: 14 };
    drawLetterhead(sheet, facts, layout, columns);
    return Math.max(columns.left, columns.right) + 4;
  }
  if (kind === 'name') sheet.text(layout.left, 16, facts.supplier.name, { ...type, bold: true }, 'supplierName');
  const label = `${layout.words.number}${odds.often(0.5) ? ':' : ''} `;
  sheet.text(layout.left, 22, label, type);
  sheet.text(layout.left + sheet.widthOf(label, type), 22, facts.number, type, 'invoiceNumber');
  return 28;
}

/** The words of a reminder or a demand, and the table of what is owed. */
function drawLetter(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const odds = layout.oddsFor('letter');
  const type = { size: layout.base };
  const step = layout.base * 0.52;
  const demand = facts.type === 'collection_demand';
  const text = demand
    ? [
        'Vår uppdragsgivare har trots påminnelse inte fått betalt för nedanstående fordran.',
        'Betalning ska vara oss tillhanda senast på förfallodagen, annars kan ansökan om',
        'betalningsföreläggande lämnas till Kronofogdemyndigheten utan ytterligare krav.',
      ]
    : odds.often(0.5)
      ? [
          'Enligt vår bokföring har nedanstående faktura ännu inte betalats.',
          'Har ni redan betalat kan ni bortse från denna påminnelse.',
        ]
      : ['Vi saknar er betalning. Vänligen betala omgående.', 'Vid utebliven betalning överlämnas ärendet till inkasso.'];
  let at = y + step * 2;
  for (const line of text) {
    sheet.text(layout.left, at, line, type);
    at += step;
  }
  at += step;
  const { print } = layout;
  const rows: readonly (readonly [string, number])[] = [
    [odds.pick(['Kapitalbelopp', 'Fakturabelopp', 'Ursprungligt belopp', 'Skuld'] as const), facts.sums.total],
    ...(facts.interestMinor > 0 ? [[odds.pick(['Ränta', 'Dröjsmålsränta'] as const), facts.interestMinor] as const] : []),
    [demand ? 'Inkassokostnad' : odds.pick(['Påminnelseavgift', 'Påminnelsekostnad', 'Avgift'] as const), facts.feeMinor],
  ];
  for (const [label, minor] of rows) {
    sheet.text(layout.left, at, label, type);
    sheet.text(layout.left + 110, at, print.amount(minor), { ...type, align: 'right' });
    at += step;
  }
  return at + step;
}
