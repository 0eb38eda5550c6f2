import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { QueueRow } from '../../../shared/contract/engine.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import type { QueueView } from '../../navigation.ts';
import { queryKey, useEngine } from '../../use-engine.ts';
import { fetchWords } from './use-invoice-words.ts';
import { useQueueRows } from './use-queue-rows.ts';

/** So many that come next are fetched beforehand: card, words, and pictures. */
const fetchedAhead = 2;

/** The invoices before and after this one in the queue that it was opened from, also when it has left the queue itself. */
export function useNeighbours(view: QueueView, invoiceId: SupplierInvoiceId) {
  const { rows, from, length, onView } = useQueueRows(view);
  const lastPlace = useRef(0);
  const found = rows.findIndex(({ id }) => id === invoiceId);
  if (found >= 0) lastPlace.current = found;
  const place = lastPlace.current;
  const after = found >= 0 ? place + 1 : place;
  const upcoming = rows.slice(after, after + fetchedAhead);
  useFetchAhead(upcoming);
  // Those around it are fetched as if it stood in a list in view.
  const index = from + Math.min(place, rows.length);
  const look = useRef(onView);
  look.current = onView;
  useEffect(() => look.current(index, index), [index]);
  return { previous: rows[place - 1], next: rows[after], place: found < 0 ? found : from + found, count: length };
}

function useFetchAhead(rows: readonly QueueRow[]): void {
  const engine = useEngine();
  const queries = useQueryClient();
  const ids = rows.map(({ id }) => id).join(' ');
  useEffect(() => {
    const fetchOne = async (invoiceId: string) => {
      const card = await queries.fetchQuery({
        queryKey: queryKey('supplier-invoices/card', { invoiceId }),
        queryFn: () => engine.query('supplier-invoices/card', { invoiceId }),
      });
      for (const { wordsSha256, imageSha256, imageType } of card?.invoice.pages.slice(0, 3) ?? []) {
        void queries.prefetchQuery({
          queryKey: queryKey('supplier-invoices/words', { wordsSha256 }),
          queryFn: () => fetchWords(engine, wordsSha256),
        });
        const image = new Image();
        image.src = blobAddress(imageSha256, { type: imageType });
        image.decode?.().catch(() => {});
      }
    };
    // After the invoice in view has what it needs itself.
    const timer = setTimeout(() => {
      for (const id of ids.split(' ')) if (id !== '') fetchOne(id).catch(() => {});
    }, 250);
    return () => clearTimeout(timer);
  }, [ids, queries, engine]);
}
