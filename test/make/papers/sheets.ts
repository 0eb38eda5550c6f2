import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fontkit from '@pdf-lib/fontkit';
import { type Color, degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import type { Box } from '../../../src/shared/base/page.ts';
import type { FieldName } from '../../../src/shared/domain/invoice-fields/index.ts';
import { unpackWoff } from './unpack-woff.ts';

/** A4 in millimetres. */
export const a4 = { width: 210, height: 297 };
const pointsPerMm = 72 / 25.4;
/** Of a letter's size, above and below the line that it stands on. */
const ascent = 0.75;
const descent = 0.22;

export const families = [
  'helvetica',
  'times',
  'courier',
  'dejavu',
  'liberation',
  'open-sans',
  'source-serif',
  'plex-mono',
  'barlow-condensed',
] as const;
export type Family = (typeof families)[number];
export type Type = {
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly mono?: boolean;
  readonly align?: 'left' | 'right' | 'centre';
  readonly color?: Color;
};

/** A field's value as it was printed at one place. */
export type Printed = { readonly field: FieldName; readonly page: number; readonly box: Box; readonly text: string };

/** A sheet in millimetres from the top left; y is where the letters stand. */
export type Sheet = {
  readonly page: number;
  /** Prints; what shows a field's value is noted as printed. */
  readonly text: (x: number, y: number, text: string, type: Type, field?: FieldName | readonly (FieldName | undefined)[]) => void;
  readonly widthOf: (text: string, type: Type) => number;
  /** The type, made smaller where the text would be wider than that. */
  readonly fitted: (text: string, type: Type, width: number) => Type;
  readonly rule: (x0: number, y0: number, x1: number, y1: number, thickness?: number) => void;
  readonly frame: (x: number, y: number, width: number, height: number, thickness?: number) => void;
  readonly fill: (x: number, y: number, width: number, height: number, color: Color) => void;
  readonly disc: (x: number, y: number, radius: number, color: Color) => void;
  readonly picture: (png: Uint8Array, x: number, y: number, width: number, height: number) => Promise<void>;
  readonly sideways: (x: number, y: number, text: string, type: Type) => void;
};

export type Book = {
  readonly addSheet: () => Sheet;
  readonly sheets: () => readonly Sheet[];
  readonly printed: () => readonly Printed[];
  readonly finish: () => Promise<Uint8Array>;
};

/** Draws nothing, and measures as the sheet does: to see how much room a block wants. */
export const ghostOf = (sheet: Sheet): Sheet => ({
  ...sheet,
  text: () => {},
  rule: () => {},
  frame: () => {},
  fill: () => {},
  disc: () => {},
  picture: async () => {},
  sideways: () => {},
});

const root = fileURLToPath(new URL('../../../', import.meta.url));
const liberation = (face: string): string => `${root}node_modules/pdfjs-dist/standard_fonts/LiberationSans-${face}.ttf`;
const fontsource = (font: string): readonly [string, string, string] => {
  const face = (style: string): string => `${root}node_modules/@fontsource/${font}/files/${font}-latin-${style}.woff`;
  return [face('400-normal'), face('700-normal'), face('400-italic')];
};
const faces = {
  'open-sans': fontsource('open-sans'),
  'source-serif': fontsource('source-serif-4'),
  'plex-mono': fontsource('ibm-plex-mono'),
  'barlow-condensed': fontsource('barlow-condensed'),
  helvetica: [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.HelveticaOblique],
  times: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold, StandardFonts.TimesRomanItalic],
  courier: [StandardFonts.Courier, StandardFonts.CourierBold, StandardFonts.CourierOblique],
  dejavu: [`${root}resources/fonts/DejaVuSansCondensed.ttf`, `${root}resources/fonts/DejaVuSansCondensed-Bold.ttf`, undefined],
  liberation: [liberation('Regular'), liberation('Bold'), liberation('Italic')],
} as const;
const kept = new Map<string, Promise<Uint8Array>>();

async function embed(document: PDFDocument, face: string): Promise<PDFFont> {
  if (!/\.(ttf|woff)$/.test(face)) return document.embedFont(face);
  const bytes = kept.get(face) ?? readFile(face).then((read) => (face.endsWith('.woff') ? unpackWoff(read) : read));
  kept.set(face, bytes);
  return document.embedFont(await bytes, { subset: true });
}

