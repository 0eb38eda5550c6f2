import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EInvoice, readEInvoice } from '../../src/shared/domain/e-invoices/index.ts';
import { isThere, sharedData } from '../conformance/shared-data.ts';
import { hybridPdf } from '../make/e-invoices/hybrid-pdf.ts';
import { wholeCii } from '../make/e-invoices/whole-cii.ts';
import { withoutPaths } from '../make/e-invoices/without-paths.ts';
import { aPdf } from './make-pages.ts';
import { type ReaderUnderTest, startReaderUnderTest } from './reader-under-test.ts';

let reader: ReaderUnderTest;
beforeAll(async () => {
  reader = await startReaderUnderTest();
});
afterAll(() => reader.stop());

async function carried(pdf: Uint8Array, name: string): Promise<Uint8Array | undefined> {
  const { replies } = await reader.ask({ kind: 'open', path: await reader.keep(pdf, name) });
  const [opened] = replies;
  return opened?.kind === 'opened' ? opened.invoiceXml : expect.unreachable(JSON.stringify(opened));
}
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

test('gives the invoice that a PDF carries, by its standard’s name for it, and else the only XML', async () => {
  expect(text(await carried(await hybridPdf({ name: 'factur-x.xml', text: wholeCii() }), 'a.pdf'))).toBe(wholeCii());
  expect(text(await carried(await hybridPdf({ name: 'min faktura.XML', text: '<a/>' }), 'b.pdf'))).toBe('<a/>');
  expect(await carried(await hybridPdf({ name: 'villkor.txt', text: 'hej' }), 'c.pdf')).toBeUndefined();
  expect(await carried(await aPdf(), 'd.pdf')).toBeUndefined();
});

// Published hybrid PDFs, each with the same invoice as UBL. The last is another version of its invoice.
const folder = join(sharedData, 'zugferd', 'pdf-with-ubl-truth');
const pdfs = isThere ? readdirSync(folder).filter((name) => name.endsWith('.pdf') && !name.startsWith('XRECHNUNG')) : [];
test.skipIf(!isThere)('what published hybrid PDFs carry says the same as the UBL beside them', async () => {
  for (const name of pdfs) {
    const ofPdf = termsOf(await carried(readFileSync(join(folder, name)), name));
    const ofUbl = termsOf(readFileSync(join(folder, name.replace('.pdf', '.ubl.xml'))));
    expect(ofPdf, name).toEqual(ofUbl);
  }
  expect(pdfs.length).toBeGreaterThan(10);
});

/** The terms that both syntaxes were given, numbers as numbers. */
function termsOf(bytes: Uint8Array | undefined): unknown {
  const read = readEInvoice(bytes ?? new Uint8Array());
  if (!read.ok) return read.error;
  const { specificationId: _, profileId: __, seller, buyer, lines, ...invoice }: EInvoice = read.value.invoice;
  const { ids, tradingName, ...sellerRest } = seller ?? { ids: [] };
  const { tradingName: ___, ...buyerRest } = buyer ?? {};
  const withoutGross = lines.map(({ price, ...line }) => ({ ...line, price: { ...price, gross: undefined } }));
  return comparable(withoutPaths({ ...invoice, seller: { ...sellerRest, id: ids[0] }, buyer: buyerRest, lines: withoutGross }));
}

/** Without empty terms and the currencies that CII leaves to be understood. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string') return value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([name, one]) => name !== 'currency' && one !== undefined && (one as { raw?: string }).raw !== '',
  );
  return Object.fromEntries(entries.map(([name, one]) => [name, comparable(one)]));
}
