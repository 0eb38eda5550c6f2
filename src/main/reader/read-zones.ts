import type { Word } from '../../shared/base/page.ts';
import type { Zone } from '../../shared/contract/reader.ts';
import { withCapitalI } from './capital-i.ts';
import { stack, unstack } from './montage.ts';
import type { Raster } from './raster.ts';
import type { Layout, Recogniser } from './recognise.ts';
import { type Cell, type Cut, cutZone } from './zone-cell.ts';
import { variantsOf } from './zone-variants.ts';

/**
 * The signs that may stand in a zone; any where none are named. A blank and a hyphen are among the digits' too: where a sign that stands there
 * is left out, the engine gives nothing of the whole picture.
 */
const alphabets: Record<Zone['alphabet'], string | undefined> = {
  text: undefined,
  code: undefined,
  digits: '0123456789 -',
  amount: '0123456789,.:- SEKkr',
  // Digits, separators, and the letters of the months' names in Swedish and English.
  day: '0123456789-./: abcdefghijklmnoprstuvyADFJMNOS',
};

type Recognise = Pick<Recogniser, 'recognise'>;
/** A zone to be read in one way, and its place among all. */
type Wish = { readonly place: number; readonly zone: Zone; readonly cut: Cut };
type Reading = { readonly words: readonly Word[]; readonly confidence: number };

/**
 * Reads some places of an upright page closely: cut out, enlarged, and only the signs that may stand there.
 *
 * @param page in grey
 * @returns the words of each zone, in the order of the zones, with boxes on the page
 */
export async function readZones(page: Raster, zones: readonly Zone[], around: Recognise): Promise<Word[][]> {
  const best: Reading[] = zones.map(() => ({ words: [], confidence: 0 }));
  for (const alphabet of new Set(zones.map((zone) => zone.alphabet))) {
    const plain = zones.flatMap((zone, place) => (zone.alphabet === alphabet ? [{ place, zone, cut: {} }] : []));
    const harder = plain
      .filter(({ zone }) => zone.harder)
      .flatMap((wish) => variantsOf(wish.zone, page).map((cut) => ({ ...wish, cut })));
    for (const wishes of [plain, harder]) {
      for (const { place, ...reading } of await readTogether(page, wishes, alphabets[alphabet], around))
        if (reading.confidence > (best[place]?.confidence ?? 0)) best[place] = reading;
    }
  }
  return Promise.all(
    best.map(async ({ words }, place) => {
      const zone = zones[place];
      return zone?.alphabet === 'code' ? withCapitalI(words, page, zone.box) : [...words];
    }),
  );
}

/** All wishes on one picture, in one call. */
async function readTogether(
  page: Raster,
  wishes: readonly Wish[],
  alphabet: string | undefined,
  { recognise }: Recognise,
): Promise<(Reading & { readonly place: number })[]> {
  const cut = await Promise.all(
    wishes.map(async ({ place, zone, cut }) => ({ place, cell: await cutZone(page, zone.box, cut) })),
  );
  const found = cut.flatMap(({ place, cell }) => (cell === undefined ? [] : [{ place, cell }]));
  if (found.length === 0) return [];
  const cells = found.map(({ cell }) => cell);
  const montage = stack(cells);
  const words = await recognise(montage.raster, { layout: layoutOf(cells), ...(alphabet !== undefined && { alphabet }) });
  return unstack(words, montage, page).map((words, i) => ({
    place: found[i]?.place ?? 0,
    words,
    confidence: confidenceOf(words),
  }));
}

const layoutOf = (cells: readonly Cell[]): Layout => (cells.length === 1 && cells[0]?.lines === 1 ? 'line' : 'block');

/** The mean over all signs; 0 for none. */
function confidenceOf(words: readonly Word[]): number {
  const signs = words.reduce((sum, { text }) => sum + text.length, 0);
  return words.reduce((sum, { confidence, text }) => sum + confidence * text.length, 0) / Math.max(1, signs);
}
