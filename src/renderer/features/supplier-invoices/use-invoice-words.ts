import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { PageWords } from '../../../shared/base/page.ts';
import type { InvoicePage } from '../../../shared/domain/supplier-invoices/index.ts';
import { queryKey, useEngine } from '../../use-engine.ts';

/** More pages than this are not searched while typing. */
const mostPages = 20;

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
      queryFn: () => engine.query('supplier-invoices/words', { wordsSha256 }),
    })),
    combine,
  });
}
