import sharp from 'sharp';
import type { GreyPage } from '../documents/photograph.ts';
import { bitonal, blend, darkBorder, holes, noisy, specks, type WearPage } from './marks-of-wear.ts';
import { type Odds, oddsOf } from './odds.ts';
import { stamp } from './stamps.ts';

/**
 * How a paper came to us.
 *
 * - `digital`: the PDF itself · `clean`: 300 dpi, grey, light noise · `office`: 200–300 dpi, JPEG 60–85, a little askew, soft, on a grey ground
 * - `worn`: 200 dpi, askew, soft, noisy, pale, with specks, show-through, stamps, pen, holes, dark rims, cut margins, JPEG 40–60
 * - `fax`: black and white, 204 × 196 dpi or near, noisy and askew
 */
export const degradations = ['digital', 'clean', 'office', 'worn', 'fax'] as const;
export type Degradation = (typeof degradations)[number];
export type Scanned = Exclude<Degradation, 'digital'>;
export type Turn = 0 | 90 | 180 | 270;

/** What was drawn once for all pages of a paper: one scanner, one day. */
export type Scanner = { readonly dpi: number; readonly quality: number; readonly kind: Scanned; readonly odds: Odds };

export function scannerOf(seed: number, kind: Scanned): Scanner {
  const odds = oddsOf(seed, kind);
  switch (kind) {
    case 'clean':
      return { dpi: 300, quality: odds.whole(80, 92), kind, odds };
    case 'office':
      return { dpi: odds.pick([200, 200, 240, 300, 300]), quality: odds.whole(60, 85), kind, odds };
    case 'worn':
      return { dpi: 200, quality: odds.whole(40, 60), kind, odds };
    default:
      return { dpi: 200, quality: 0, kind, odds };
  }
}

/** One page through the scanner. `behind` is another page that may shine through. */
export async function scan(page: GreyPage, scanner: Scanner, behind?: GreyPage): Promise<GreyPage> {
  const scanned = await through(page, scanner, behind);
  if (scanned.pixels.length !== scanned.width * scanned.height) throw new Error(`A ${scanner.kind} scan has lost its rows`);
  return scanned;
}

async function through(page: GreyPage, { kind, odds }: Scanner, behind: GreyPage | undefined): Promise<GreyPage> {
  if (kind === 'clean')
    return noisy(
      await soften(page, { skew: odds.often(0.5) ? 0 : odds.between(-0.3, 0.3), blur: odds.between(0.3, 0.55) }),
      { black: odds.whole(8, 40), white: odds.whole(244, 255), noise: odds.between(0.5, 3) },
      odds,
    );
  if (kind === 'office')
    return noisy(
      await soften(page, { skew: odds.between(-1, 1), blur: odds.between(0.3, 0.75) }),
      { black: odds.whole(20, 65), white: odds.whole(222, 252), noise: odds.between(1, 6) },
      odds,
    );
  if (kind === 'fax') return faxed(page, odds);
  return worn(page, odds, behind);
}

async function worn(page: GreyPage, odds: Odds, behind: GreyPage | undefined): Promise<GreyPage> {
  let sheet: WearPage = { ...page, pixels: new Uint8Array(page.pixels) };
  if (behind !== undefined && odds.often(0.45)) sheet = await blend(sheet, behind, odds.between(0.06, 0.18));
  if (odds.often(0.4)) sheet = await stamp(sheet, odds);
  if (odds.often(0.35)) sheet = holes(sheet, odds);
  sheet = await soften(sheet, { skew: odds.between(-3, 3), blur: odds.between(0.45, 1.05) });
  if (odds.often(0.3)) sheet = darkBorder(sheet, odds);
  sheet = noisy(sheet, { black: odds.whole(35, 105), white: odds.whole(200, 246), noise: odds.between(3, 11) }, odds);
  sheet = specks(sheet, odds.whole(0, 60), odds);
  return odds.often(0.25) ? cutMargin(sheet, odds) : sheet;
}

async function faxed(page: GreyPage, odds: Odds): Promise<GreyPage> {
  const soft = await soften(page, { skew: odds.between(-1.6, 1.6), blur: odds.between(0.4, 0.8) });
  const sheet = noisy(soft, { black: 10, white: 245, noise: odds.between(6, 22) }, odds);
  const turned = bitonal(sheet, odds.whole(112, 172));
  return specks(turned, odds.whole(0, 90), odds);
}

/** Askew by so many degrees clockwise, on white, and out of focus. */
async function soften(page: WearPage, { skew, blur }: { readonly skew: number; readonly blur: number }): Promise<WearPage> {
  const { width, height } = page;
  let image = raw(page);
  if (skew !== 0) {
    const { data, info } = await image
      .rotate(skew, { background: '#fff' })
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [left, top] = [Math.floor((info.width - width) / 2), Math.floor((info.height - height) / 2)];
    image = sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } }).extract({ left, top, width, height });
  }
  if (blur >= 0.3) image = image.blur(blur);
  return { width, height, pixels: new Uint8Array(await image.extractChannel(0).raw().toBuffer()) };
}

/** A page that lay over the glass's edge: up to 4 mm are gone on one side. */
async function cutMargin(page: WearPage, odds: Odds): Promise<WearPage> {
  const cut = Math.round((page.width / 210) * odds.between(1, 4));
  const side = odds.pick(['left', 'right', 'top'] as const);
  const [width, height] = [page.width - (side === 'top' ? 0 : cut), page.height - (side === 'top' ? cut : 0)];
  const data = await raw(page)
    .extract({ left: side === 'left' ? cut : 0, top: side === 'top' ? cut : 0, width, height })
    .extractChannel(0)
    .raw()
    .toBuffer();
  return { width, height, pixels: new Uint8Array(data) };
}

export async function turnPage(page: GreyPage, turn: Turn): Promise<GreyPage> {
  if (turn === 0) return page;
  const { data, info } = await raw(page).rotate(turn).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) };
}

const raw = ({ pixels, width, height }: GreyPage) => sharp(pixels, { raw: { width, height, channels: 1 } });
