import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openFile } from '../../../src/main/reader/open-file.ts';
import { readPage } from '../../../src/main/reader/read-page.ts';
import { startRecogniser } from '../../../src/main/reader/recognise.ts';
import type { PageWords } from '../../../src/shared/base/page.ts';

// Reads the demonstration documents and keeps their words for the golden tests: node test/make/documents/keep-words.ts

const root = fileURLToPath(new URL('../../../', import.meta.url));
const documents = `${root}resources/demonstration/documents/`;

/** Four decimals of a place and two of a confidence are plenty, and keep the files readable; one word a line. */
function asText(pages: readonly PageWords[]): string {
  const short = (key: string, value: unknown): unknown =>
    typeof value === 'number' && key !== 'page' ? Number(value.toFixed(4)) : value;
  const rows = pages.map(({ words, ...page }) => {
    const inLines = words.map((word) => JSON.stringify({ ...word, confidence: Number(word.confidence.toFixed(2)) }, short));
    return `${JSON.stringify(page).slice(0, -1)},"words":[\n${inLines.join(',\n')}\n]}`;
  });
  return `[\n${rows.join(',\n')}\n]\n`;
}

const recogniser = await startRecogniser(`${root}node_modules/@tesseract.js-data/swe/4.0.0_best_int`);
for (const fileName of await readdir(documents)) {
  if (fileName.includes('trasig')) continue;
  const file = await openFile(`${documents}${fileName}`);
  const pages: PageWords[] = [];
  for (let page = 1; page <= file.pageCount; page += 1) {
    pages.push((await readPage(await file.openPage(page), page, recogniser.recognise)).words);
  }
  await file.close();
  await writeFile(`${root}test/golden/extraction/words/${fileName}.json`, asText(pages));
  console.info(`${fileName}: ${pages.map((page) => page.words.length).join(' + ')} words`);
}
await recogniser.stop();
