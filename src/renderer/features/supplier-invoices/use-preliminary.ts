import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useSyncStatus } from '../../use-sync.ts';

/** Whether the invoice carries changes that the server has not answered. Asked only while something waits. */
export function usePreliminary(invoiceId: SupplierInvoiceId): boolean {
  const status = useSyncStatus();
  const waits = status?.kind === 'joined' && status.waiting > 0;
  const { data: outbox } = useEngineQuery('sync/outbox', { limit: 500 }, { when: waits });
  return waits && (outbox?.waiting.some(({ about }) => about?.entity === 'supplierInvoice' && about.id === invoiceId) ?? false);
}
