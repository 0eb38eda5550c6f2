import type { PageWords } from '../../../shared/base/page.ts';
import type { Zone } from '../../../shared/contract/reader.ts';
import { closeReadingsWanted } from '../../../shared/domain/extraction/index.ts';
import type { Proposal } from '../../../shared/domain/invoice-fields/index.ts';
import type { Blobs } from '../blobs.ts';
import type { ReadPageFacts } from './kept-pages.ts';
import { patiently } from './patience.ts';
import type { Readers, Urgency } from './readers.ts';

type Around = {
  readonly readers: Pick<Readers, 'readZones'>;
  readonly blobs: Pick<Blobs, 'pathOf'>;
  readonly urgency: Urgency;
  readonly onReaderLost: () => void;
};

const wordsOf = (pages: readonly ReadPageFacts[], { pages: numbers }: Proposal): readonly PageWords[] =>
  pages.flatMap(({ words }) => (numbers.includes(words.page) ? [words] : []));

/**
 * Reads the places of a document again that are worth it, one page at a time. Gives those pages that it read, with what it read
 * beside the first reading; pages that were read closely before are left. A reading that fails is done without: it only adds proof.
 */
export async function readClosely(
  proposal: Proposal,
  pages: readonly ReadPageFacts[],
  { readers, blobs, urgency, onReaderLost }: Around,
): Promise<{ readonly pages: readonly ReadPageFacts[]; readonly tookMs: number }> {
  const wanted = Map.groupBy(closeReadingsWanted(proposal, wordsOf(pages, proposal)), ({ page }) => page);
  const read = pages
    .filter((page) => page.isReadClosely !== true && wanted.has(page.words.page))
    .map(async (page) => {
      const zones = (wanted.get(page.words.page) ?? []).map(({ box, alphabet }): Zone => ({ box, alphabet, harder: false }));
      const ask = (when: Urgency) => readers.readZones(blobs.pathOf(page.imageSha256), zones, when);
      const outcome = await patiently(ask, { urgency, onReaderLost });
      const words: PageWords = outcome.kind === 'done' ? { ...page.words, again: outcome.value.flat() } : page.words;
      return { page: { ...page, words, isReadClosely: true }, tookMs: outcome.kind === 'done' ? outcome.tookMs : 0 };
    });
  const done = await Promise.all(read);
  return { pages: done.map(({ page }) => page), tookMs: done.reduce((sum, { tookMs }) => sum + tookMs, 0) };
}
