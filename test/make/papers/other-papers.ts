import { layoutOf } from './layout.ts';
import { type Columns, drawLetterhead } from './letterhead.ts';
import { drawTableHead, drawTableLine, lineTableOf } from './line-table.ts';
import { oddsOf } from './odds.ts';
import { drawPairs, pairsStyle } from './pairs.ts';
import type { PaperFacts } from './paper-facts.ts';
import { newBook, type Sheet } from './sheets.ts';
import { drawWindow } from './window.ts';

/** Papers that come with invoices, or in their stead, and are none. */
export const otherKinds = ['delivery note', 'order confirmation', 'quotation', 'time sheet', 'terms', 'letter'] as const;
export type OtherKind = (typeof otherKinds)[number];

const headings: Readonly<Record<OtherKind, readonly [string, ...string[]]>> = {
  'delivery note': ['Följesedel', 'FÖLJESEDEL', 'Leveransbesked', 'Plocksedel'],
  'order confirmation': ['Orderbekräftelse', 'ORDERBEKRÄFTELSE', 'Orderbesked'],
  quotation: ['Offert', 'OFFERT', 'Anbud'],
  'time sheet': ['Arbetsrapport', 'Tidrapport', 'Specifikation', 'Bilaga: tidsredovisning'],
  terms: ['Allmänna villkor', 'Leveransvillkor', 'Försäljningsvillkor'],
  letter: ['Angående ert ärende', 'Information till våra kunder', 'Ändrade kontaktuppgifter'],
};

/** One sheet in the supplier's clothes. */
export async function drawOther(facts: PaperFacts, layoutSeed: number, kind: OtherKind): Promise<Uint8Array> {
  const layout = layoutOf(layoutSeed, facts);
  const odds = oddsOf(facts.seed, kind);
  const book = await newBook(layout.family);
  const sheet = book.addSheet();
  const columns: Columns = { left: 14, right: 14 };
  if (kind !== 'terms' || odds.often(0.5)) drawLetterhead(sheet, facts, layout, columns);
  const heading = odds.pick(headings[kind]);
  let y = Math.max(columns.left, columns.right) + 6;
  sheet.text(layout.left, y, heading, { size: odds.between(12, 20), bold: true });
  if (kind === 'terms')
    drawProse(sheet, y + 8, { left: layout.left, width: layout.right - layout.left, size: 7, paragraphs: 22 });
  else if (kind === 'letter') {
    columns.left = columns.right = y + 6;
    drawWindow(sheet, { ...facts, type: 'reminder' }, layout, columns);
    drawProse(sheet, Math.max(columns.left, columns.right) + 8, {
      left: layout.left,
      width: layout.right - layout.left,
      size: layout.base,
      paragraphs: 4,
    });
  } else {
    columns.left = columns.right = y + 4;
    drawWindow(sheet, facts, layout, columns);
    const entries = [
      { label: `${heading.split(':')[0]}nr`, value: odds.digits(6) },
      { label: 'Datum', value: layout.print.day(facts.delivered) },
      { label: layout.words.ourOrder, value: facts.ourOrder },
      ...(facts.buyerReference === null ? [] : [{ label: layout.words.buyerReference, value: facts.buyerReference }]),
      { label: layout.words.customer, value: facts.customerNumber },
    ];
    y = drawPairs(sheet, entries, pairsStyle(odds, layout.base, { colon: 3, tab: 3, over: 2, boxes: 2, row: 1 }), {
      x: layout.left,
      y: Math.max(columns.left, columns.right),
      width: (layout.right - layout.left) * 0.6,
    });
    drawGoods(sheet, facts, layout, { y: y + 4, priced: kind === 'order confirmation' || kind === 'quotation' });
  }
  return book.finish();
}

function drawGoods(
  sheet: Sheet,
  facts: PaperFacts,
  layout: ReturnType<typeof layoutOf>,
  { y, priced }: { readonly y: number; readonly priced: boolean },
): void {
  const whole = lineTableOf(layout, facts);
  const table = priced
    ? whole
    : { ...whole, columns: whole.columns.filter(({ name }) => !['price', 'amount', 'discount', 'rate'].includes(name)) };
  let at = drawTableHead(sheet, table, y);
  for (const [place, line] of facts.lines.entries()) {
    if (at > 250) break;
    at = drawTableLine(sheet, table, layout.print, [line, place], at, 1);
  }
  if (!priced) {
    sheet.text(layout.left, at + 12, 'Godset mottaget av: ............................   Datum: ..............', {
      size: layout.base,
    });
    return;
  }
  sheet.text(layout.right - 50, at + 8, 'Summa exkl. moms', { size: layout.base, align: 'right' });
  sheet.text(layout.right, at + 8, layout.print.amount(Math.abs(facts.sums.net)), { size: layout.base, align: 'right' });
  sheet.text(layout.left, at + 20, 'Detta är ingen faktura. Priserna gäller i 30 dagar.', { size: layout.base });
}

type Prose = { readonly left: number; readonly width: number; readonly size: number; readonly paragraphs: number };
const clauses = [
  'Dessa villkor gäller för samtliga leveranser om inget annat skriftligen avtalats mellan parterna.',
  'Betalning ska ske inom trettio dagar från fakturans datum. Vid dröjsmål utgår ränta enligt räntelagen.',
  'Säljaren ansvarar inte för indirekta skador, utebliven vinst eller annan följdskada.',
  'Reklamation ska ske utan oskäligt dröjsmål och senast åtta dagar efter mottagandet av godset.',
  'Äganderätten till godset övergår till köparen först när full betalning har erlagts.',
  'Tvist med anledning av avtalet ska avgöras av allmän domstol enligt svensk rätt.',
  'Vi vill tacka för det gångna året och ser fram emot ett fortsatt gott samarbete.',
  'Från och med den 1 januari når ni oss på ett nytt telefonnummer och en ny besöksadress.',
  'Force majeure befriar part från påföljd om fullgörandet hindras av omständighet utanför dennes kontroll.',
];

function drawProse(sheet: Sheet, y: number, { left, width, size, paragraphs }: Prose): void {
  const step = size * 0.45;
  let at = y;
  for (let number = 1; number <= paragraphs && at < 280; number += 1) {
    let line = `${number}. `;
    for (const word of `${clauses[(number * 4) % clauses.length]} ${clauses[(number * 7 + 1) % clauses.length]}`.split(' ')) {
      if (sheet.widthOf(`${line}${word}`, { size }) > width) {
        sheet.text(left, at, line, { size });
        at += step;
        line = '';
      }
      line += `${word} `;
    }
    sheet.text(left, at, line, { size });
    at += step * 1.6;
  }
}
