/** One line of the table. `ours` and `reference`: one figure for each run; where there is no bar, it is shown to compare with. */
export type Line = {
  readonly what: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly reference?: { readonly name: string; readonly figures: readonly number[] };
  readonly bars?: readonly Bar[];
};
/** `ratio`: ours against the reference's. */
export type Bar = { readonly of: 'ours' | 'ratio'; readonly is: 'at least' | 'at most' | 'below'; readonly figure: number };

export const atLeast = (figure: number): Bar => ({ of: 'ours', is: 'at least', figure });
export const atMost = (figure: number): Bar => ({ of: 'ours', is: 'at most', figure });
export const below = (figure: number): Bar => ({ of: 'ours', is: 'below', figure });
export const ratioAtLeast = (figure: number): Bar => ({ of: 'ratio', is: 'at least', figure });
export const ratioAtMost = (figure: number): Bar => ({ of: 'ratio', is: 'at most', figure });

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** Milliseconds of a clock that all processes of this computer share. */
export const sharedMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** The table: medians of the runs, and in brackets the lowest and the highest. */
export function tableOf(lines: readonly Line[]): string {
  const rows = [['what', 'ours', 'reference', 'ratio', 'bar'], ...lines.map(cellsOf)];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const asText = (row: readonly string[]): string => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  const [head = [], ...body] = rows;
  return [asText(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(asText)].join('\n');
}

function cellsOf({ what, unit, ours, reference, bars = [] }: Line): string[] {
  const ratio = reference === undefined ? Number.NaN : median(ours) / median(reference.figures);
  const met = bars.every((bar) => holds(bar, bar.of === 'ours' ? median(ours) : ratio));
  return [
    what,
    `${spread(ours)} ${unit}`,
    reference === undefined ? '' : `${reference.name}: ${spread(reference.figures)}`,
    reference === undefined ? '' : ratio.toFixed(2),
    bars.length === 0 ? '' : `${bars.map(sayBar).join(', ')}: ${met ? 'met' : 'MISSED'}`,
  ];
}

function holds({ is, figure }: Bar, value: number): boolean {
  if (is === 'at least') return value >= figure;
  return is === 'at most' ? value <= figure : value < figure;
}

const signs = { 'at least': '≥', 'at most': '≤', below: '<' } as const;
const sayBar = ({ of, is, figure }: Bar): string => `${of === 'ratio' ? 'ratio ' : ''}${signs[is]} ${figure}`;

function spread(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${short(median(values))}${values.length > 1 ? ` [${short(low)}–${short(high)}]` : ''}`;
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
