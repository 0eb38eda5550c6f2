import type { QueueRow } from '../../../shared/contract/engine.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useText } from '../../text/use-text.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { SmallTable } from '../../ui/small-table.tsx';

/** A supplier's newest invoices; each leads to its own. */
export function SupplierInvoiceList({ invoices }: { readonly invoices: readonly QueueRow[] }) {
  const t = useText();
  const go = useGo();
  if (invoices.length === 0) return <span>{t.suppliers.noInvoices}</span>;
  const { columns } = t.queueScreen;
  return (
    <SmallTable
      name={t.suppliers.invoices}
      heads={[columns.number, columns.invoiceDate, columns.state, columns.total]}
      right={[3]}
      rows={invoices.map(({ id, number, invoiceDay, queue, totalMinor, currency }) => [
        <LinkButton key="open" onClick={() => go({ at: 'invoice', invoiceId: id, view: anyView })}>
          {number ?? t.invoice.unnumbered}
        </LinkButton>,
        invoiceDay ?? t.common.none,
        t.queue[queue],
        totalMinor === null ? t.common.none : showAmount(totalMinor, currency),
      ])}
    />
  );
}
