import type { Tally } from './tallies.ts';

/** A table for the eye: the first column to the left, the others to the right. */
export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((word, at) => Math.max(word.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  console.info(`\n${title}`);
  console.info(line(head));
  for (const row of rows) console.info(line(row));
}

export const three = (value: number): string => value.toFixed(3);
export const percentText = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const tallyHead = [
  '',
  'printed',
  'recall',
  'precision',
  'F1',
  'green',
  'green share',
  'wrong green',
  'per 10 000',
  '95 % at most',
];
export const tallyRow = (name: string, tally: Tally): readonly string[] => [
  name,
  String(tally.printed),
  three(tally.recall),
  three(tally.precision),
  three(tally.f1),
  String(tally.green),
  percentText(tally.greenShare),
  String(tally.wrongGreen),
  tally.wrongPerTenThousand.toFixed(1),
  tally.upperPerTenThousand.toFixed(1),
];
