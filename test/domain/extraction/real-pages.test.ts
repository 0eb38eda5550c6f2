import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTextLayer } from '../../../src/main/reader/text-layer.ts';
import type { Day } from '../../../src/shared/base/day.ts';
import { asPageWords } from '../../../src/shared/base/page.ts';
import { proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { type FieldName, fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';

/** Pages that nobody in this project made; they lie beside the repository and are not kept in it. */
const folder = resolve(import.meta.dirname, '../../../../shared/data');
const present = existsSync(folder);
if (!present) console.info(`Skipped: no pages in ${folder}`);

async function proposalsOf(path: string) {
  const layer = await openTextLayer(readFileSync(resolve(folder, path)));
  const words = (await layer.wordsOf(1)) ?? [];
  await layer.close();
  const page = asPageWords({ page: 1, widthPx: 595, heightPx: 842, textSource: 'text-layer', words });
  return proposeDocuments([page], { suppliers: [], today: '2026-11-22' as Day }).documents;
}

describe.skipIf(!present)('real invoices with a text layer', () => {
  test.each<readonly [string, Partial<Record<FieldName, string | number>>]>([
    [
      'sfti-swedish/svefaktura-1.0/artikelfaktura.pdf',
      {
        supplierName: 'Moderna Produkter AB',
        organisationNumber: '5565626578',
        invoiceNumber: '1',
        invoiceDate: '2003-09-11',
        dueDate: '2003-10-11',
        bankgiro: '4624581',
        netMinor: 622_500,
        vatMinor: 155_625,
        roundingMinor: 25,
        totalMinor: 778_150,
        currency: 'SEK',
        purchaseOrderNumber: '50',
      },
    ],
    [
      'invoice2data/AmazonWebServices.pdf',
      { invoiceNumber: '42183017', invoiceDate: '2014-08-03', totalMinor: 411, currency: 'USD' },
    ],
    [
      'invoice2data/AzureInterior.pdf',
      {
        invoiceNumber: 'INV/2023/03/0008',
        invoiceDate: '2023-03-20',
        dueDate: '2023-04-04',
        netMinor: 26_290,
        vatMinor: 1_694,
        totalMinor: 27_984,
        currency: 'USD',
      },
    ],
    [
      'invoice2data/coolblue1.pdf',
      {
        supplierName: 'Coolblue B.V',
        vatNumber: 'NL810433941B01',
        iban: 'NL50INGB0683251309',
        invoiceNumber: '993548900',
        invoiceDate: '2014-04-19',
        netMinor: 59_336,
        totalMinor: 71_797,
        currency: 'EUR',
      },
    ],
    [
      'invoice2data/saeco.pdf',
      {
        invoiceNumber: 'VF1005193039',
        invoiceDate: '2022-09-08',
        dueDate: '2022-09-22',
        netMinor: 4_131,
        vatMinor: 868,
        totalMinor: 4_999,
        currency: 'EUR',
      },
    ],
    [
      'invoice2data/SammyMaystoneLinesTest.pdf',
      {
        invoiceNumber: 'invoice_number_1',
        invoiceDate: '2022-01-01',
        dueDate: '2022-01-31',
        totalMinor: 12_750,
        currency: 'USD',
      },
    ],
  ])('%s', async (path, wanted) => {
    const [proposal] = await proposalsOf(path);
    const names = fieldNames.filter((name) => name in wanted);
    expect(Object.fromEntries(names.map((name) => [name, proposal?.fields[name].value]))).toEqual(wanted);
  });

  test('Swedish papers that are no invoices pass without a fault', async () => {
    const papers = readdirSync(resolve(folder, 'swedish-documents')).filter((name) => name.endsWith('.pdf'));
    for (const paper of papers) {
      const [proposal] = await proposalsOf(`swedish-documents/${paper}`);
      expect(proposal?.documentType, paper).toBe('other');
    }
  });
});
