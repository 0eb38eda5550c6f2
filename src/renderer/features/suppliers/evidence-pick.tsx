import type { SourceFileId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { type AskedPixels, wholePage } from '../../../shared/domain/register-changes/index.ts';
import { showFullMoment } from '../../formats.ts';
import { PagePixels } from '../../register-card/page-pixels.tsx';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';

/** The page of a letter or an invoice that somebody has pointed out. */
export type PickedPage = { readonly fileId: SourceFileId; readonly page: number };
const newestFiles = 100;

type Props = {
  readonly source: 'letter' | 'invoice';
  /** The invoice that it stands on; '': none is chosen. */
  readonly invoiceId: SupplierInvoiceId | '';
  /** The payment number that is asked for; '' of other changes. */
  readonly number: string;
  readonly picked: PickedPage | null;
  readonly onPick: (picked: PickedPage | null) => void;
};

/** Points out the page that a change builds on, among those that were taken in, and shows where on it the number stands. */
export function EvidencePick({ source, invoiceId, number, picked, onPick }: Props) {
  const t = useText();
  const words = t.sourcePixels;
  const { data: files = [] } = useEngineQuery('intake/files', { limit: newestFiles }, { when: source === 'letter' });
  const { data: card } = useEngineQuery(
    'supplier-invoices/card',
    { invoiceId: invoiceId as SupplierInvoiceId },
    { when: source === 'invoice' && invoiceId !== '' },
  );
  const fileId = picked?.fileId;
  const { data: sheet } = useEngineQuery(
    'intake/pages',
    { fileId: fileId as SourceFileId },
    { when: fileId !== undefined, fresh: true },
  );
  const pixels = useAskedPixels(picked, number);
  const ofInvoice = card?.invoice;
  const letters = files.filter(({ state }) => state === 'read');
  if (source === 'invoice' && ofInvoice === undefined) return null;
  const isRead = ({ image }: { readonly image: unknown }) => image !== null;
  const pages =
    source === 'invoice'
      ? (ofInvoice?.pages ?? []).map(({ page }) => page)
      : (sheet?.pages ?? []).filter(isRead).map(({ page }) => page);
  const image = sheet?.pages.find(({ page }) => page === picked?.page)?.image;
  return (
    <>
      {source === 'letter' && (
        <SelectInput<SourceFileId | ''>
          label={words.letter}
          value={fileId ?? ''}
          choices={[
            { value: '', text: words.none },
            ...letters.map(({ id, name, receivedAtMs }) => ({
              value: id,
              text: fill(words.letterChoice, { name, at: showFullMoment(receivedAtMs) }),
            })),
          ]}
          onChange={(id) => onPick(id === '' ? null : { fileId: id, page: 1 })}
        />
      )}
      {(source === 'invoice' || picked !== null) && (
        <SelectInput
          label={words.page}
          value={String(picked?.page ?? '')}
          choices={[
            ...(source === 'invoice' ? [{ value: '', text: words.none }] : []),
            ...pages.map((page) => ({ value: String(page), text: fill(words.pageChoice, { page }) })),
          ]}
          onChange={(page) => {
            const of = source === 'invoice' ? ofInvoice?.fileId : fileId;
            onPick(page === '' || of === undefined ? null : { fileId: of, page: Number(page) });
          }}
        />
      )}
      {pixels !== undefined && image != null && (
        <>
          {number !== '' && pixels.text === '' && <Notice kind="info">{words.notFound}</Notice>}
          <PagePixels
            name={words.shown}
            source={blobAddress(image.sha256, { type: image.type })}
            ratio={image.heightPx / image.widthPx}
            box={pixels.box}
          />
        </>
      )}
    </>
  );
}

/** Where on the page it stands: where the number is found, else the whole page. Undefined: no page, or it is being looked for. */
export function useAskedPixels(picked: PickedPage | null, number: string): AskedPixels | undefined {
  const looked = picked !== null && number.trim() !== '';
  const { data: found } = useEngineQuery(
    'register-changes/place-on-page',
    { fileId: picked?.fileId as SourceFileId, page: picked?.page ?? 1, number: number.trim() },
    { when: looked, fresh: true }, // the place of another number is no place of this one
  );
  if (picked === null || (looked && found === undefined)) return undefined;
  return { ...picked, ...(found ?? { box: wholePage, text: '' }) };
}
