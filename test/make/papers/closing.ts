import { drawFooter, drawPayment, drawSlip } from './closing-blocks.ts';
import { totalOf } from './entries.ts';
import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';
import { ghostOf, type Sheet } from './sheets.ts';
import { drawSums } from './sums-block.ts';

const slipHeight = 74;
/** Below this nothing is printed. */
const foot = 291;

type Closing = { readonly footerTop: number; readonly sumsHeight: number; readonly hasSlip: boolean };

function measure(sheet: Sheet, facts: PaperFacts, layout: Layout): Closing {
  const ghost = ghostOf(sheet);
  const hasSlip = layout.slip && facts.type !== 'credit_note' && facts.supplier.country === 'SE';
  const footerHeight = drawFooter(ghost, facts, layout, 0);
  return {
    hasSlip,
    footerTop: (hasSlip ? 297 - slipHeight - 3 : foot) - footerHeight,
    sumsHeight: drawSumsAndPayment(ghost, facts, layout, 0),
  };
}

/** Whether the end of a paper has room below y. */
export function fitsBelow(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): boolean {
  const { footerTop, sumsHeight } = measure(sheet, facts, layout);
  return y + sumsHeight <= footerTop;
}

/** Sums, payment, foot and slip. Some suppliers hang the sums on the table, some on the foot. Gives the free band between. */
export function drawClosing(
  sheet: Sheet,
  facts: PaperFacts,
  layout: Layout,
  y: number,
): { readonly freeFrom: number; readonly footerTop: number } {
  const odds = layout.oddsFor('closing');
  const { footerTop, sumsHeight, hasSlip } = measure(sheet, facts, layout);
  const lowest = footerTop - sumsHeight;
  const low = odds.often(0.3);
  const from = low ? lowest : Math.min(y + odds.between(0, 14), lowest);
  const freeFrom = drawSumsAndPayment(sheet, facts, layout, Math.max(from, y));
  drawFooter(sheet, facts, layout, footerTop);
  if (hasSlip) drawSlip(sheet, facts, layout, 297 - slipHeight);
  return { freeFrom, footerTop };
}

function drawSumsAndPayment(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const isLetter = facts.type === 'reminder' || facts.type === 'collection_demand';
  const paymentFirst = layout.oddsFor('payment first').often(0.12);
  const sums = (from: number): number =>
    isLetter ? drawTotal(sheet, facts, layout, from) : drawSums(sheet, facts, layout, from);
  return paymentFirst ? sums(drawPayment(sheet, facts, layout, y)) : drawPayment(sheet, facts, layout, sums(y));
}

function drawTotal(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const type = { size: layout.base + 1, bold: true };
  sheet.text(layout.left, y + 4, layout.words.total, type);
  sheet.text(
    layout.left + 110,
    y + 4,
    layout.print.money(totalOf(facts), facts.currency),
    { ...type, align: 'right' },
    'totalMinor',
  );
  return y + 8;
}
