import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { photograph } from '../../../test/make/documents/photograph.ts';
import { cacheFolder } from './source-hash.ts';

/** One picture file for each page of a file, as an engine that takes pictures only would be given them. */
export async function pagePictures({
  path,
  sha256,
}: {
  readonly path: string;
  readonly sha256: string;
}): Promise<readonly string[]> {
  const folder = join(cacheFolder, 'page-pictures');
  await mkdir(folder, { recursive: true });
  if (/\.(jpe?g|png)$/i.test(path)) return [path];
  const list = join(folder, `${sha256}.json`);
  if (existsSync(list)) return JSON.parse(await readFile(list, 'utf8')) as readonly string[]; // written by ourselves
  const pictures: string[] = [];
  for (const png of path.endsWith('.pdf') ? await pdfPages(path) : await tiffPages(path)) {
    const picture = join(folder, `${sha256}-${pictures.length + 1}.png`);
    await writeFile(picture, png);
    pictures.push(picture);
  }
  await writeFile(`${list}.new`, JSON.stringify(pictures));
  await rename(`${list}.new`, list);
  return pictures;
}

async function pdfPages(path: string): Promise<readonly Buffer[]> {
  const pages = await photograph(await readFile(path), 300);
  return Promise.all(
    pages.map(({ pixels, width, height }) =>
      sharp(pixels, { raw: { width, height, channels: 1 } })
        .withMetadata({ density: 300 })
        .png({ compressionLevel: 2 })
        .toBuffer(),
    ),
  );
}

async function tiffPages(path: string): Promise<readonly Buffer[]> {
  const { pages = 1 } = await sharp(path).metadata();
  return Promise.all(
    Array.from({ length: pages }, (_, page) => sharp(path, { page }).withMetadata().png({ compressionLevel: 2 }).toBuffer()),
  );
}
