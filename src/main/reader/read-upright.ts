import type { Word } from '../../shared/base/page.ts';
import { crop, type Raster } from './raster.ts';
import { straighten, type Turned, turn } from './straighten.ts';

type Recognise = (raster: Raster) => Promise<readonly Word[]>;
type Reading = Turned & { readonly words: readonly Word[] };
type QuarterTurn = 0 | 90 | 180 | 270;

/** Below this mean confidence a page may lie on its head. */
const poorConfidence = 0.65;
/** So few words tell nothing about how a page lies. */
const leastWords = 8;
/** So many lines are tried in other directions before the whole page is read again. */
const triedLines = 5;

/** Straightens and reads a page; one that was scanned sideways or on its head is turned upright and read again. */
export async function readUpright(raster: Raster, recognise: Recognise): Promise<Reading> {
  const asScanned = await readTurned(raster, 0, recognise);
  const turns = turnsInDoubt(asScanned);
  if (turns.length < 2) return asScanned;
  const best = await bestTurn(asScanned, turns, recognise);
  return best === 0 ? asScanned : readTurned(raster, best, recognise);
}

/** Turns by whole quarters, then straightens, then reads. */
async function readTurned(raster: Raster, quarters: QuarterTurn, recognise: Recognise): Promise<Reading> {
  const straight = await straighten(quarters === 0 ? raster : await turn(raster, quarters));
  const words = await recognise(straight.raster);
  const turnedDegrees = quarters + straight.turnedDegrees;
  return { raster: straight.raster, words, turnedDegrees: turnedDegrees > 180 ? turnedDegrees - 360 : turnedDegrees };
}

/** The turns that may be right for a page, by how its words look as it was scanned. */
function turnsInDoubt(reading: Reading): readonly QuarterTurn[] {
  if (reading.words.length < leastWords) return [0];
  // The OCR engine reads up and down a page too, and then gives words that are taller than wide.
  if (isSideways(reading)) return [90, 270];
  return meanConfidence(reading.words) < poorConfidence ? [0, 180] : [0];
}

function isSideways({ words, raster }: Reading): boolean {
  const long = words.filter((word) => word.text.length >= 4);
  const tall = long.filter(({ box: [x0, y0, x1, y1] }) => (y1 - y0) * raster.heightPx > (x1 - x0) * raster.widthPx);
  return tall.length >= leastWords && tall.length >= 0.7 * long.length;
}

/** Reads a few lines of the page turned each way, and gives the turn in which they read most surely. */
async function bestTurn({ raster, words }: Reading, turns: readonly QuarterTurn[], recognise: Recognise): Promise<QuarterTurn> {
  const strip = await crop(raster, around(fullestLines(words)));
  let best: { readonly turn: QuarterTurn; readonly confidence: number } = { turn: 0, confidence: 0 };
  for (const quarters of turns) {
    const confidence = meanConfidence(await recognise(quarters === 0 ? strip : await turn(strip, quarters)));
    if (confidence > best.confidence) best = { turn: quarters, confidence };
  }
  return best.turn;
}

/** The words of the few lines after each other that have most letters. */
function fullestLines(words: readonly Word[]): readonly Word[] {
  const lastLine = words.at(-1)?.line ?? 0;
  const runs = Array.from({ length: Math.max(1, lastLine - triedLines + 2) }, (_, first) =>
    words.filter(({ line }) => line >= first && line < first + triedLines),
  );
  return runs.reduce((fullest, run) => (lettersOf(run) > lettersOf(fullest) ? run : fullest));
}

/** The box around some words and a little air. */
const around = (words: readonly Word[]): Word['box'] => [
  Math.max(0, Math.min(...words.map(({ box }) => box[0])) - 0.01),
  Math.max(0, Math.min(...words.map(({ box }) => box[1])) - 0.01),
  Math.min(1, Math.max(...words.map(({ box }) => box[2])) + 0.01),
  Math.min(1, Math.max(...words.map(({ box }) => box[3])) + 0.01),
];

const lettersOf = (words: readonly Word[]): number => words.reduce((sum, { text }) => sum + text.length, 0);

/** 0..1, long words counting more; 0 for no words. */
const meanConfidence = (words: readonly Word[]): number =>
  words.reduce((sum, { confidence, text }) => sum + confidence * text.length, 0) / Math.max(1, lettersOf(words));
