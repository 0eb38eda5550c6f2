import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PageWords } from '../../../shared/base/page.ts';
import type { Engine } from '../../../shared/contract/engine.ts';
import type { InvoicePage } from '../../../shared/domain/supplier-invoices/index.ts';
import { queryKey, useEngine } from '../../use-engine.ts';

/** More pages than this are not searched while typing. */
const mostPages = 20;

/** The words of a page; those that are not on this computer are fetched. Null: they cannot be had now. */
export async function fetchWords(engine: Engine, wordsSha256: string): Promise<PageWords | null> {
  const held = await engine.query('supplier-invoices/words', { wordsSha256 });
  if (held !== null) return held;
  const fetched = await engine.task('blobs/fetch', { sha256: wordsSha256 }).catch(() => undefined);
  return fetched?.there ? engine.query('supplier-invoices/words', { wordsSha256 }) : null;
}

/** The words of an invoice's pages, by page number. */
export function useInvoiceWords(pages: readonly InvoicePage[]): ReadonlyMap<number, PageWords> {
  const engine = useEngine();
  const combine = useCallback(
    (answers: readonly { readonly data: PageWords | null | undefined }[]) =>
      new Map(
        answers.flatMap(({ data }, place): [number, PageWords][] => {
          const page = pages[place]?.page;
          return data && page !== undefined ? [[page, data]] : [];
        }),
      ),
    [pages],
  );
  return useQueries({
    queries: pages.slice(0, mostPages).map(({ wordsSha256 }) => ({
      queryKey: queryKey('supplier-invoices/words', { wordsSha256 }),
      queryFn: () => fetchWords(engine, wordsSha256),
      // Words that could not be had are asked for again.
      staleTime: ({ state }: { readonly state: { readonly data?: unknown } }) =>
        state.data === null ? 0 : Number.POSITIVE_INFINITY,
    })),
    combine,
  });
}
