import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Defect } from './defects.ts';

/** From now on the product's modules load with the defect in them. Call it before the first of them is imported. */
export function plant({ edits, name }: Defect, root: string): void {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (!url.startsWith('file:')) return loaded;
      const path = fileURLToPath(url);
      const wanted = edits.filter(({ file }) => path === `${root}/${file}`);
      if (wanted.length === 0) return loaded;
      return { ...loaded, source: wanted.reduce((text, edit) => edited(text, edit, name), String(loaded.source)) };
    },
  });
}

/** Throws when `find` does not stand in the text exactly once. */
export function edited(text: string, { file, find, replace }: Defect['edits'][number], name: string): string {
  const parts = text.split(find);
  if (parts.length !== 2) throw new Error(`${name}: stands ${parts.length - 1} times in ${file}`);
  return parts.join(replace);
}
