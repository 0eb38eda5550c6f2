import { useRef } from 'react';
import type { QueueRow } from '../../../shared/contract/engine.ts';

/** The rows that are chosen, also those that have been scrolled past and are no longer here; but for those that have left the list. */
export function useChosenRows(rows: readonly QueueRow[], from: number, chosen: ReadonlySet<string>): readonly QueueRow[] {
  const seen = useRef(new Map<string, { readonly row: QueueRow; readonly index: number }>());
  const beyond = [...seen.current].filter(([id, { index }]) => chosen.has(id) && (index < from || index >= from + rows.length));
  const here = rows.flatMap((row, place) => (chosen.has(row.id) ? [[row.id, { row, index: from + place }] as const] : []));
  seen.current = new Map([...beyond, ...here]);
  return [...seen.current.values()].map(({ row }) => row);
}
