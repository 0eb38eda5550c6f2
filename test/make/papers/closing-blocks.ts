import { modulus10Digit } from '../../../src/shared/base/check-digits.ts';
import { showBankgiro, showPlusgiro } from '../../../src/shared/domain/identifiers/index.ts';
import { totalOf } from './entries.ts';
import { entriesIn, type Layout } from './layout.ts';
import { drawPairs, pairsStyle } from './pairs.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

/** How and when to pay; a sentence or two. Gives the y below. */
export function drawPayment(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const odds = layout.oddsFor('payment');
  const entries =
    facts.type === 'credit_note'
      ? entriesIn('payment', layout, facts).filter(({ field }) => field !== 'ocrReference')
      : entriesIn('payment', layout, facts);
  const style = pairsStyle(odds, layout.base, { colon: 3, tab: 3, apart: 1, over: 3, boxes: 3, row: 2, inline: 3, ladder: 2 });
  const half = odds.often(0.45) && style.kind !== 'row' && style.kind !== 'inline';
  const toTheRight = odds.often(0.35);
  const width = half ? (layout.right - layout.left) * 0.55 : layout.right - layout.left;
  const x = half && toTheRight ? layout.right - width : layout.left;
  const title = odds.often(0.2)
    ? facts.english
      ? 'Payment details'
      : odds.pick(['Betalningsinformation', 'Betalning', 'Betalningsuppgifter'] as const)
    : undefined;
  let top = y + 3;
  if (title !== undefined && entries.length > 0) {
    sheet.text(x, top + 3, title, { size: layout.base, bold: true });
    top += 5;
  }
  const framed = style.framed && odds.often(0.5) && entries.length > 0 && style.kind !== 'boxes';
  const bottom = drawPairs(sheet, entries, style, {
    x: framed ? x + 2 : x,
    y: framed ? top + 1.5 : top,
    width: framed ? width - 4 : width,
  });
  if (framed) sheet.frame(x, top, width, bottom - top);
  const notes = facts.english
    ? ['Please quote the invoice number when paying.', 'Claims within 8 days.']
    : [
        'Vid betalning efter förfallodagen debiteras dröjsmålsränta enligt räntelagen samt påminnelseavgift 60 kr.',
        'Ange alltid fakturanummer vid betalning. Anmärkning mot fakturan ska göras inom 8 dagar.',
        'Efter förfallodagen debiteras ränta med 8 % över gällande referensränta.',
        'Tack för att du handlar hos oss! Frågor om fakturan: ring vår kundtjänst vardagar 8-16.',
        'Fakturan är överlåten. Betalning med befriande verkan kan endast ske till ovanstående konto.',
      ];
  const chosen = odds.often(0.55) ? odds.shuffled(notes).slice(0, odds.whole(1, 2)) : [];
  for (const [at, note] of chosen.entries())
    sheet.text(layout.left, bottom + 4 + at * 3.6, note, { size: Math.min(layout.base - 1, 8), italic: odds.often(0.2) });
  return bottom + chosen.length * 3.6 + 4;
}

/** Address and numbers at the foot of the sheet, in columns. `y` is its top. */
export function drawFooter(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const odds = layout.oddsFor('footer');
  const { supplier } = facts;
  const entries = entriesIn('footer', layout, facts);
  const size = Math.max(6, layout.base - odds.pick([1, 1.5, 2, 2.5]));
  const step = size * 0.46;
  const columns = odds.whole(1, 4);
  const label = { size, bold: odds.often(0.3) };
  if (odds.often(0.6)) sheet.rule(layout.left, y, layout.right, y, 0.4);
  const style = {
    ...pairsStyle(odds, size, { ladder: 5, colon: 3, tab: 2 }),
    lineMm: step,
    size,
    labelSize: size,
    labelBold: label.bold,
  };
  const address = [supplier.street, `${supplier.postcode} ${supplier.city}`];
  if (columns === 1) {
    const centred = odds.often(0.4);
    const line = `${[supplier.name, ...address].join(odds.pick([', ', ' | ', '  '] as const))}`;
    const x = centred ? (layout.left + layout.right) / 2 - sheet.widthOf(line, { size }) / 2 : layout.left;
    sheet.text(x, y + step * 1.2, supplier.name, { size }, 'supplierName');
    sheet.text(x + sheet.widthOf(supplier.name, { size }), y + step * 1.2, line.slice(supplier.name.length), { size });
    return drawPairs(
      sheet,
      entries,
      { ...style, kind: 'inline' },
      { x: layout.left, y: y + step * 1.4, width: layout.right - layout.left },
    );
  }
  const width = (layout.right - layout.left) / columns;
  const titled = odds.often(0.4);
  const first = titled ? (facts.english ? 'Address' : odds.pick(['Adress', 'Postadress', 'Besöksadress'] as const)) : undefined;
  let row = y + step * 1.2;
  if (first !== undefined) {
    sheet.text(layout.left, row, first, { size, bold: true });
    row += step;
  }
  sheet.text(layout.left, row, supplier.name, sheet.fitted(supplier.name, { size }, width - 2), 'supplierName');
  for (const [at, text] of address.entries()) sheet.text(layout.left, row + (at + 1) * step, text, { size });
  const perColumn = Math.ceil(entries.length / (columns - 1));
  const over = odds.often(0.2) && perColumn <= 3;
  let lowest = row + 2 * step;
  for (let column = 1; column < columns; column += 1) {
    const own = entries.slice((column - 1) * perColumn, column * perColumn);
    const bottom = drawPairs(sheet, own, over ? { ...style, kind: 'over', columns: 1, labelSize: size - 0.5 } : style, {
      x: layout.left + column * width,
      y: y + step * 0.3,
      width: width - 3,
    });
    lowest = Math.max(lowest, bottom);
  }
  return lowest;
}

