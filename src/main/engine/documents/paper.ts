import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument, type PDFFont, rgb } from 'pdf-lib';

/** A4 in points. */
export const paper = { width: 595.28, height: 841.89, margin: 48 } as const;
export const red = rgb(0.75, 0.05, 0.1);
export const grey = rgb(0.35, 0.35, 0.35);
export const black = rgb(0, 0, 0);

export type Fonts = { readonly plain: PDFFont; readonly bold: PDFFont };

/** An empty document with our fonts, of the moment when it is made. */
export async function newDocument(
  resources: string,
  title: string,
  made: Date,
): Promise<{ readonly pdf: PDFDocument; readonly fonts: Fonts }> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const font = async (name: string) => pdf.embedFont(await readFile(join(resources, 'fonts', name)), { subset: true });
  const fonts: Fonts = { plain: await font('DejaVuSansCondensed.ttf'), bold: await font('DejaVuSansCondensed-Bold.ttf') };
  pdf.setTitle(title);
  pdf.setProducer('Fakturist');
  pdf.setCreator('Fakturist');
  pdf.setCreationDate(made);
  pdf.setModificationDate(made);
  return { pdf, fonts };
}

/** Text broken to a width in points: at spaces that may be broken at, and within a word that is too long by itself. */
export function wrapped(text: string, font: PDFFont, size: number, width: number): readonly string[] {
  const fits = (part: string) => font.widthOfTextAtSize(part, size) <= width;
  const lines = [''];
  for (const piece of text.split(/(?<=[^\S\u00a0\u202f])/).flatMap((word) => (fits(word) ? word : [...word]))) {
    const last = lines.at(-1) ?? '';
    if (fits(last + piece)) lines[lines.length - 1] = last + piece;
    else lines.push(piece);
  }
  return lines;
}
