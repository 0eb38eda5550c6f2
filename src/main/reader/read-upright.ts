import type { Word } from '../../shared/base/page.ts';
import type { Raster } from './raster.ts';
import { straighten, type Turned, turn } from './straighten.ts';

type Reading = Turned & { readonly words: readonly Word[] };

/** Below this mean confidence a page may lie on its head. */
const poorConfidence = 0.65;
/** So few words tell nothing about how a page lies. */
const leastWords = 8;

/** Straightens and reads a page; one that was scanned sideways or on its head is turned upright and read again. */
export async function readUpright(raster: Raster, recognise: (raster: Raster) => Promise<readonly Word[]>): Promise<Reading> {
  const asScanned = await readTurned(raster, 0, recognise);
  if (asScanned.words.length < leastWords) return asScanned;

  const sideways = quarterTurn(asScanned);
  if (sideways === 0 && meanConfidence(asScanned.words) >= poorConfidence) return asScanned;

  const turned = await readTurned(raster, sideways === 0 ? 180 : sideways, recognise);
  if (sideways === 0) return better(turned, asScanned);
  if (meanConfidence(turned.words) >= poorConfidence) return turned;
  return better(turned, await readTurned(raster, sideways === 90 ? 270 : 90, recognise));
}

/** Turns by whole quarters, then straightens, then reads. */
async function readTurned(
  raster: Raster,
  quarterDegrees: 0 | 90 | 180 | 270,
  recognise: (raster: Raster) => Promise<readonly Word[]>,
): Promise<Reading> {
  const upright = quarterDegrees === 0 ? raster : await turn(raster, quarterDegrees);
  const straight = await straighten(upright);
  const words = await recognise(straight.raster);
  const turnedDegrees = quarterDegrees + straight.turnedDegrees;
  return { raster: straight.raster, words, turnedDegrees: turnedDegrees > 180 ? turnedDegrees - 360 : turnedDegrees };
}

/** The quarter turn that makes words level which the OCR engine read up or down the page: their boxes are taller than wide. */
function quarterTurn({ words, raster }: Reading): 0 | 90 | 270 {
  const long = words.filter((word) => word.text.length >= 4);
  const tall = long.filter(({ box: [x0, y0, x1, y1] }) => (y1 - y0) * raster.heightPx > (x1 - x0) * raster.widthPx);
  if (tall.length < leastWords || tall.length < 0.7 * long.length) return 0;
  const fallen = words.reduce((sum, word, i) => {
    const before = words[i - 1];
    return before?.line === word.line ? sum + Math.sign(word.box[1] - before.box[1]) : sum;
  }, 0);
  return fallen > 0 ? 270 : 90;
}

const better = (a: Reading, b: Reading): Reading => (meanConfidence(a.words) > meanConfidence(b.words) ? a : b);

/** 0..1, long words counting more; 0 for no words. */
function meanConfidence(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters;
}
