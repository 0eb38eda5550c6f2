import { readFile, stat } from 'node:fs/promises';
import { openImage } from './open-image.ts';
import { greyOf, type Raster } from './raster.ts';
import { ReadError } from './read-error.ts';
import { sniffType } from './sniff-type.ts';

/** The page image that zones were asked of last: a clerk asks for several on one page. */
export type KeptImage = { readonly open: (path: string) => Promise<Raster> };

export function keepImage(): KeptImage {
  let kept: { readonly key: string; readonly image: Raster } | undefined;
  return {
    open: async (path) => {
      const { ino, size, mtimeMs } = await stat(path);
      const key = JSON.stringify([path, ino, size, mtimeMs]);
      if (kept?.key === key) return kept.image;
      kept = undefined;
      kept = { key, image: await decode(path) };
      return kept.image;
    },
  };
}

/** One of our own page images, in grey. */
async function decode(path: string): Promise<Raster> {
  const bytes = await readFile(path);
  const mediaType = sniffType(bytes);
  if (mediaType === undefined || mediaType === 'application/pdf') throw new ReadError('unknown-type', 'not a page image');
  const image = await openImage(bytes, mediaType);
  const { raster } = await image.openPage(1);
  return greyOf(raster);
}
