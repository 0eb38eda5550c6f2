import { type Color, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';

/** An A4 sheet in millimetres from the top left, with one family of type. */
export type Paper = {
  readonly text: (x: number, y: number, text: string, style?: Style) => void;
  readonly rule: (x0: number, y: number, x1: number, thickness?: number) => void;
  readonly frame: (x: number, y: number, width: number, height: number) => void;
  readonly fill: (x: number, y: number, width: number, height: number, color: Color) => void;
};

export type Style = {
  /** Points; 10 unless told. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'left' | 'right' | 'centre';
  readonly color?: Color;
  /** Type of one width, as a giro slip's line. */
  readonly mono?: boolean;
};

export type Family = 'helvetica' | 'times' | 'courier';

const faces: Readonly<Record<Family, readonly [StandardFonts, StandardFonts]>> = {
  helvetica: [StandardFonts.Helvetica, StandardFonts.HelveticaBold],
  times: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold],
  courier: [StandardFonts.Courier, StandardFonts.CourierBold],
};

const pointsPerMm = 72 / 25.4;
const a4 = { width: 210, height: 297 };

export type Sheets = { readonly addSheet: () => Paper; readonly finish: () => Promise<Uint8Array> };

/** A PDF in the making. Its dates are fixed, so that the same drawing gives the same bytes. */
export async function newSheets(family: Family): Promise<Sheets> {
  const document = await PDFDocument.create();
  const fixed = new Date('2026-11-01T00:00:00Z');
  document.setCreationDate(fixed);
  document.setModificationDate(fixed);
  const [plain, bold] = faces[family];
  const fonts = {
    plain: await document.embedFont(plain),
    bold: await document.embedFont(bold),
    mono: await document.embedFont(StandardFonts.Courier),
  };
  return {
    addSheet: () => paperOn(document.addPage([a4.width * pointsPerMm, a4.height * pointsPerMm]), fonts),
    finish: () => document.save(),
  };
}

type Fonts = { readonly plain: PDFFont; readonly bold: PDFFont; readonly mono: PDFFont };

function paperOn(page: PDFPage, fonts: Fonts): Paper {
  const across = (x: number): number => x * pointsPerMm;
  const down = (y: number): number => (a4.height - y) * pointsPerMm;
  return {
    text(x, y, text, style = {}) {
      const font = style.mono ? fonts.mono : style.bold ? fonts.bold : fonts.plain;
      const size = style.size ?? 10;
      const width = font.widthOfTextAtSize(text, size);
      const shift = style.align === 'right' ? width : style.align === 'centre' ? width / 2 : 0;
      page.drawText(text, { x: across(x) - shift, y: down(y), size, font, color: style.color ?? rgb(0.05, 0.05, 0.05) });
    },
    rule: (x0, y, x1, thickness = 0.5) =>
      page.drawLine({
        start: { x: across(x0), y: down(y) },
        end: { x: across(x1), y: down(y) },
        thickness,
        color: rgb(0.25, 0.25, 0.25),
      }),
    frame: (x, y, width, height) =>
      page.drawRectangle({
        x: across(x),
        y: down(y + height),
        width: across(width),
        height: across(height),
        borderWidth: 0.6,
        borderColor: rgb(0.3, 0.3, 0.3),
      }),
    fill: (x, y, width, height, color) =>
      page.drawRectangle({ x: across(x), y: down(y + height), width: across(width), height: across(height), color }),
  };
}
