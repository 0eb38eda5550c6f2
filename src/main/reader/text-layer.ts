import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Gives pdf.js its parser in this thread: it has no browser's worker here, and looks for one in a utility process.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { Word } from '../../shared/base/page.ts';
import { attachedInvoice } from './attached-invoice.ts';
import { groupLines } from './group-lines.ts';
import { PdfjsData, pdfjsFolders } from './pdfjs-data.ts';
import { splitItem } from './split-item.ts';

/** The text that a PDF carries beside its picture, and the invoice as data that a hybrid one carries. */
export type TextLayer = {
  /** The words of a page that carries its own text; undefined for one that must be read by OCR. `page` counts from 1. */
  readonly wordsOf: (page: number) => Promise<Word[] | undefined>;
  readonly invoiceXml: Uint8Array | undefined;
  readonly close: () => Promise<void>;
};

/** Fewer letters and digits than this are a stamp on a scan, not a page of text. */
const leastLetters = 20;
/** More than this share of nameless signs: the font does not say what its signs mean. */
const mostNameless = 0.1;

const noTextLayer: TextLayer = { wordsOf: async () => undefined, invoiceXml: undefined, close: async () => {} };

/** Opens the text of a PDF. A file that pdf.js cannot open has no text layer. Fetches nothing, runs nothing. */
export async function openTextLayer(bytes: Uint8Array): Promise<TextLayer> {
  const loading = getDocument({
    // A copy, for pdf.js takes the bytes away from whom it got them.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: true,
    isImageDecoderSupported: false,
    BinaryDataFactory: PdfjsData,
    ...pdfjsFolders,
    cMapPacked: true,
  });
  const close = async () => {
    await loading.destroy().catch(() => {});
  };
  try {
    const document = await loading.promise;
    const invoiceXml = await attachedInvoice(document);
    return { wordsOf: (page) => wordsOf(document, page).catch(() => undefined), invoiceXml, close };
  } catch {
    await close();
    return noTextLayer;
  }
}

async function wordsOf(document: PDFDocumentProxy, page: number): Promise<Word[] | undefined> {
  const pdfPage = await document.getPage(page);
  const words = await readPage(pdfPage);
  pdfPage.cleanup();
  const text = words.map((word) => word.text).join('');
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const nameless = text.match(/[\p{Co}\p{Cc}\p{Cn}\uFFFD]/gu)?.length ?? 0;
  return letters >= leastLetters && nameless <= mostNameless * text.length ? words : undefined;
}

async function readPage(page: PDFPageProxy): Promise<Word[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) => ('str' in item ? splitItem(item, viewport) : []));
  return groupLines(pieces, viewport);
}
