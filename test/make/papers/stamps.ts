import { rgb } from 'pdf-lib';
import sharp from 'sharp';
import { type GreyPage, photograph } from '../documents/photograph.ts';
import type { Odds } from './odds.ts';
import { newBook, type Sheet } from './sheets.ts';

/** A stamp, an initial or a stroke of the pen, anywhere on the paper: over a field too. */
export async function stamp(page: GreyPage, odds: Odds): Promise<GreyPage> {
  const book = await newBook(odds.pick(['helvetica', 'courier', 'times'] as const));
  const sheet = book.addSheet();
  const [x, y] = [odds.between(20, 150), odds.between(18, 260)];
  marks[odds.weighted({ box: 3, date: 2, scrawl: 3, tick: 2, underline: 2 })](sheet, { x, y }, odds);
  const [drawn] = await photograph(await book.finish(), 100);
  if (!drawn) throw new Error('The stamp was not drawn');
  const turned = await sharp(drawn.pixels, { raw: { width: drawn.width, height: drawn.height, channels: 1 } })
    .rotate(odds.between(-6, 6), { background: '#fff' })
    .resize(page.width, page.height, { fit: 'cover', position: 'left top' })
    .extractChannel(0)
    .raw()
    .toBuffer();
  const grey = odds.whole(60, 150);
  return { ...page, pixels: page.pixels.map((value, at) => Math.min(value, grey + ((turned[at] ?? 255) * (255 - grey)) / 255)) };
}

type Mark = (sheet: Sheet, at: { readonly x: number; readonly y: number }, odds: Odds) => void;
const someDay = (odds: Odds): string =>
  `2026-${String(odds.whole(1, 12)).padStart(2, '0')}-${String(odds.whole(1, 28)).padStart(2, '0')}`;
const black = rgb(0, 0, 0);

const marks: Readonly<Record<'box' | 'date' | 'scrawl' | 'tick' | 'underline', Mark>> = {
  box: (sheet, { x, y }, odds) => {
    sheet.frame(x, y, 50, 18, 2);
    sheet.text(x + 3, y + 8, odds.pick(['ANKOM', 'ATTESTERAD', 'INKOM', 'BETALD', 'REGISTRERAD'] as const), {
      size: 16,
      bold: true,
      color: black,
    });
    sheet.text(x + 3, y + 15, someDay(odds), { size: 12, color: black });
  },
  date: (sheet, { x, y }, odds) => sheet.text(x, y, someDay(odds), { size: 16, bold: true, color: black }),
  scrawl: (sheet, { x, y }, odds) => {
    let [fromX, fromY] = [x, y];
    for (let stroke = 0; stroke < 16; stroke += 1) {
      const [toX, toY] = [fromX + odds.between(-1, 4), y + odds.between(-6, 6)];
      sheet.rule(fromX, fromY, toX, toY, 1.3);
      [fromX, fromY] = [toX, toY];
    }
  },
  tick: (sheet, { x, y }) => {
    sheet.rule(x, y, x + 3, y + 4, 1.8);
    sheet.rule(x + 3, y + 4, x + 10, y - 7, 1.8);
  },
  underline: (sheet, { x, y }, odds) => sheet.rule(x, y, x + odds.between(20, 50), y + odds.between(-2, 2), 1.4),
};
