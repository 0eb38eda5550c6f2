import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { attachedInvoice } from '../../src/main/reader/attached-invoice.ts';
import { validateFile } from '../../src/shared/domain/e-invoices/index.ts';
import { sharedData } from './shared-data.ts';
import type { JudgedFile } from './whole-files.ts';

/**
 * The same invoices once more, as CII within a PDF: what the published validators said of the UBL by EN 16931, and what ours says of the CII.
 * Rules about the syntax of UBL do not count.
 */
export async function judgeHybrids(): Promise<readonly JudgedFile[]> {
  const [, , ...lines] = readFileSync(join(sharedData, 'schematron-outcomes.tsv'), 'utf8').trim().split('\n');
  const twins = lines.flatMap((line) => {
    const [ubl = '', published = ''] = line.split('\t');
    const file = ubl.replace('.ubl.xml', '.pdf');
    return file.endsWith('.pdf') && existsSync(join(sharedData, file)) ? [{ file, published }] : [];
  });
  return Promise.all(
    twins.map(async ({ file, published }) => {
      const task = getDocument({ data: new Uint8Array(readFileSync(join(sharedData, file))), verbosity: 0 });
      const xml = await attachedInvoice(await task.promise);
      await task.destroy();
      const found = xml === undefined ? ['no invoice in the PDF'] : validateFile(xml).findings.map(({ rule }) => rule);
      return {
        file,
        expected: published.split(',').filter((rule) => rule.startsWith('BR-')),
        found: [...new Set(found)].toSorted(),
        leftOut: [],
      };
    }),
  );
}
