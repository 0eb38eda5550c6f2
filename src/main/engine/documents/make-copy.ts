import { degrees, type PDFPage } from 'pdf-lib';
import type { PersonId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { PageWords } from '../../../shared/base/page.ts';
import { EngineError, type MadeCopy } from '../../../shared/contract/engine.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { EngineParts } from '../engine-parts.ts';
import { drawEInvoice } from './draw-e-invoice.ts';
import { fileNameOf } from './file-name.ts';
import { findEmptyPlace } from './find-empty-place.ts';
import { type OpeningAround, openEInvoice } from './open-e-invoice.ts';
import { black, type Fonts, grey, newDocument, paper, red, wrapped } from './paper.ts';
import { recordRows } from './record-rows.ts';

/** Over the pages that are made of the data of an e-invoice, which has no picture of its own. */
const dataTitle = 'E-fakturans uppgifter';
/** Points above the picture, for the line that says it is a copy. */
const headRoom = 28;

/**
 * A copy (fakturakopia) of an invoice as a PDF: each page's picture with a stamp, or where it came as data alone all that it says, then the
 * record as it stands. It is kept as
 * a blob, and the history notes who had it made.
 *
 * Throws `not-found`. A copy of several hundred pages is held in memory while it is drawn.
 */
export async function makeCopy(
  around: OpeningAround & { readonly parts: EngineParts },
  invoiceId: SupplierInvoiceId,
  by: PersonId,
): Promise<MadeCopy> {
  const { parts } = around;
  const invoice = await parts.store.get('supplierInvoice', invoiceId);
  if (invoice === undefined) throw new EngineError('not-found');
  const file = await parts.store.get('sourceFile', invoice.fileId);
  const maker = (await parts.store.get('person', by))?.name ?? '';
  const verifier =
    invoice.state === 'verified' || invoice.state === 'approved'
      ? await parts.store.get('person', invoice.verifiedBy)
      : undefined;

  const made = new Date(parts.clock());
  const stamp = `KOPIA · ${inSweden(made)} · ${maker}`;
  const title = `Fakturakopia ${invoice.fields.invoiceNumber.value ?? ''}`.trim();
  const { pdf, fonts } = await newDocument(parts.resources, title, made);

  const data = invoice.pages.length === 0 ? await openEInvoice(parts.store, invoiceId, around) : undefined;
  const dataPages = data === undefined ? [] : drawEInvoice(pdf, fonts, data.read, dataTitle);
  const pageCount = invoice.pages.length + dataPages.length + 1;
  for (const [place, sheet] of dataPages.entries()) {
    drawStamp(sheet, fonts, stamp, `Sida ${place + 1} av ${pageCount}`);
    drawWord(sheet, fonts, [], { width: paper.width, height: paper.height - headRoom });
  }
  for (const [place, page] of invoice.pages.entries()) {
    await Promise.all([page.imageSha256, page.wordsSha256].map(parts.fetchBlob));
    const bytes = await parts.blobs.read(page.imageSha256);
    const image = page.imageType === 'image/png' ? await pdf.embedPng(bytes) : await pdf.embedJpg(bytes);
    const sheet = pdf.addPage([paper.width, paper.height]);
    const scale = Math.min(paper.width / image.width, (paper.height - headRoom) / image.height);
    const size = { width: image.width * scale, height: image.height * scale };
    sheet.drawImage(image, { x: (paper.width - size.width) / 2, y: paper.height - headRoom - size.height, ...size });
    drawStamp(sheet, fonts, stamp, `Sida ${place + 1} av ${pageCount}`);
    drawWord(sheet, fonts, (await wordsOf(parts, page.wordsSha256)).words, size);
  }
  drawRecord(pdf.addPage([paper.width, paper.height]), fonts, {
    invoice,
    stamp,
    pageCount,
    origin: { fileName: file?.name ?? '', sha256: file?.sha256 ?? '' },
    verified:
      verifier === undefined || invoice.state !== 'verified'
        ? undefined
        : `${inSweden(new Date(invoice.verifiedAtMs))} av ${verifier.name}`,
  });

  const copySha256 = await parts.blobs.put(await pdf.save());
  const noted = await parts.execute(by, 'supplier-invoices/note-copy', { invoiceId, copySha256, pageCount });
  if (!noted.ok) throw new EngineError('forbidden', noted.error.code);
  return {
    sha256: copySha256,
    fileName: `${fileNameOf(['Fakturakopia', invoice.fields.supplierName.value, invoice.fields.invoiceNumber.value])}.pdf`,
    pageCount,
  };
}

/** Says on every page that it is a copy, when it was made and by whom. */
function drawStamp(sheet: PDFPage, { plain, bold }: Fonts, stamp: string, pages: string): void {
  sheet.drawText(stamp, { x: 16, y: paper.height - 19, size: 9, font: bold, color: red });
  sheet.drawText(pages, {
    x: paper.width - 16 - plain.widthOfTextAtSize(pages, 9),
    y: paper.height - 19,
    size: 9,
    font: plain,
    color: red,
  });
  sheet.drawLine({
    start: { x: 16, y: paper.height - 25 },
    end: { x: paper.width - 16, y: paper.height - 25 },
    thickness: 0.8,
    color: red,
  });
}

/** The word across the page where it covers the least: the copy is told from the original also when it is cut or faxed. */
function drawWord(
  sheet: PDFPage,
  { bold }: Fonts,
  words: PageWords['words'],
  image: { readonly width: number; readonly height: number },
): void {
  const slope = 18;
  const letters = 44;
  const width = bold.widthOfTextAtSize('KOPIA', letters);
  const rise = width * Math.sin((slope * Math.PI) / 180);
  const place = findEmptyPlace(words, { width: (width + 20) / image.width, height: (rise + letters) / image.height });
  const left = (paper.width - image.width) / 2 + place.x * image.width;
  const bottom = paper.height - headRoom - place.y * image.height - rise - letters;
  sheet.drawText('KOPIA', {
    x: left + 14,
    y: bottom + 4,
    size: letters,
    font: bold,
    color: red,
    opacity: 0.28,
    rotate: degrees(slope),
  });
}

async function wordsOf({ blobs }: EngineParts, sha256: string): Promise<PageWords> {
  return JSON.parse(new TextDecoder().decode(await blobs.read(sha256))) as PageWords; // written by ourselves, under its own hash
}

type Record = {
  readonly invoice: SupplierInvoice;
  readonly stamp: string;
  readonly pageCount: number;
  readonly origin: { readonly fileName: string; readonly sha256: string };
  readonly verified: string | undefined;
};

/** The record: every field that has a value, and what the copy was made from. */
function drawRecord(sheet: PDFPage, fonts: Fonts, { invoice, stamp, pageCount, origin, verified }: Record): void {
  drawStamp(sheet, fonts, stamp, `Sida ${pageCount} av ${pageCount}`);
  let y = paper.height - 76;
  const line = (label: string, value: string) => {
    sheet.drawText(label, { x: paper.margin, y, size: 10, font: fonts.plain, color: grey });
    for (const part of wrapped(value, fonts.plain, 10, paper.width - paper.margin - 210)) {
      sheet.drawText(part, { x: 210, y, size: 10, font: fonts.plain, color: black });
      y -= 15;
    }
    y -= 3;
  };
  const heading = (text: string) => {
    y -= 8;
    sheet.drawText(text, { x: paper.margin, y, size: 13, font: fonts.bold, color: black });
    y -= 20;
  };

  heading('Registrerade uppgifter');
  for (const { label, value } of recordRows(invoice)) line(label, value);
  heading('Ursprung');
  line('Status', verified === undefined ? 'Inte verifierad' : `Verifierad ${verified}`);
  line('Inkom', inSweden(new Date(invoice.receivedAtMs)));
  line('Fil', origin.fileName);
  line('Filens SHA-256', origin.sha256);
}

const swedishMoment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' });
const inSweden = (moment: Date): string => swedishMoment.format(moment);
