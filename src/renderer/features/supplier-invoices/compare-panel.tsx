import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { fieldKinds, fieldNames, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { invoiceName } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { PairTable } from '../../ui/pair-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PreviewPicture } from '../../ui/preview-picture.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useEngineQuery } from '../../use-engine.ts';

type Props = { readonly invoice: SupplierInvoice; readonly otherId: SupplierInvoiceId; readonly onClose: () => void };

/** The invoice beside the one that it may be the same as: what differs comes first, then both pictures. */
export function ComparePanel({ invoice, otherId, onClose }: Props) {
  const t = useText();
  const { data: card } = useEngineQuery('supplier-invoices/card', { invoiceId: otherId }, { fresh: true });
  const other = card?.invoice;
  return (
    <Panel title={t.compare.title} closeName={t.common.close} onClose={onClose}>
      {other === undefined ? (
        <p>{card === null ? t.invoice.gone : t.common.loading}</p>
      ) : (
        <Stack>
          <PairTable
            name={t.compare.title}
            heads={[t.compare.field, t.compare.thisOne, fill(t.compare.other, { state: t.invoiceState[other.state] })]}
            rows={rowsOf(invoice, other, t.compare)
              .map(({ name, ...row }) => ({ ...row, name: t.field[name] }))
              .sort((a, b) => Number(a.isSame) - Number(b.isSame))}
          />
          <Stack row>
            {[invoice, other].map((one) => {
              const page = one.pages[0];
              return (
                page !== undefined && (
                  <div key={one.id} style={{ flex: '1 1 140px' }}>
                    <PreviewPicture
                      source={blobAddress(page.imageSha256, { type: page.imageType })}
                      name={invoiceName(one, t)}
                      failedText={t.invoice.noImage}
                    />
                  </div>
                )
              );
            })}
          </Stack>
        </Stack>
      )}
    </Panel>
  );
}

/** Every field that either of the two has. */
function rowsOf(
  one: SupplierInvoice,
  other: SupplierInvoice,
  words: { readonly same: string; readonly differs: string; readonly none: string },
) {
  return fieldNames.flatMap((name) => {
    const [left, right] = [one.fields[name].value, other.fields[name].value];
    if (left === null && right === null) return [];
    const shown = (value: typeof left) => (value === null ? words.none : showValue(fieldKinds[name], value));
    const isSame = left === right;
    return [{ name, isSame, mark: isSame ? words.same : words.differs, left: shown(left), right: shown(right) }];
  });
}
