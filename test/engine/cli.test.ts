import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldNames } from '../../src/shared/domain/invoice-fields/index.ts';
import { anInvoicePdf } from '../make/documents.ts';
import { hybridPdf } from '../make/e-invoices/hybrid-pdf.ts';
import { wholeCii } from '../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../make/e-invoices/whole-invoice.ts';
import { aFolder } from '../make/workspace.ts';

const entry = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url));

const cli = (...args: string[]): Promise<{ status: number; lines: unknown[]; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], (error, stdout, stderr) => {
      const lines = stdout
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as unknown);
      resolve({ status: Number(error?.code ?? 0), lines, stdout, stderr });
    });
  });

/** The shape that others build on: it may grow, and never change. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable();
const field = z.object({
  value: z.union([z.string(), z.int()]).nullable(),
  raw: z.string(),
  state: z.enum(['safe', 'check', 'error', 'missing', 'absent']),
  confidence: z.number().min(0).max(1),
  page: z.int().nullable(),
  box,
  source: z.string().nullable(),
  evidence: z.array(z.looseObject({ kind: z.string() })),
  alternatives: z.array(z.looseObject({ value: z.union([z.string(), z.int()]) })),
});
const readLine = z.strictObject({
  file: z.string(),
  documents: z.array(
    z.strictObject({
      pages: z.array(z.int()),
      appendixPages: z.array(z.int()),
      documentType: z.enum(['invoice', 'credit_note', 'reminder', 'collection_demand', 'other']),
      fields: z.strictObject(Object.fromEntries(fieldNames.map((name) => [name, field]))),
      lines: z.array(
        z.strictObject({
          description: z.string(),
          quantity: z.number().nullable(),
          unitPriceMinor: z.int().nullable(),
          ratePercent: z.number().nullable(),
          amountMinor: z.int().nullable(),
          page: z.int().nullable(),
          box,
        }),
      ),
      vat: z.array(z.strictObject({ ratePercent: z.number(), baseMinor: z.int().nullable(), vatMinor: z.int().nullable() })),
    }),
  ),
  dropped: z.array(z.strictObject({ page: z.int(), why: z.enum(['blank', 'separator']) })),
  pages: z.array(
    z.strictObject({
      page: z.int(),
      flags: z.array(z.string()),
      codes: z.array(z.strictObject({ format: z.string(), text: z.string(), box: box.unwrap() })),
    }),
  ),
  timingsMs: z.record(z.string(), z.number()),
  eInvoice: z
    .strictObject({
      syntax: z.string(),
      profile: z.string(),
      specification: z.string().nullable(),
      leftOver: z.array(z.strictObject({ path: z.string(), raw: z.string() })),
    })
    .optional(),
});

test('read prints one line a file, in order, and says by its status whether all could be read', async () => {
  using folder = aFolder();
  const [good, bad, gone] = ['bra.pdf', 'dålig.jpg', 'borta.pdf'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(good, await anInvoicePdf());
  await writeFile(bad, 'no picture');
  const { status, lines } = await cli('read', bad, good, gone, '--json');
  expect(status).toBe(1);
  expect(lines[0]).toEqual({ file: bad, error: { code: 'unknown-type', message: expect.any(String) } });
  const line = readLine.parse(lines[1]);
  expect(line.documents[0]?.fields).toMatchObject({
    supplierName: { value: 'Exempelbolaget AB' },
    invoiceNumber: { value: '10045' },
    organisationNumber: { value: '5566778899' },
    bankgiro: { value: '9912346' },
    ocrReference: { value: '10023489' },
    totalMinor: { value: 125_000 },
    netMinor: { value: 100_000 },
    vatMinor: { value: 25_000 },
    dueDate: { value: '2026-12-02' },
    currency: { value: 'SEK' },
  });
  expect(lines[2]).toMatchObject({ file: gone, error: { code: 'file-gone' } });

  const [xml, hybrid, own, dtd] = ['e.xml', 'hybrid.pdf', 'egen.xml', 'dtd.xml'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
    string,
  ];
  await writeFile(xml, wholeInvoice());
  await writeFile(hybrid, await hybridPdf({ name: 'factur-x.xml', text: wholeCii() }));
  await writeFile(own, wholeInvoice().replace('urn:cen.eu:en16931:2017', 'urn:example:own'));
  await writeFile(dtd, '<!DOCTYPE Invoice><Invoice/>');
  const electronic = await cli('read', xml, hybrid, own, dtd, '--json');
  const [ofXml, ofPdf, ofOwn] = electronic.lines.slice(0, 3).map((one) => readLine.parse(one));
  expect(ofXml).toMatchObject({ eInvoice: { syntax: 'ubl-invoice', profile: 'peppol-bis-billing-3', leftOver: [] }, pages: [] });
  expect(ofXml?.documents[0]?.fields).toMatchObject({
    invoiceNumber: { value: 'F-1001', state: 'safe', source: '/Invoice/ID', evidence: [{ kind: 'file', ref: '/Invoice/ID' }] },
    supplierName: { value: 'Säljaren AB', state: 'check' },
  });
  expect(ofPdf).toMatchObject({
    eInvoice: { syntax: 'cii' },
    documents: [{ pages: [1], fields: { totalMinor: { value: 187_500 } } }],
  });
  expect(ofOwn).toMatchObject({ eInvoice: { profile: 'unknown', specification: expect.stringMatching(/^urn:example/) } });
  expect(ofOwn?.documents[0]?.fields).toMatchObject({ totalMinor: { value: 180_100 } });
  expect(electronic.lines[3]).toMatchObject({ file: dtd, error: { code: 'document-type' } });
  expect(electronic.status).toBe(1);
});

test('what is not understood gives the usage, and backups of nothing are refused', async () => {
  using folder = aFolder();
  expect(await cli()).toMatchObject({ status: 2, stdout: expect.stringContaining('Usage') });
  expect(await cli('backup', '--workspace', folder.path, '--to', join(folder.path, 'b'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no workspace'),
  });
  expect(await cli('restore', '--from', folder.path, '--workspace', join(folder.path, 'w'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no-backup'),
  });
});

/** Invoices of one supplier whose layout names the buyer's reference as nobody else does. */
const references = ['Karin Ek', 'Olle By', 'Siv Alm'];
async function threeOfOne(folder: string): Promise<readonly string[]> {
  await mkdir(join(folder, 'in', 'djupare'), { recursive: true });
  const files = ['in/a.pdf', 'in/b.pdf', 'in/djupare/c.pdf'].map((name) => join(folder, name));
  for (const [place, file] of files.entries()) {
    const reference = references[place] ?? '';
    await writeFile(file, await anInvoicePdf({ number: String(10_045 + place), reference, referenceLabel: 'Kontakt kund' }));
  }
  await writeFile(join(folder, 'in', 'anteckning.txt'), 'no picture');
  return files;
}
const said = {
  organisationNumber: '556677-8899',
  supplierName: 'Exempelbolaget AB',
  bankgiro: '991-2346',
  invoiceNumber: '10045',
};
const learnedLine = z.looseObject({
  file: z.string(),
  documents: z.array(z.looseObject({ fields: z.record(z.string(), field) })),
});

