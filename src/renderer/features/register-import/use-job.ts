import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ExchangeJob, ExchangeRow, ExchangeRowsPage, RowMark } from '../../../shared/contract/register-exchange.ts';
import type { RowVerdict } from '../../../shared/domain/register-exchange/index.ts';
import { useEngine, useEngineQuery } from '../../use-engine.ts';

/** A dry run or an import, kept true by the engine's notices. `isGone`: the engine has started anew and knows nothing of it. */
export function useJob(jobId: string | null): { readonly job: ExchangeJob | undefined; readonly isGone: boolean } {
  const { data, isError } = useEngineQuery('exchange/job', { jobId: jobId ?? '' }, { when: jobId !== null, fresh: true });
  return { job: data, isGone: isError };
}

/** The rows that a tab shows. */
export const rowViews = ['all', 'new', 'changed', 'unchanged', 'wrong', 'requests', 'warnings'] as const;
export type RowView = (typeof rowViews)[number];
const askOf = (view: RowView): { readonly verdicts: RowVerdict[] | null; readonly mark: RowMark | null } =>
  view === 'all'
    ? { verdicts: null, mark: null }
    : view === 'requests' || view === 'warnings'
      ? { verdicts: null, mark: view }
      : { verdicts: [view], mark: null };

const pageRows = 200;

/** The judged rows of a job that stands still, page by page. */
export function useRows(jobId: string, view: RowView, when: boolean) {
  const engine = useEngine();
  const { data, fetchNextPage, hasNextPage, isFetching, isPending } = useInfiniteQuery({
    queryKey: ['exchange/rows', jobId, view],
    queryFn: ({ pageParam }): Promise<ExchangeRowsPage> =>
      engine.query('exchange/rows', { jobId, from: pageParam, limit: pageRows, ...askOf(view) }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    enabled: when,
  });
  const rows = useMemo<readonly ExchangeRow[]>(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { rows, fetchMore, isLoading: isPending };
}
