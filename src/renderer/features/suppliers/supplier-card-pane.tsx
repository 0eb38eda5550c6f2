import type { SupplierId } from '../../../shared/base/ids.ts';
import { showAmount, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useText } from '../../text/use-text.ts';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { LearnedPlaces } from './learned-places.tsx';

/** A supplier in the register: who it is, where it may be paid, its latest invoices. */
export function SupplierCardPane({ supplierId }: { readonly supplierId: SupplierId }) {
  const t = useText();
  const { data: card } = useEngineQuery('suppliers/card', { supplierId });
  if (!card) return null;
  const { supplier, paymentNumbers, invoices } = card;
  const { organisationNumber, vatNumber, street, postcode, city } = supplier;
  const address = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <RecordPane name={supplier.name} printedBy="">
      <RecordSection title={supplier.name}>
        <ValueList
          values={[
            {
              name: t.suppliers.organisationNumber,
              value: organisationNumber ? showValue('organisation-number', organisationNumber) : t.common.none,
            },
            { name: t.suppliers.vatNumber, value: vatNumber ?? t.common.none },
            { name: t.suppliers.address, value: address === '' ? t.common.none : address },
          ]}
        />
      </RecordSection>
      <RecordSection title={t.suppliers.payment}>
        {paymentNumbers.length === 0 ? (
          <span>{t.suppliers.noPayment}</span>
        ) : (
          <SmallTable
            name={t.suppliers.payment}
            heads={[t.suppliers.payment, '']}
            right={[]}
            rows={paymentNumbers.map(({ kind, number }) => [t.paymentNumber[kind], showValue(kind, number)])}
          />
        )}
      </RecordSection>
      <RecordSection title={t.learned.title}>
        <LearnedPlaces supplierId={supplier.id} />
      </RecordSection>
      <RecordSection title={t.suppliers.invoices}>
        {invoices.length === 0 ? (
          <span>{t.suppliers.noInvoices}</span>
        ) : (
          <SmallTable
            name={t.suppliers.invoices}
            heads={[
              t.queueScreen.columns.number,
              t.queueScreen.columns.invoiceDate,
              t.queueScreen.columns.state,
              t.queueScreen.columns.total,
            ]}
            right={[3]}
            rows={invoices.map(({ number, invoiceDay, queue, totalMinor, currency }) => [
              number ?? t.common.none,
              invoiceDay ?? t.common.none,
              t.queue[queue],
              totalMinor === null ? t.common.none : showAmount(totalMinor, currency),
            ])}
          />
        )}
      </RecordSection>
    </RecordPane>
  );
}