/** The giro slip that takes the sheet's lower part, with the line that a machine reads. */
export function drawSlip(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): void {
  const odds = layout.oddsFor('slip');
  const { supplier, buyer } = facts;
  const digits = String(Math.abs(totalOf(facts))).padStart(3, '0');
  const [kronor, ore] = [digits.slice(0, -2), digits.slice(-2)];
  sheet.rule(4, y, 206, y, 0.4);
  sheet.text(
    layout.left,
    y + 6,
    odds.pick(['INBETALNING / GIRERING AVI', 'Inbetalning/Girering', 'BANKGIRO INBETALNING', 'INBETALNINGSKORT'] as const),
    { size: 10, bold: true },
  );
  if (odds.often(0.7)) {
    sheet.text(118, y + 6, layout.words.due, { size: 8 });
    sheet.text(
      118 + sheet.widthOf(layout.words.due, { size: 8 }) + 3,
      y + 6,
      layout.print.day(facts.due),
      { size: 9 },
      'dueDate',
    );
  }
  const boxed = odds.often(0.5);
  const at = { left: layout.left, right: odds.between(104, 118) };
  const cell = (x: number, top: number, label: string, value: string, field?: Parameters<Sheet['text']>[4], width = 60): void => {
    if (boxed) sheet.frame(x - 1, top - 3, width, 10.5, 0.3);
    sheet.text(x, top, label, { size: 6.5 });
    sheet.text(x, top + 5, value, { size: 10 }, field);
  };
  cell(at.left, y + 15, 'Betalningsavsändare', buyer.name, undefined, 84);
  cell(at.right, y + 15, 'Betalningsmottagare', supplier.name, 'supplierName', 84);
  if (facts.ocr !== null)
    cell(
      at.left,
      y + 27,
      odds.pick(['OCR-nummer', 'Referensnummer', 'Inbetalarens OCR-nr'] as const),
      layout.print.ocr(facts.ocr),
      'ocrReference',
      84,
    );
  if (supplier.bankgiro !== null)
    cell(
      at.right,
      y + 27,
      odds.pick(['Till bankgiro nr', 'Bankgironr', 'Bankgiro'] as const),
      showBankgiro(supplier.bankgiro),
      'bankgiro',
      40,
    );
  if (supplier.plusgiro !== null)
    cell(
      at.right + 44,
      y + 27,
      odds.pick(['Till PlusGiro', 'Plusgironr', 'PlusGiro'] as const),
      showPlusgiro(supplier.plusgiro),
      'plusgiro',
      40,
    );
  cell(at.left, y + 39, 'Kronor', kronor, undefined, 40);
  cell(at.left + 42, y + 39, 'öre', ore, undefined, 20);
  const giro = supplier.bankgiro ?? supplier.plusgiro;
  if (facts.ocr === null || giro === null) return;
  if (odds.often(0.7)) sheet.text(layout.left, y + 55, 'VAR GOD GÖR INGA ÄNDRINGAR. DEN AVLÄSES MASKINELLT.', { size: 6 });
  const kind = supplier.bankgiro === null ? '70' : '41';
  const gap = ' '.repeat(odds.whole(1, 4));
  const amount = odds.often(0.8) ? `${kronor} ${ore}${gap}${modulus10Digit(digits)}` : '';
  sheet.text(105, Math.min(y + 66, 288), `#${gap}${facts.ocr} #${gap}${amount} >${gap}${giro}#${kind}#`, {
    size: odds.pick([10, 11, 12]),
    mono: true,
    align: 'centre',
  });
}
