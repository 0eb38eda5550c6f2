import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { SmallTable } from '../../ui/small-table.tsx';

type Props = { readonly invoice: Pick<SupplierInvoice, 'vat' | 'lines'>; readonly open?: boolean };

/** VAT by rate and the lines of the invoice, folded until wanted. */
export function VatAndLines({ invoice: { vat, lines }, open = false }: Props) {
  const t = useText();
  const amount = (value: number | null) => (value === null ? t.common.none : showAmount(value));
  return (
    <>
      {vat.length > 0 && (
        <Disclosure title={t.invoice.vat} startsOpen={open}>
          <SmallTable
            name={t.invoice.vat}
            heads={[t.invoice.rate, t.invoice.base, t.invoice.vatAmount]}
            right={[0, 1, 2]}
            rows={vat.map(({ ratePercent, baseMinor, vatMinor }) => [`${ratePercent} %`, amount(baseMinor), amount(vatMinor)])}
          />
        </Disclosure>
      )}
      {lines.length > 0 && (
        <Disclosure title={fillPlural(t.invoice.lines, lines.length)} startsOpen={false}>
          <SmallTable
            name={fillPlural(t.invoice.lines, lines.length)}
            heads={[t.invoice.description, t.invoice.quantity, t.invoice.unitPrice, t.invoice.rate, t.invoice.amount]}
            right={[1, 2, 3, 4]}
            rows={lines.map(({ description, quantity, unitPriceMinor, ratePercent, amountMinor }) => [
              description,
              quantity === null ? t.common.none : quantity.toLocaleString(t.locale),
              amount(unitPriceMinor),
              ratePercent === null ? t.common.none : `${ratePercent} %`,
              amount(amountMinor),
            ])}
          />
        </Disclosure>
      )}
    </>
  );
}