test('read of a folder learns first from corrections, in whatever form they come, and says which one a value is from', async () => {
  using folder = aFolder();
  const files = await threeOfOne(folder.path);
  const folderIn = join(folder.path, 'in');
  const plain = await cli('read', folderIn, '--json');
  const read = plain.lines.map((line) => learnedLine.parse(line));
  expect(read.map(({ file }) => file)).toEqual(files); // sorted, with the sub-folder, without the note
  expect(read.map(({ documents }) => documents[0]?.fields.buyerReference?.value)).not.toContain('Olle By');

  // A line a file, values bare and as they are typed; the file is found by its name.
  const lines = join(folder.path, 'rättat.jsonl');
  const fields = { ...said, buyerReference: 'Karin Ek' };
  await writeFile(lines, `${JSON.stringify({ file: 'elsewhere/a.pdf', documents: [{ fields }] })}\n\n`);
  const learned = await cli('read', folderIn, '--json', '--learn', lines);
  expect(learned.status).toBe(0);
  const after = learned.lines.map((line) => learnedLine.parse(line));
  expect(after.map(({ file }) => file)).toEqual(files);
  expect(after.map(({ documents }) => documents[0]?.fields.buyerReference?.value)).toEqual(references);
  const evidence = after[1]?.documents[0]?.fields.buyerReference?.evidence;
  expect(evidence).toContainEqual({ kind: 'learned', ref: 'a.pdf: buyerReference' });

  // An array in the shape of the output, with the place; the corrected file is not in the folder and is printed too, first.
  const array = join(folder.path, 'rättat.json');
  const [own] = after;
  await writeFile(array, JSON.stringify([{ ...own, file: 'in/a.pdf' }]));
  const again = await cli('read', join(folderIn, 'b.pdf'), '--json', '--learn', array);
  expect(again.lines.map((line) => learnedLine.parse(line).file)).toEqual([join(folder.path, 'in', 'a.pdf'), files[1]]);
  expect(learnedLine.parse(again.lines[1]).documents[0]?.fields.buyerReference?.value).toBe('Olle By');
});

test('read takes a register in a file, and refuses corrections that are none', async () => {
  using folder = aFolder();
  const [first = ''] = await threeOfOne(folder.path);
  const suppliers = join(folder.path, 'register.json');
  await writeFile(
    suppliers,
    JSON.stringify([{ name: 'Exempelbolaget AB', organisationNumber: '556677-8899', bankgiros: ['9912346'] }]),
  );
  const { lines } = await cli('read', first, '--json', '--suppliers', suppliers);
  expect(learnedLine.parse(lines[0]).documents[0]?.fields.supplierName?.evidence).toContainEqual(
    expect.objectContaining({ kind: 'register' }),
  );

  const bad = join(folder.path, 'fel.jsonl');
  await writeFile(bad, '{"file": "a.pdf", "documents": [{"fields": {"invoiceNumber": {"value": [1]}}}]}');
  expect(await cli('read', first, '--learn', bad)).toMatchObject({
    status: 2,
    lines: [],
    stderr: expect.stringContaining('entry 1'),
  });
  await writeFile(bad, '{"file": "a.pdf"');
  expect(await cli('read', first, '--learn', bad)).toMatchObject({ status: 2, stderr: expect.stringContaining('line 1') });
});
