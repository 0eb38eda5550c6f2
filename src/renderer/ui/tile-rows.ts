/** A stretch of one section's tiles on a line: from `first` up to `end`. */
export type TileStretch = {
  readonly section: number;
  readonly first: number;
  readonly end: number;
  /** The section starts here, so its heading stands over it. */
  readonly isStart: boolean;
};
/** A line of a contact sheet. */
export type TileRow = readonly TileStretch[];

/** The lines of a sheet whose sections hold so many tiles each: short sections stand beside each other, a long one goes on below. */
export function tileRows(counts: readonly number[], columns: number): readonly TileRow[] {
  const rows: TileStretch[][] = [];
  let next = 0;
  let used = columns;
  counts.forEach((count, section) => {
    if (count > columns - used) used = columns;
    for (let done = 0; done < count; ) {
      if (used === columns) {
        rows.push([]);
        used = 0;
      }
      const taken = Math.min(columns - used, count - done);
      rows.at(-1)?.push({ section, first: next, end: next + taken, isStart: done === 0 });
      next += taken;
      done += taken;
      used += taken;
    }
  });
  return rows;
}

/** The tile that a key leads to: along the reading order, or straight up and down; undefined for other keys. */
export function tileTo(
  key: string,
  { rows, active, pageRows }: { readonly rows: readonly TileRow[]; readonly active: number; readonly pageRows: number },
): number | undefined {
  const lines = rows.map((row) => ({ first: row[0]?.first ?? 0, end: row.at(-1)?.end ?? 1 }));
  const last = (lines.at(-1)?.end ?? 1) - 1;
  const at = lineOf(rows, active);
  const column = active - (lines[at]?.first ?? 0);
  const inLine = (line: number): number => {
    const { first, end } = lines[Math.max(0, Math.min(lines.length - 1, line))] ?? { first: 0, end: 1 };
    return Math.min(first + column, end - 1);
  };
  const to: Partial<Record<string, number>> = {
    ArrowRight: Math.min(last, active + 1),
    ArrowLeft: Math.max(0, active - 1),
    ArrowDown: at === lines.length - 1 ? active : inLine(at + 1),
    ArrowUp: at <= 0 ? active : inLine(at - 1),
    PageDown: inLine(at + pageRows),
    PageUp: inLine(at - pageRows),
    Home: 0,
    End: last,
  };
  return to[key];
}

/** The line that a tile stands on. */
export const lineOf = (rows: readonly TileRow[], tile: number): number =>
  rows.findIndex((row) => row.some(({ first, end }) => first <= tile && tile < end));
