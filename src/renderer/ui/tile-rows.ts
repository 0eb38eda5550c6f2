/** A line of a contact sheet: the heading of a section, or tiles from `first` up to `end`. */
export type TileRow =
  | { readonly kind: 'heading'; readonly section: number }
  | { readonly kind: 'tiles'; readonly first: number; readonly end: number };

/** The lines of a sheet whose sections hold so many tiles each. */
export function tileRows(counts: readonly number[], columns: number): readonly TileRow[] {
  let next = 0;
  return counts.flatMap((count, section) => {
    const rows: TileRow[] = [{ kind: 'heading', section }];
    for (let done = 0; done < count; done += columns) {
      const end = next + Math.min(columns, count - done);
      rows.push({ kind: 'tiles', first: next, end });
      next = end;
    }
    return rows;
  });
}

/** The tile that a key leads to: along the reading order, or straight up and down; undefined for other keys. */
export function tileTo(
  key: string,
  { rows, active, pageRows }: { readonly rows: readonly TileRow[]; readonly active: number; readonly pageRows: number },
): number | undefined {
  const lines = rows.filter((row) => row.kind === 'tiles');
  const last = (lines.at(-1)?.end ?? 1) - 1;
  const at = lines.findIndex(({ first, end }) => first <= active && active < end);
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
