/**
 * `npm run demo`: drives the built program in a real window and leaves what it saw in out/demo. Runs under Node 24.
 *
 * For now it opens the demonstration workspace and takes a picture; the steps of a clerk's day come with the screens.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchApp, root } from '../launch.ts';

const folder = join(root, 'out', 'demo');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const { page, startMs, close } = await launchApp({ demonstration: true, saveCopiesTo: folder });
await page.screenshot({ path: join(folder, 'start.png') });
await writeFile(join(folder, 'summary.json'), `${JSON.stringify({ startMs: Math.round(startMs) }, null, 2)}\n`);
await close();
console.info(`The demonstration is in ${folder}.`);
process.exit(0);
