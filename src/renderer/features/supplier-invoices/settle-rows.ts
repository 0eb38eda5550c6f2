type Keyed = { readonly id: string };
type Settled<Row> = { readonly rows: readonly Row[]; readonly newCount: number };

/**
 * What to show when the list was fetched anew: the rows that stood there keep their order, those that left are dropped, later
 * pages are added at the end, and what would have pushed in among them waits until the clerk asks for it. `earlier`: so many rows are
 * those of a page before.
 */
export function settleRows<Row extends Keyed>(shown: readonly Row[], fresh: readonly Row[], earlier = 0): Settled<Row> {
  const freshById = new Map(fresh.map((row) => [row.id, row]));
  const kept = shown.flatMap(({ id }) => freshById.get(id) ?? []);
  if (kept.length === 0) return { rows: fresh, newCount: 0 };
  const keptIds = new Set(kept.map(({ id }) => id));
  const last = fresh.findLastIndex(({ id }) => keptIds.has(id));
  const first = fresh.findIndex(({ id }) => keptIds.has(id));
  const rows = [...fresh.slice(0, Math.min(earlier, first)), ...kept, ...fresh.slice(last + 1)];
  return { rows, newCount: fresh.length - rows.length };
}
