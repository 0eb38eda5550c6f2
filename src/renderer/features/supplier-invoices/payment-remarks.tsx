import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { InvoiceControls } from '../../../shared/contract/supplier-control.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import type { PlausibilityCode } from '../../../shared/domain/supplier-control/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import { useEngineQuery } from '../../use-engine.ts';

/** What is to be known of an invoice before money goes out: the payee's controls, and what is out of the ordinary. */
export function PaymentRemarks({ invoiceId }: { readonly invoiceId: SupplierInvoiceId }) {
  const t = useText();
  const { data } = useEngineQuery('supplier-control/of-invoice', { invoiceId });
  const remarks = remarksOf(data ?? undefined);
  const holds = data?.holds ?? [];
  if (remarks.length === 0 && holds.length === 0) return null;
  return (
    <RecordSection title={t.online.beforePayment}>
      {holds.length > 0 && (
        <Notice kind="error">
          <strong>{t.supplierFacts.heldTitle}</strong>
          {holds.map((reason) => (
            <div key={reason}>{fill(t.held[reason], { reason: data?.blockedFor ?? '' })}</div>
          ))}
        </Notice>
      )}
      {remarks.map(({ code, severity, detail }) => (
        <Notice key={`${code} ${Object.values(detail).join(' ')}`} kind={kinds[severity]}>
          {fill(t.controlRemark[code], detail)}
        </Notice>
      ))}
    </RecordSection>
  );
}

const kinds = { stop: 'error', warning: 'warning', information: 'info' } as const;

const remarksOf = (controls: InvoiceControls | undefined) =>
  controls === undefined
    ? []
    : [...controls.payment, ...controls.plausibility.map((remark) => ({ ...remark, detail: inWords(remark) }))];

/** The figures that say how many; all others are amounts. */
const counts: { readonly [Code in PlausibilityCode]?: readonly string[] } = {
  'amount-unusual': ['invoices'],
  'split-under-limit': ['invoices'],
  'unusually-often': ['recent', 'usual'],
};

/** Amounts as people write them; how many there are, as it is. */
const inWords = ({ code, detail }: InvoiceControls['plausibility'][number]): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(detail).map(([name, figure]) => [
      name,
      counts[code]?.includes(name) ? String(figure) : showAmount(figure, 'SEK'),
    ]),
  );
