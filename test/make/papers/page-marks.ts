import type { Layout } from './layout.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { Sheet } from './sheets.ts';

type Place = readonly [x: number, y: number, align: 'left' | 'right' | 'centre'];

/** 'Sida 1 (2)' and its like on each sheet; most papers of one sheet, and a few of more, have none. */
export function markPages(sheets: readonly Sheet[], layout: Layout, facts: PaperFacts): void {
  const odds = layout.oddsFor('page marks');
  const onSingle = odds.often(0.4);
  const onMany = odds.often(0.9);
  if (!(sheets.length === 1 ? onSingle : onMany)) return;
  const form = facts.english
    ? odds.pick(['Page 1 of 2', 'Page 1/2', '1/2'] as const)
    : odds.pick([
        'Sida 1 (2)',
        'Sida 1/2',
        'Sid 1/2',
        '1(2)',
        'Sida 1 av 2',
        'Sida: 1',
        'Sid 1',
        'Sida 1(2)',
        'Blad 1/2',
      ] as const);
  const places: readonly [Place, ...Place[]] = [
    [layout.right, 9, 'right'],
    [layout.right, 294, 'right'],
    [105, 294.5, 'centre'],
    [layout.left, 294, 'left'],
  ];
  const [x, y, align] = odds.pick(places);
  for (const sheet of sheets) {
    const text = form.replace('2', String(sheets.length)).replace('1', String(sheet.page));
    sheet.text(x, y, sheets.length >= 10 ? `${sheet.page}` : text, { size: 7.5, align });
  }
}
