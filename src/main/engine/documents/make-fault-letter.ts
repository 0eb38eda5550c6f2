import { type Day, dayInSweden } from '../../../shared/base/day.ts';
import type { PersonId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { EngineError, type MadeCopy } from '../../../shared/contract/engine.ts';
import type { Judgement } from '../../../shared/domain/e-invoices/index.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { addressOn } from '../../../shared/domain/party-facts/index.ts';
import type { InvoiceFault, SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { Supplier } from '../../../shared/domain/suppliers/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import { letterWords } from './fault-letter-words.ts';
import { fileNameOf } from './file-name.ts';
import { black, grey, newDocument, paper, wrapped } from './paper.ts';

type Language = keyof typeof letterWords;
const letters = 10.5;
const lineHeight = 15;

/**
 * A letter to the supplier about what is wrong with an invoice (brev till leverantör), as a PDF. It is kept as a blob, and the history notes
 * that it was made. One whose identity is protected gets no address on it.
 *
 * Throws `not-found` where there is no such invoice, or nothing is wrong with it.
 */
export async function makeFaultLetter(
  parts: EngineParts,
  invoiceId: SupplierInvoiceId,
  language: Language,
  by: PersonId,
): Promise<MadeCopy> {
  const invoice = await parts.store.get('supplierInvoice', invoiceId);
  if (invoice?.fault === undefined) throw new EngineError('not-found');
  const supplier = invoice.supplierId === undefined ? undefined : await parts.store.get('supplier', invoice.supplierId);
  const writer = (await parts.store.get('person', by))?.name ?? '';
  const made = new Date(parts.clock());
  const today = dayInSweden(parts.clock());
  const words = letterWords[language];
  const { pdf, fonts } = await newDocument(parts.resources, words.title, made);
  pdf.setLanguage(language);

  let sheet = pdf.addPage([paper.width, paper.height]);
  let y = paper.height - 60;
  const width = paper.width - 2 * 70;
  const write = (text: string, { bold = false, muted = false, gap = 0 } = {}) => {
    const font = bold ? fonts.bold : fonts.plain;
    for (const part of text.split('\n').flatMap((line) => wrapped(line, font, letters, width))) {
      if (y < 70) {
        sheet = pdf.addPage([paper.width, paper.height]);
        y = paper.height - 60;
      }
      sheet.drawText(part, { x: 70, y, size: letters, font, color: muted ? grey : black });
      y -= lineHeight;
    }
    y -= gap;
  };
  for (const line of letterLines(invoice, invoice.fault, supplier, { language, today, writer })) write(line.text, line);
  for (const [place, page] of pdf.getPages().entries())
    page.drawText(`${words.page} ${place + 1}/${pdf.getPageCount()}`, { x: 70, y: 36, size: 8, font: fonts.plain, color: grey });

  const sha256 = await parts.blobs.put(await pdf.save());
  const noted = await parts.execute(by, 'supplier-invoices/note-letter', { invoiceId, letterSha256: sha256, language });
  if (!noted.ok) throw new EngineError('forbidden', noted.error.code);
  const { supplierName, invoiceNumber } = invoice.fields;
  const fileName = `${fileNameOf([language === 'sv' ? 'Brev' : 'Letter', supplierName.value, invoiceNumber.value])}.pdf`;
  return { sha256, fileName, pageCount: pdf.getPageCount() };
}

type Line = { readonly text: string; readonly bold?: boolean; readonly muted?: boolean; readonly gap?: number };

/** What the letter says, from top to bottom. */
function letterLines(
  { fields, state, judgement }: SupplierInvoice,
  { reason, note, isDisputed }: InvoiceFault,
  supplier: Supplier | undefined,
  { language, today, writer }: { readonly language: Language; readonly today: Day; readonly writer: string },
): readonly Line[] {
  const words = letterWords[language];
  const total = fields.totalMinor.value;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.facts.number, fields.invoiceNumber.value],
    [words.facts.date, fields.invoiceDate.value],
    [words.facts.due, fields.dueDate.value],
    [words.facts.total, total === null ? null : showAmount(total, fields.currency.value ?? 'SEK')],
    [words.facts.reference, fields.buyerReference.value],
  ];
  return [
    { text: today, muted: true, gap: 22 },
    { text: supplier?.name ?? fields.supplierName.value ?? '', bold: true },
    ...addressLines(supplier, today).map((text) => ({ text })),
    { text: '', gap: 18 },
    { text: words.title, bold: true, gap: 6 },
    { text: words.greeting, gap: 6 },
    { text: words.about, gap: 8 },
    ...facts.flatMap(([name, value]) => (value === null ? [] : [{ text: `${name}: ${value}` }])),
    { text: '', gap: -4 },
    { text: words.reasons[reason], gap: 8 },
    ...(reason === 'breaks-rules' && judgement !== undefined ? ruleLines(judgement, language) : []),
    ...(note === ''
      ? []
      : [
          { text: words.ownWords, muted: true },
          { text: note, gap: 8 },
        ]),
    ...(isDisputed ? [{ text: words.disputed, bold: true, gap: 8 }] : []),
    ...(state === 'returned' ? [{ text: words.returned, gap: 8 }] : state === 'parked' ? [{ text: words.waits, gap: 8 }] : []),
    { text: words.regards, gap: 4 },
    { text: writer },
  ];
}

/** More than anybody mends one by one; the rest is counted. */
const mostRules = 30;

/** The rules that the e-invoice broke when it came, each with its sentence. What is only remarked of is not in a letter. */
function ruleLines({ findings, findingCount }: Judgement, language: Language): readonly Line[] {
  const words = letterWords[language];
  const faults = findings.filter(({ isFault }) => isFault);
  const untold = faults.length < findings.length ? 0 : findingCount - findings.length; // cut off among the faults
  const more = Math.max(0, faults.length - mostRules) + untold;
  return [
    { text: words.rules, gap: 4 },
    ...faults.slice(0, mostRules).flatMap(({ rule, path, message }) => [
      { text: `${rule}  ${path}`, muted: true },
      { text: message[language], gap: 5 },
    ]),
    ...(more > 0 ? [{ text: words.andMore.replace('{count}', String(more)), gap: 5 }] : []),
    { text: '', gap: -8 },
  ];
}

function addressLines(supplier: Supplier | undefined, today: Day): readonly string[] {
  if (supplier === undefined || supplier.protectedBy !== undefined) return [];
  const { street = '', postcode = '', city = '' } = addressOn(supplier.addresses ?? [], 'invoice', today) ?? supplier;
  return [street, `${postcode} ${city}`.trim()].filter((line) => line !== '');
}
