import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TwinPage, TwinPair, TwinSearchStatus } from '../../../shared/contract/register-twins.ts';
import { useEngine } from '../../use-engine.ts';

const pageRows = 100;

/** What the newest search for twins found, page by page, and how far it has come. */
export function useTwins(): {
  readonly status: TwinSearchStatus | undefined;
  readonly pairs: readonly TwinPair[];
  /** There are more pairs than those that are here. */
  readonly hasMore: boolean;
  readonly fetchMore: () => void;
} {
  const engine = useEngine();
  const { data, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['registers/twins', {}],
    queryFn: ({ pageParam }): Promise<TwinPage> => engine.query('registers/twins', { from: pageParam, limit: pageRows }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
  const pairs = useMemo(() => data?.pages.flatMap((page) => page.pairs) ?? [], [data]);
  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return { status: data?.pages[0]?.status, pairs, hasMore: hasNextPage, fetchMore };
}
