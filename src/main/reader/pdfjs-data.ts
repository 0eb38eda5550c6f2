import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Kind = 'cMapUrl' | 'standardFontDataUrl' | 'wasmUrl';

/** The folders of pdf.js' own package; it hands them back with each wish. */
export const pdfjsFolders: Record<Exclude<Kind, 'wasmUrl'>, string> = {
  cMapUrl: packageFolder('cmaps'),
  standardFontDataUrl: packageFolder('standard_fonts'),
};

/**
 * Gives pdf.js its character maps and fonts from its own package's folders.
 *
 * In a utility process pdf.js takes itself to be in a browser, and would fetch them.
 */
export class PdfjsData {
  async fetch({ kind, filename }: { readonly kind: Kind; readonly filename: string }): Promise<Uint8Array> {
    if (kind === 'wasmUrl') throw new Error('Pictures are not decoded by pdf.js.');
    // The name may come from a foreign file: it names a file in the folder, and nothing outside.
    return new Uint8Array(await readFile(join(pdfjsFolders[kind], basename(filename))));
  }
}

/** With a slash at the end, as pdf.js wants it. */
function packageFolder(name: string): string {
  return `${join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), name)}/`;
}
