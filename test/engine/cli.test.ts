import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldNames } from '../../src/shared/domain/invoice-fields/index.ts';
import { anInvoicePdf } from '../make/documents.ts';
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
  expect((await cli('read', good, '--json')).status).toBe(0);
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
