import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { type FieldName, type Fields, fieldKinds, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { InvoicePage } from '../../../shared/domain/supplier-invoices/index.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { Crop } from '../../ui/crop.tsx';

/** Other values that were found for a field, each with its picture, for a list to pick from. */
export function alternativeChoices(name: FieldName, field: Fields[FieldName], pages: readonly InvoicePage[], t: Texts) {
  return field.alternatives.map((alternative, index) => {
    const at = pages.findIndex(({ page }) => page === alternative.page);
    const page = pages[at];
    return {
      key: `${index}`,
      text: showValue(fieldKinds[name], alternative.value),
      note: page === undefined ? '' : fill(t.invoice.page, { page: at + 1 }),
      picture: page !== undefined && alternative.box !== null && (
        <Crop
          source={blobAddress(page.imageSha256, { type: page.imageType })}
          ratio={page.heightPx / page.widthPx}
          box={alternative.box}
        />
      ),
    };
  });
}
