import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { QueueCursor, QueuePage, QueueRow } from '../../../shared/contract/engine.ts';
import type { QueueView } from '../../navigation.ts';
import { useEngine } from '../../use-engine.ts';
import { settleRows } from './settle-rows.ts';

const pageRows = 100;

export type QueueRows = {
  readonly rows: readonly QueueRow[];
  /** Rows that came since and are not shown yet. */
  readonly newCount: number;
  readonly showNew: () => void;
  readonly fetchMore: () => void;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** What the calendar cannot tell that the filter asks. */
  readonly gap: QueuePage['gap'];
};

/** The rows of a queue, page by page. They never move under the cursor. */
export function useQueueRows(view: QueueView): QueueRows {
  const engine = useEngine();
  const { queue, sort, descending, filter = '' } = view;
  const asked = { queue, sort, descending, filter };
  const { data, fetchNextPage, hasNextPage, isFetching, isPending } = useInfiniteQuery({
    queryKey: ['queue/list', asked],
    queryFn: ({ pageParam }): Promise<QueuePage> => engine.query('queue/list', { ...asked, after: pageParam, limit: pageRows }),
    initialPageParam: null as QueueCursor | null,
    getNextPageParam: ({ next }) => next,
  });
  const shown = useRef<{ readonly view: string; readonly rows: readonly QueueRow[] }>({ view: '', rows: [] });
  const [, setAsked] = useState(0);

  const name = `${view.queue} ${view.sort} ${view.descending} ${view.filter ?? ''}`;
  const fresh = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const settled = settleRows(shown.current.view === name ? shown.current.rows : [], fresh);
  shown.current = { view: name, rows: settled.rows };

  const showNew = useCallback(() => {
    shown.current = { view: '', rows: [] };
    setAsked((times) => times + 1);
  }, []);
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { ...settled, showNew, fetchMore, hasMore: hasNextPage, isLoading: isPending, gap: data?.pages[0]?.gap ?? null };
}
