import type { Word } from '../../shared/base/page.ts';
import { glanceAt } from './find-skew.ts';
import { crop, type Raster } from './raster.ts';
import type { HowToRead } from './recognise.ts';
import { straighten, type Turned, turn } from './straighten.ts';

type Recognise = (raster: Raster, goOn?: HowToRead['goOn']) => Promise<readonly Word[]>;
type Reading = Turned & { readonly words: readonly Word[] };

/** Below this mean confidence a page may lie on its head. */
const poorConfidence = 0.7;
/** So many words of half a page tell how surely it is read. */
const tellingWords = 30;
/** With fewer words than this the whole page is read both ways: it takes no time. */
const fewWords = 8;
/** So many lines are tried in other directions before the whole page is read again. */
const triedLines = 5;
/** Another direction must read so much more surely. */
const leastLead = 0.05;

/**
 * Reads a page that stands upright or on its head, or, where its lines run up or down after all, sideways; turns it upright, and reads it
 * again when it was not.
 *
 * @param straight the page with its lines level
 */
export async function readUpright(straight: Turned, recognise: Recognise): Promise<Reading> {
  // Half a page tells whether it may lie on its head: the other half is then read when it lies right.
  let isHalf = false;
  const goOn = (upper: readonly Word[]): boolean => {
    isHalf = upper.length >= tellingWords && meanConfidence(upper) < poorConfidence;
    return !isHalf;
  };
  const first = { ...straight, words: await recognise(straight.raster, goOn) };
  const turns = turnsInDoubt(first);
  if (turns.length === 0) return first;
  const best =
    first.words.length < fewWords ? await bestOfWholes(first, turns, recognise) : await bestTurn(first, turns, recognise);
  if (typeof best !== 'number') return best;
  if (best !== 0) return readTurned(first, best, recognise);
  return isHalf ? { ...straight, words: await recognise(straight.raster) } : first;
}

async function readTurned({ raster, turnedDegrees }: Turned, degrees: number, recognise: Recognise): Promise<Reading> {
  const turned = await turn(raster, degrees);
  // By a quarter: its lines were sought the wrong way, and how they lean is not known yet.
  const level = degrees === 180 ? { raster: turned, turnedDegrees: 0 } : await straighten(turned, (await glanceAt(turned)).small);
  return {
    raster: level.raster,
    words: await recognise(level.raster),
    turnedDegrees: inHalfCircle(turnedDegrees + degrees + level.turnedDegrees),
  };
}

const inHalfCircle = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees);

/** The turns that may be right for a page instead, by how its words look. */
function turnsInDoubt(reading: Reading): readonly number[] {
  // The OCR engine reads up and down a page too, and then gives words that are taller than wide.
  if (isSideways(reading)) return [90, 270];
  if (reading.words.length < fewWords) return meanConfidence(reading.words) < 0.9 ? [180] : [];
  return meanConfidence(reading.words) < poorConfidence ? [180] : [];
}

function isSideways({ words, raster }: Reading): boolean {
  const long = words.filter((word) => word.text.length >= 4);
  const tall = long.filter(({ box: [x0, y0, x1, y1] }) => (y1 - y0) * raster.heightPx > (x1 - x0) * raster.widthPx);
  return tall.length >= 4 && tall.length >= 0.7 * long.length;
}

async function bestOfWholes(first: Reading, turns: readonly number[], recognise: Recognise): Promise<Reading> {
  const worth = ({ words }: Reading): number => meanConfidence(words) * Math.sqrt(lettersOf(words));
  let best = first;
  for (const degrees of turns) {
    const other = await readTurned(first, degrees, recognise);
    if (worth(other) > worth(best) * (1 + leastLead)) best = other;
  }
  return best;
}

/** Reads a few lines of the page turned each way, and gives the turn in which they read most surely. */
async function bestTurn({ raster, words }: Reading, turns: readonly number[], recognise: Recognise): Promise<number> {
  const lines = fullestLines(words);
  const strip = await crop(raster, around(lines));
  // Print that runs up or down is read too, and surely: but it does not stand upright.
  let best = { degrees: 0, confidence: turns.length > 1 ? 0 : meanConfidence(lines) + leastLead };
  for (const degrees of turns) {
    const confidence = meanConfidence(await recognise(await turn(strip, degrees)));
    if (confidence > best.confidence) best = { degrees, confidence };
  }
  return best.degrees;
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
