import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueuePage, QueueRow } from '../../../shared/contract/engine.ts';
import type { QueueView } from '../../navigation.ts';
import { useEngine, useEngineQuery } from '../../use-engine.ts';
import { type PageAsked, pageAfter, pageBefore, pageRows, placeFor, type Stretch, startOf, wanted } from './queue-window.ts';
import { settleRows } from './settle-rows.ts';

/** So many pages are kept: what lies further off is fetched again when it comes into view. */
const mostPages = 8;
/** While one drags the scrollbar, rows are fetched so often. */
const jumpMs = 40;
/** A place that one has jumped to and left is forgotten after this long. */
const keptMs = 60_000;

export type QueueRows = {
  /** A stretch of the list, around what is in view. */
  readonly rows: readonly QueueRow[];
  /** Which row of the whole list the first one is. */
  readonly from: number;
  /** How many rows there are; of a filter with very many: those that have been come to. */
  readonly length: number;
  /** Rows that came since and are not shown yet. */
  readonly newCount: number;
  readonly showNew: () => void;
  readonly onView: (firstIndex: number, lastIndex: number) => void;
  readonly isLoading: boolean;
  /** What the calendar cannot tell that the filter asks. */
  readonly gap: QueuePage['gap'];
};

/** The rows of a queue around what is in view, wherever that is. They never move under the cursor. */
export function useQueueRows(view: QueueView): QueueRows {
  const engine = useEngine();
  const { queue, sort, descending, filter = '' } = view;
  const asked = { queue, sort, descending, filter };
  const name = `${queue} ${sort} ${descending} ${filter}`;
  const [at, jump] = usePlace(name);
  const { data, fetchNextPage, fetchPreviousPage, hasNextPage, hasPreviousPage, isFetching, isPending } = useInfiniteQuery({
    queryKey: ['queue/list', asked, at],
    queryFn: ({ pageParam }): Promise<QueuePage> =>
      engine.query('queue/list', {
        ...asked,
        after: null,
        before: null,
        at: null,
        ...placeOf(pageParam as PageAsked),
        limit: pageRows,
      }),
    initialPageParam: { at } as PageAsked,
    getNextPageParam: (page, _, asking) => pageAfter(page, asking as PageAsked),
    getPreviousPageParam: (page, _, asking) => pageBefore(page, asking as PageAsked),
    maxPages: mostPages,
    ...(at > 0 && { gcTime: keptMs }),
  });
  const { data: known } = useEngineQuery('queue/length', { queue, filter }, { fresh: true });
  const shown = useRef<{ readonly list: string; readonly from: number; readonly rows: readonly QueueRow[] }>(none);
  const [, setAsked] = useState(0);

  const list = `${name} ${at}`;
  const [first] = data?.pages ?? [];
  const from = first === undefined ? at : startOf((data?.pageParams[0] ?? { at }) as PageAsked, first);
  const fresh = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const before = shown.current.list === list ? shown.current : { from, rows: [] };
  const settled = settleRows(before.rows, fresh, Math.max(0, before.from - from));
  shown.current = { list, from, rows: settled.rows };
  const to = from + settled.rows.length;

  const inView = useRef<Stretch>({ from: at, to: at });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = () => {
    if (data === undefined || isFetching) return; // looked at again when it is here
    const wants = wanted({ from, to }, inView.current);
    if (wants === 'next' && hasNextPage) void fetchNextPage();
    if (wants === 'previous' && hasPreviousPage) void fetchPreviousPage();
    if (wants === 'elsewhere' && inView.current.to > 0)
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        jump(placeFor(inView.current));
      }, jumpMs);
  };
  useEffect(follow);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onView = (firstIndex: number, lastIndex: number) => {
    inView.current = { from: firstIndex, to: lastIndex };
    follow();
  };
  const showNew = useCallback(() => {
    shown.current = none;
    setAsked((times) => times + 1);
  }, []);
  const length = data !== undefined && !hasNextPage ? to : Math.max(known ?? 0, to);
  return { ...settled, from, length, showNew, onView, isLoading: isPending, gap: first?.gap ?? null };
}

const none = { list: '', from: 0, rows: [] };

function placeOf(asked: PageAsked) {
  if ('at' in asked) return asked.at === 0 ? {} : { at: asked.at };
  return 'after' in asked ? { after: asked.after } : { before: asked.before };
}

/** Where in a list one is: its beginning, until one jumps. Kept for when one comes back from a row. */
function usePlace(list: string): readonly [number, (at: number) => void] {
  const queries = useQueryClient();
  const [, setMoved] = useState(0);
  const key = ['queue-place', list];
  const jump = (at: number) => {
    queries.setQueryData(key, at);
    setMoved((times) => times + 1);
  };
  return [queries.getQueryData<number>(key) ?? 0, jump];
}
