import sharp from 'sharp';
import type { GreyPage } from '../documents/photograph.ts';
import type { Odds } from './odds.ts';

/** What handling does to a page of grey pixels. */
export type WearPage = GreyPage;

type Tone = { readonly black: number; readonly white: number; readonly noise: number };

/** Black and white as the scanner gives them, with noise of that standard deviation. Noise is drawn once and laid on in shifted rows. */
export function noisy(page: WearPage, { black, white, noise }: Tone, odds: Odds): WearPage {
  const grain = Float32Array.from({ length: 65_536 }, () => (odds.next() + odds.next() + odds.next() - 1.5) * 2 * noise);
  const span = (white - black) / 255;
  const pixels = new Uint8Array(page.pixels.length);
  for (let row = 0; row < page.height; row += 1) {
    const shift = odds.whole(0, 65_535);
    const start = row * page.width;
    for (let x = 0; x < page.width; x += 1) {
      const value = black + (page.pixels[start + x] ?? 255) * span + (grain[(shift + x) & 65_535] ?? 0);
      pixels[start + x] = Math.min(Math.max(value, 0), 255);
    }
  }
  return { ...page, pixels };
}

export const bitonal = (page: WearPage, threshold: number): WearPage => ({
  ...page,
  pixels: page.pixels.map((value) => (value < threshold ? 0 : 255)),
});

/** Black dots of a few pixels, so many per million. */
export function specks(page: WearPage, perMillion: number, odds: Odds): WearPage {
  const pixels = new Uint8Array(page.pixels);
  for (let left = Math.round((pixels.length * perMillion) / 1e6); left > 0; left -= 1) {
    const at = odds.whole(0, pixels.length - page.width * 3);
    const size = odds.whole(1, 3);
    for (let dy = 0; dy < size; dy += 1)
      for (let dx = 0; dx < size; dx += 1) pixels[at + dy * page.width + dx] = odds.whole(0, 70);
  }
  return { ...page, pixels };
}

/** The other side of the paper shines through, mirrored. */
export async function blend(page: WearPage, behind: GreyPage, share: number): Promise<WearPage> {
  const mirrored = await sharp(behind.pixels, { raw: { width: behind.width, height: behind.height, channels: 1 } })
    .flop()
    .resize(page.width, page.height, { fit: 'fill' })
    .blur(1.6)
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { ...page, pixels: page.pixels.map((value, at) => Math.max(0, value - (255 - (mirrored[at] ?? 255)) * share)) };
}

/** Two or four holes along the left margin, dark where the lid was black. */
export function holes(page: WearPage, odds: Odds): WearPage {
  const mm = page.width / 210;
  const pixels = new Uint8Array(page.pixels);
  const shade = odds.pick([20, 60, 150, 200]);
  const centres = odds.often(0.7) ? [108.5, 188.5] : [68, 89, 208, 229];
  for (const centre of centres) {
    const [cx, cy, radius] = [odds.between(10, 12) * mm, centre * mm, 3 * mm];
    for (let y = Math.floor(cy - radius); y <= cy + radius; y += 1)
      for (let x = Math.floor(cx - radius); x <= cx + radius; x += 1)
        if ((x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2) pixels[y * page.width + x] = shade;
  }
  return { ...page, pixels };
}

/** The lid seen beside the paper. */
export function darkBorder(page: WearPage, odds: Odds): WearPage {
  const mm = page.width / 210;
  const pixels = new Uint8Array(page.pixels);
  const shade = odds.whole(5, 60);
  const [left, right, top, bottom] = [0, 0, 0, 0].map(() => (odds.often(0.5) ? odds.between(0.5, 5) * mm : 0)) as [
    number,
    number,
    number,
    number,
  ];
  const slope = odds.between(-0.01, 0.01);
  for (let y = 0; y < page.height; y += 1)
    for (let x = 0; x < page.width; x += 1)
      if (
        x < left + slope * y ||
        x > page.width - right + slope * y ||
        y < top + slope * x ||
        y > page.height - bottom + slope * x
      )
        pixels[y * page.width + x] = shade;
  return { ...page, pixels };
}
