import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, sha256Of } from './source-hash.ts';

const run = promisify(execFile);
/** One thread, as we use one for each page. */
const env = { ...process.env, OMP_THREAD_LIMIT: '1' };

/** The native engine's version where it is installed with Swedish, else undefined. */
export function nativeVersion(): string | undefined {
  const languages = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  if (languages.status !== 0 || !/^swe$/m.test(languages.stdout)) return undefined;
  return spawnSync('tesseract', ['--version'], { encoding: 'utf8' }).stdout.split('\n')[0];
}

export const recogniseNatively = async (picture: string): Promise<string> =>
  (await run('tesseract', [picture, '-', '--psm', '3', '-l', 'swe', 'tsv'], { env, maxBuffer: 50_000_000 })).stdout;

/** The printed lines of a page from top to bottom; words far from each other are parted by two spaces. Kept, for the engine does not change. */
export async function nativeLines(picture: string): Promise<readonly string[]> {
  const kept = join(cacheFolder, 'native', `${sha256Of(await readFile(picture))}.tsv`);
  if (existsSync(kept)) return linesIn(await readFile(kept, 'utf8'));
  const tsv = await recogniseNatively(picture);
  await mkdir(join(cacheFolder, 'native'), { recursive: true });
  await writeFile(`${kept}.new`, tsv);
  await rename(`${kept}.new`, kept);
  return linesIn(tsv);
}

type NativeWord = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly high: number;
  readonly text: string;
};

/** Tesseract parts a line where it sees columns: words are put together by their height on the page instead. */
function linesIn(tsv: string): readonly string[] {
  const words = tsv
    .split('\n')
    .slice(1)
    .flatMap((row): NativeWord[] => {
      const cells = row.split('\t');
      const [left, top, width, high] = cells.slice(6, 10).map(Number) as [number, number, number, number];
      const text = cells[11]?.trim() ?? '';
      return cells[0] === '5' && text !== '' ? [{ left, right: left + width, top, high, text }] : [];
    });
  const lines: NativeWord[][] = [];
  for (const word of words.toSorted((a, b) => a.top + a.high / 2 - b.top - b.high / 2)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSame =
      first !== undefined && Math.abs(first.top + first.high / 2 - word.top - word.high / 2) < 0.5 * Math.max(first.high, 20);
    if (isSame) line?.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const sorted = line.toSorted((a, b) => a.left - b.left);
    return sorted
      .map((word, at) => {
        const before = sorted[at - 1];
        return before === undefined ? word.text : `${word.left - before.right > 1.2 * word.high ? '  ' : ' '}${word.text}`;
      })
      .join('');
  });
}
