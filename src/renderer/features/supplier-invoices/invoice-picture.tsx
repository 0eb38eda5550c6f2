import { useState } from 'react';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSession } from '../../session.ts';
import type { Zoom } from '../../ui/page-picture.tsx';
import { useStored } from '../../use-stored.ts';
import { PagePane } from './page-pane.tsx';
import { useInvoiceWords } from './use-invoice-words.ts';

/** The pages of an invoice, to look at. */
export function InvoicePicture({ invoice }: { readonly invoice: SupplierInvoice }) {
  const { person } = useSession();
  const [place, setPlace] = useState(0);
  const [zoom, setZoom] = useStored<Zoom>(`zoom.${person.id}`, 'width');
  const words = useInvoiceWords(invoice.pages);
  const page = invoice.pages[place];
  return (
    <PagePane
      facts={invoice}
      place={place}
      onPlace={setPlace}
      focused={undefined}
      matches={[]}
      words={(page && words.get(page.page)?.words) ?? []}
      zoom={zoom}
      onZoom={setZoom}
    />
  );
}
