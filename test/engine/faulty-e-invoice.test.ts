import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aMail } from '../make/a-mail.ts';
import { pdfText } from '../make/documents/pdf-text.ts';
import { wholeInvoice } from '../make/e-invoices/whole-invoice.ts';
import { anEngine, sitDown, until } from '../make/engine.ts';
import { aFolder } from '../make/workspace.ts';

test('a faulty e-invoice that came by mail: gathered, told of rule by rule, sent back with a letter that lists them', async () => {
  using folder = aFolder();
  await using seat = await anEngine(folder.path);
  const { page } = seat;
  await sitDown(page);
  const bytes = wholeInvoice().replace('>1801.00<', '>1810.00<').replace('filename="a.csv"', 'filename="..\\a.csv.exe"');
  const mail = aMail([{ name: 'faktura.xml', type: 'application/xml', bytes }], { subject: 'Faktura å' });
  const takeIn = (name: string, text: string) => page.task('intake/take-in', { name, bytes: new TextEncoder().encode(text) });
  await takeIn('mejl.eml', mail);
  await takeIn('rätt.xml', wholeInvoice().replace('>F-1001<', '>F-2002<'));
  await takeIn('tomt.eml', aMail([]));
  expect(await takeIn('samma.eml', aMail([{ name: 'en gång till.xml', type: 'text/xml', bytes }]))).toMatchObject({
    alreadyReceived: true,
  });

  const faulty = () =>
    page.query('queue/list', {
      ...{ queue: 'all', sort: 'received', descending: false, after: null, limit: 10 },
      filter: 'status:att-verifiera e-faktura:felaktig kanal:e-post',
    });
  const [row] = await until(async () => {
    const { rows } = await faulty();
    return rows.length === 1 && rows;
  });
  const invoiceId = row?.id ?? expect.unreachable();
  const card = await page.query('supplier-invoices/card', { invoiceId });
  expect(card?.file?.mail).toMatchObject({ from: 'Säljaren AB <faktura@saljaren.example>', subject: 'Faktura å' });
  expect(card?.findings).toContainEqual({ code: 'breaks-rules', severity: 'warning', detail: { count: 1 } });
  expect(card?.invoice.judgement?.findings[0]).toMatchObject({ rule: 'BR-CO-16', path: '/Invoice/LegalMonetaryTotal' });
  const files = await until(async () => {
    const found = await page.query('intake/files', { limit: 10 });
    return found.every(({ state }) => state !== 'received') && found;
  });
  expect(Object.fromEntries(files.map(({ name, state, reason, mailSubject }) => [name, [reason ?? state, mailSubject]]))).toEqual(
    {
      'faktura.xml': ['read', 'Faktura å'],
      'rätt.xml': ['read', null],
      'tomt.eml': ['mail-without-files', 'Faktura'],
    },
  );

  const source = await page.query('e-invoices/source', { invoiceId });
  expect(source?.attachments).toEqual([{ name: '..\\a.csv.exe', sizeBytes: 1, kind: 'csv' }]);
  expect(source?.xml).toContain('<cbc:ID>F-1001</cbc:ID>');
  expect(await page.task('e-invoices/attachment', { invoiceId, place: 0 })).toMatchObject({
    fileName: '..a.csv.csv',
    kind: 'csv',
  });
  await expect(page.task('e-invoices/attachment', { invoiceId, place: 1 })).rejects.toMatchObject({ code: 'not-found' });

  const copy = await page.task('supplier-invoices/make-copy', { invoiceId });
  const copied = await pdfText(readFileSync(join(folder.path, 'blobs', copy.sha256.slice(0, 2), copy.sha256)));
  for (const text of ['Säljaren AB', 'Lasarettet', '30 dagar netto', '7350012345679', '1810.00 SEK', 'En bilaga', '362.50'])
    expect(copied).toContain(text);

  const told = { reason: 'breaks-rules', note: '', field: null, isDisputed: false, outcome: 'returns', returnsOn: null } as const;
  expect(await page.execute('supplier-invoices/report-fault', { invoiceId, ...told })).toMatchObject({ ok: true });
  for (const [language, sentence] of [
    ['sv', 'BR-CO-16 /Invoice/LegalMonetaryTotal Att betala'],
    ['en', 'BR-CO-16 /Invoice/LegalMonetaryTotal'],
  ] as const) {
    const letter = await page.task('supplier-invoices/make-fault-letter', { invoiceId, language });
    const written = await pdfText(readFileSync(join(folder.path, 'blobs', letter.sha256.slice(0, 2), letter.sha256)));
    expect(written.replace(/\s+/g, ' ')).toContain(sentence);
  }
  expect((await faulty()).rows).toEqual([]);

  const { today } = await page.query('session/read', {});
  const counted = await page.query('faults/figures', { fromDay: today, throughDay: today });
  expect(counted).toMatchObject({
    ...{ total: 1, byReason: [{ reason: 'breaks-rules', count: 1 }], files: [{ reason: 'mail-without-files', count: 1 }] },
    bySupplier: [{ name: 'Säljaren AB', count: 1, oftenest: 'breaks-rules' }],
  });
  expect(counted.byWay).toContainEqual({ channel: 'e-mail', isEInvoice: true, count: 1, files: 0, arrived: 1 });
  expect(counted.byMonth.at(-1)).toEqual({ month: today.slice(0, 7), count: 1, files: 1 });
});
