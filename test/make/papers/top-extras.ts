import { rgb } from 'pdf-lib';
import { totalOf } from './entries.ts';
import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

/** A box with what matters most to a customer in a hurry, as energy and telephone companies print it. Gives the y below. */
export function drawSummary(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const odds = layout.oddsFor('summary');
  if (!odds.often(0.09) || facts.type === 'credit_note') return y;
  const { words, print } = layout;
  const cells = [
    { label: words.total, value: print.money(totalOf(facts), facts.currency), field: 'totalMinor' as const },
    { label: words.due, value: print.day(facts.due), field: 'dueDate' as const },
    ...(facts.ocr === null ? [] : [{ label: words.ocr, value: print.ocr(facts.ocr), field: 'ocrReference' as const }]),
  ];
  const width = layout.right - layout.left;
  const high = 15;
  if (odds.often(0.5)) sheet.fill(layout.left, y + 2, width, high, rgb(0.9, 0.9, 0.9));
  else sheet.frame(layout.left, y + 2, width, high);
  const cell = width / cells.length;
  for (const [at, { label, value, field }] of cells.entries()) {
    sheet.text(layout.left + at * cell + 2, y + 7, label, sheet.fitted(label, { size: layout.base - 1 }, cell - 4));
    sheet.text(
      layout.left + at * cell + 2,
      y + 13,
      value,
      sheet.fitted(value, { size: layout.base + 3, bold: true }, cell - 4),
      field,
    );
  }
  return y + high + 5;
}

/** A line or two before the table: what it is about, and nothing that a reader wants. */
export function drawIntroduction(sheet: Sheet, facts: PaperFacts, layout: Layout, y: number): number {
  const odds = layout.oddsFor('introduction');
  if (!odds.often(0.22) || facts.type === 'reminder' || facts.type === 'collection_demand') return y;
  const earlier = odds.digits(6);
  const texts = facts.english
    ? [
        'We hereby invoice you as agreed:',
        `Regarding agreement ${earlier}, period 2026-01-01 to 2026-03-31.`,
        'Thank you for your order.',
      ]
    : [
        'Vi fakturerar härmed enligt överenskommelse:',
        `Avser avtal ${earlier}, perioden 2026-07-01 - 2026-09-30.`,
        `Följesedel ${earlier} av den 2026-03-02. Ersätter tidigare faktura.`,
        'Projekt: Ombyggnad plan 3, etapp 2. Enligt offert 2025-118.',
        `Ert ärende ${earlier}. Kontakta oss på 0771-20 20 20 vid frågor.`,
      ];
  const lines = odds.shuffled(texts).slice(0, odds.whole(1, 2));
  for (const [at, line] of lines.entries())
    sheet.text(layout.left, y + 5 + at * layout.base * 0.48, line, { size: layout.base, bold: odds.often(0.15) });
  return y + 5 + lines.length * layout.base * 0.48;
}

/** The printer's own mark along the margin, a form number, a word across the sheet. */
export function drawOddities(sheet: Sheet, layout: Layout): void {
  const odds = layout.oddsFor('oddities');
  if (odds.often(0.08))
    sheet.sideways(
      6,
      odds.between(120, 250),
      `${odds.digits(4)}-${odds.digits(6)} ${odds.pick(['Blankett F12', 'Utg 3', 'Original', '1/1'] as const)}`,
      { size: 6 },
    );
  if (odds.often(0.04))
    sheet.text(odds.between(120, 180), odds.between(8, 30), odds.pick(['KOPIA', 'ORIGINAL', 'DUPLIKAT'] as const), {
      size: odds.between(9, 16),
      bold: true,
      color: rgb(0.5, 0.5, 0.5),
    });
}
