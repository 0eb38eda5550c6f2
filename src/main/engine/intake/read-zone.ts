import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { Box } from '../../../shared/base/page.ts';
import { EngineError, type ReadZone } from '../../../shared/contract/engine.ts';
import type { Zone } from '../../../shared/contract/reader.ts';
import type { FieldKind } from '../../../shared/domain/invoice-fields/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import { patiently } from './patience.ts';
import type { Readers } from './readers.ts';

type WantedZone = {
  readonly invoiceId: SupplierInvoiceId;
  readonly page: number;
  readonly box: Box;
  readonly kind: FieldKind;
  readonly harder: boolean;
};

/** What stands in a rectangle that a clerk drew on a page of an invoice. Throws EngineError `not-found`, and `failed` with the reader's code. */
export async function readZone(
  parts: Pick<EngineParts, 'store' | 'blobs' | 'fetchBlob'>,
  readers: Pick<Readers, 'readZonesNow'>,
  { invoiceId, page: number, box, kind, harder }: WantedZone,
): Promise<ReadZone> {
  const invoice = await parts.store.get('supplierInvoice', invoiceId);
  const page = invoice?.pages.find((one) => one.page === number);
  if (page === undefined || !(await parts.fetchBlob(page.imageSha256))) throw new EngineError('not-found');
  const zone: Zone = { box, alphabet: alphabets[kind], harder };
  const ask = () => readers.readZonesNow(parts.blobs.pathOf(page.imageSha256), [zone]);
  const outcome = await patiently(ask, { onReaderLost: () => {} });
  if (outcome.kind === 'failed') throw new EngineError('failed', outcome.code);
  const words = outcome.value.flat();
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sure = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0);
  return { text: words.map(({ text }) => text).join(' '), words, confidence: letters === 0 ? 0 : sure / letters };
}

/** What is expected in the place of a field of each kind. */
const alphabets: { readonly [Kind in FieldKind]: Zone['alphabet'] } = {
  text: 'text',
  'organisation-number': 'digits',
  'vat-number': 'text',
  day: 'day',
  digits: 'digits',
  bankgiro: 'digits',
  plusgiro: 'digits',
  iban: 'text',
  minor: 'amount',
  currency: 'text',
};
