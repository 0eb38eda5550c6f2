import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Published invoices and rule cases that nobody here made. They lie beside the repository, or are not there. */
export const sharedData = fileURLToPath(new URL('../../../shared/data', import.meta.url));
export const isThere = existsSync(join(sharedData, 'schematron-outcomes.tsv'));

/** All XML files below folders of the shared data, by their path in it. */
export const xmlFiles = (...folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(sharedData, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.xml$/i.test(entry.name))
      .map((entry) => relative(sharedData, join(entry.parentPath, entry.name)))
      .toSorted(),
  );

export const bytesOf = (file: string): Uint8Array => readFileSync(join(sharedData, file));
