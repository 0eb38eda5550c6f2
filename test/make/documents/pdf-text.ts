import { PDFiumLibrary } from '@hyzyla/pdfium';

/** What a PDF says, as a reader of it would copy it: all its pages, with one space for each gap. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  try {
    const pdf = await library.loadDocument(bytes);
    return [...pdf.pages()].map((page) => page.getText().replace(/\s+/g, ' ')).join(' ');
  } finally {
    library.destroy();
  }
}
