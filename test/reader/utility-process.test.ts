import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { aPdf, printedLines } from './make-pages.ts';

/** What of Electron's utility process makes pdf.js take itself to be in a browser. */
const likeUtilityProcess = `
  Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '45.0.0' } });
  process.type = 'utility';
  delete globalThis.navigator;`;

const openFileUrl = new URL('../../src/main/reader/open-file.ts', import.meta.url);

test('a text layer is read where pdf.js takes itself to be in a browser', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'));
  const path = join(folder, 'faktura.pdf');
  await writeFile(path, await aPdf());
  const script = `
    const { openFile } = await import(${JSON.stringify(openFileUrl.href)});
    const { textLayer } = await (await openFile(${JSON.stringify(path)})).openPage(1);
    process.stdout.write(JSON.stringify(textLayer?.map(({ text }) => text).join(' ')));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(likeUtilityProcess)}`, '--input-type=module', '--eval', script],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  );
  expect(JSON.parse(stdout)).toBe(printedLines.join(' '));
  await rm(folder, { recursive: true });
});
