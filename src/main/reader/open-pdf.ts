import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { OpenFile } from './opened.ts';
import { ReadError } from './read-error.ts';
import { renderPage } from './render-page.ts';
import { openTextLayer } from './text-layer.ts';

/** Drawn for the eye only, the words being known. */
const textPageDpi = 200;
/** Drawn for OCR. */
const scannedPageDpi = 300;

/**
 * Opens a PDF. PDFium decides what the file is and draws it; pdf.js gives the text, and where it cannot, the page is read by OCR.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenFile> {
  // A PDFium of its own for each file (about 30 ms): its memory goes with the file, and so does what a hostile file did to it.
  const library = await PDFiumLibrary.init();
  const document = await loadDocument(library, bytes);
  const pageCount = document.getPageCount();
  if (pageCount === 0) throw new ReadError('damaged', 'no pages');
  const textLayer = await openTextLayer(bytes);
  return {
    mediaType: 'application/pdf',
    pageCount,
    invoiceXml: textLayer.invoiceXml,
    openPage: async (page) => {
      const words = await textLayer.wordsOf(page);
      const raster = await renderPage(document, page, words === undefined ? scannedPageDpi : textPageDpi);
      return { raster, textLayer: words };
    },
    close: textLayer.close,
  };
}

async function loadDocument(library: Awaited<ReturnType<typeof PDFiumLibrary.init>>, bytes: Uint8Array): Promise<PDFiumDocument> {
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|security/i.test(message)) throw new ReadError('password-protected', message);
    throw new ReadError('damaged', message);
  }
}
