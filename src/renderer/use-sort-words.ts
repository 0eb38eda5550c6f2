import { useText } from './text/use-text.ts';
import type { SortWords } from './ui/data-table-column.ts';

/** What every table says of how it is sorted. */
export function useSortWords(): SortWords {
  const { ascending, descending, sortHint } = useText().queueScreen;
  return { ascending, descending, hint: sortHint };
}