/** A PDF in the making. Its dates are fixed, so that the same drawing gives the same bytes. */
export async function newBook(family: Family): Promise<Book> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const fixed = new Date('2026-11-01T00:00:00Z');
  document.setCreationDate(fixed);
  document.setModificationDate(fixed);
  const [plainFace, boldFace, italicFace] = faces[family];
  const plain = await embed(document, plainFace);
  const fonts = {
    plain,
    bold: await embed(document, boldFace),
    italic: italicFace === undefined ? plain : await embed(document, italicFace),
    mono: await document.embedFont(StandardFonts.Courier),
  };
  const printed: Printed[] = [];
  const sheets: Sheet[] = [];
  return {
    addSheet: () => {
      const sheet = sheetOn(document.addPage([a4.width * pointsPerMm, a4.height * pointsPerMm]), {
        fonts,
        document,
        printed,
        page: sheets.length + 1,
      });
      sheets.push(sheet);
      return sheet;
    },
    sheets: () => sheets,
    printed: () => printed,
    finish: () => document.save(),
  };
}

type Inside = {
  readonly fonts: { readonly plain: PDFFont; readonly bold: PDFFont; readonly italic: PDFFont; readonly mono: PDFFont };
  readonly document: PDFDocument;
  readonly printed: Printed[];
  readonly page: number;
};

function sheetOn(pdfPage: PDFPage, { fonts, document, printed, page }: Inside): Sheet {
  const across = (x: number): number => x * pointsPerMm;
  const down = (y: number): number => (a4.height - y) * pointsPerMm;
  const ink = rgb(0.08, 0.08, 0.08);
  const fontOf = ({ bold, italic, mono }: Type): PDFFont =>
    mono ? fonts.mono : bold ? fonts.bold : italic ? fonts.italic : fonts.plain;
  const widthOf = (text: string, type: Type): number => fontOf(type).widthOfTextAtSize(text, type.size) / pointsPerMm;
  return {
    page,
    widthOf,
    fitted: (text, type, width) => ({
      ...type,
      size: Math.min(type.size, (type.size * width) / Math.max(0.1, widthOf(text, type))),
    }),
    text(x, y, text, type, field) {
      if (text === '') return;
      const width = widthOf(text, type);
      const left = x - (type.align === 'right' ? width : type.align === 'centre' ? width / 2 : 0);
      pdfPage.drawText(text, { x: across(left), y: down(y), size: type.size, font: fontOf(type), color: type.color ?? ink });
      const height = type.size / pointsPerMm;
      const box: Box = [
        left / a4.width,
        (y - ascent * height) / a4.height,
        (left + width) / a4.width,
        (y + descent * height) / a4.height,
      ];
      // What runs over the rim of the paper is not printed.
      if (box[0] < 0 || box[1] < 0 || box[2] > 1 || box[3] > 1) return;
      for (const one of [field].flat()) if (one !== undefined) printed.push({ field: one, page, box, text });
    },
    rule: (x0, y0, x1, y1, thickness = 0.5) =>
      pdfPage.drawLine({
        start: { x: across(x0), y: down(y0) },
        end: { x: across(x1), y: down(y1) },
        thickness,
        color: rgb(0.2, 0.2, 0.2),
      }),
    frame: (x, y, width, height, thickness = 0.6) =>
      pdfPage.drawRectangle({
        x: across(x),
        y: down(y + height),
        width: across(width),
        height: across(height),
        borderWidth: thickness,
        borderColor: rgb(0.25, 0.25, 0.25),
      }),
    fill: (x, y, width, height, color) =>
      pdfPage.drawRectangle({ x: across(x), y: down(y + height), width: across(width), height: across(height), color }),
    disc: (x, y, radius, color) => pdfPage.drawCircle({ x: across(x), y: down(y), size: across(radius), color }),
    picture: async (png, x, y, width, height) =>
      pdfPage.drawImage(await document.embedPng(png), {
        x: across(x),
        y: down(y + height),
        width: across(width),
        height: across(height),
      }),
    sideways: (x, y, text, type) =>
      pdfPage.drawText(text, { x: across(x), y: down(y), size: type.size, font: fontOf(type), color: ink, rotate: degrees(90) }),
  };
}
