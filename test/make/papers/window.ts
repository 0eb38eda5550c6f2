import type { Layout } from './layout.ts';
import { type Columns, middleOf } from './letterhead.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

/** The buyer's address, where the envelope's window is; perhaps the delivery address beside it. */
export function drawWindow(sheet: Sheet, facts: PaperFacts, layout: Layout, columns: Columns): void {
  const odds = layout.oddsFor('window');
  const { buyer, supplier } = facts;
  const side = layout.windowSide;
  const x = side === 'left' ? layout.left : middleOf(layout) + layout.columnGap;
  const type = { size: layout.base + odds.pick([0, 0, 0.5, 1]) };
  const step = type.size * odds.between(0.42, 0.55);
  const top = Math.max(columns[side], odds.between(34, 52));
  const label = odds.weighted({ none: 6, Fakturaadress: 3, Kund: 1, Faktureringsadress: 1, Köpare: 0.5, Mottagare: 0.5 });
  const sendersLine = odds.often(0.12);
  const upper = odds.often(0.15);
  const unitFirst = odds.often(0.2);
  const written = (text: string): string => (upper ? text.toUpperCase() : text);
  let y = top + step;
  if (sendersLine) {
    sheet.text(x, y, `Avs: ${supplier.name}, ${supplier.street}, ${supplier.postcode} ${supplier.city}`.slice(0, 70), {
      size: 6,
    });
    y += 4;
  }
  if (label !== 'none') {
    sheet.text(x, y, facts.english ? 'Bill to' : label, { size: layout.base - 1, bold: odds.often(0.5) });
    y += step;
  }
  const names = unitFirst ? [buyer.unit, buyer.name] : [buyer.name, buyer.unit];
  for (const line of [...names, buyer.attention, buyer.street, `${buyer.postcode} ${buyer.city}`]) {
    if (line === null) continue;
    sheet.text(x, y, written(line), type);
    y += step;
  }
  columns[side] = y + 3;
  if (facts.type !== 'invoice' || !odds.often(0.22)) return;
  const other = side === 'left' ? 'right' : 'left';
  const otherX = other === 'left' ? layout.left : middleOf(layout) + layout.columnGap;
  y = Math.max(columns[other], odds.often(0.5) ? top : 0) + step;
  for (const [at, line] of [
    facts.english ? 'Ship to' : odds.pick(['Leveransadress', 'Levereras till', 'Leveransadress:', 'Godsadress'] as const),
    buyer.deliveryName,
    buyer.deliveryStreet,
    `${buyer.postcode} ${buyer.city}`,
  ].entries()) {
    sheet.text(otherX, y, line, { size: type.size - 0.5, bold: at === 0 });
    y += step;
  }
  columns[other] = y + 2;
}
