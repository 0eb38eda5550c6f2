import type { DocumentType } from '../../../src/shared/domain/invoice-fields/index.ts';
import type { Layout } from './layout.ts';
import { type Columns, middleOf } from './letterhead.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

type Headed = Exclude<DocumentType, 'other'>;
const swedishHeadings: Readonly<Record<Headed, readonly [string, ...string[]]>> = {
  invoice: [
    'Faktura',
    'FAKTURA',
    'Faktura',
    'F A K T U R A',
    'Faktura',
    'Räkning',
    'FAKTURA/INVOICE',
    'Samlingsfaktura',
    'Hyresfaktura',
    'Månadsfaktura',
  ],
  credit_note: [
    'Kreditfaktura',
    'KREDITFAKTURA',
    'Kreditnota',
    'Kredit',
    'KREDITNOTA',
    'Kreditfaktura / Credit note',
    'Faktura Kredit',
  ],
  reminder: [
    'Påminnelse',
    'PÅMINNELSE',
    'Betalningspåminnelse',
    'Påminnelse om obetald faktura',
    'Kravpåminnelse',
    'Betalningspåminnelse 1',
  ],
  collection_demand: ['Inkassokrav', 'INKASSOKRAV', 'Inkasso', 'Inkassokrav enligt inkassolagen'],
};
const englishHeadings: Readonly<Record<Headed, readonly [string, ...string[]]>> = {
  invoice: ['Invoice', 'INVOICE', 'Tax Invoice', 'Sales Invoice', 'Commercial Invoice'],
  credit_note: ['Credit note', 'CREDIT NOTE', 'Credit memo', 'Credit Invoice'],
  reminder: ['Payment reminder', 'Reminder', 'REMINDER'],
  collection_demand: ['Final notice', 'Collection notice'],
};

export type HeadingPlace = 'column' | 'other column' | 'middle' | 'none';

/** The paper's own name for itself; some papers have none but the label of their number. */
export function drawHeading(sheet: Sheet, facts: PaperFacts, layout: Layout, columns: Columns): void {
  const odds = layout.oddsFor('heading');
  const names = (facts.english ? englishHeadings : swedishHeadings)[facts.type];
  const word = names[odds.whole(0, 99) % names.length] ?? names[0];
  const size = odds.between(11, 24);
  const withNumber = odds.often(0.16);
  const place = odds.weighted<HeadingPlace>({
    'other column': 6,
    column: 3,
    middle: 2,
    none: facts.type === 'invoice' ? 0.6 : 0,
  });
  if (place === 'none') return;
  const numbered = withNumber ? `${word} ` : word;
  const side = (place === 'column') === (layout.windowSide === 'right') ? 'right' : 'left';
  const y = (place === 'middle' ? Math.max(columns.left, columns.right) : columns[side]) + size * 0.3;
  const whole = withNumber ? `${numbered}${facts.number}` : word;
  const type = sheet.fitted(
    whole,
    { size, bold: odds.often(0.7) },
    place === 'middle' ? layout.right - layout.left : (layout.right - layout.left) / 2 - layout.columnGap - 2,
  );
  const alignRight = side === 'right' && odds.often(0.3);
  const width = sheet.widthOf(numbered, type) + (withNumber ? sheet.widthOf(facts.number, type) : 0);
  const x =
    place === 'middle'
      ? middleOf(layout) - width / 2
      : side === 'left'
        ? layout.left
        : alignRight
          ? layout.right - width
          : middleOf(layout) + layout.columnGap;
  sheet.text(x, y, numbered, type);
  if (withNumber) sheet.text(x + sheet.widthOf(numbered, type), y, facts.number, type, 'invoiceNumber');
  if (place === 'middle') columns.left = columns.right = y + 5;
  else columns[side] = y + 4;
}
