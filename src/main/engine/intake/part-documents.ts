import type { PageWords } from '../../../shared/base/page.ts';
import {
  type Around,
  findSupplierKeys,
  type PlannedDocument,
  planPages,
  proposeDocuments,
} from '../../../shared/domain/extraction/index.ts';
import type { Proposal } from '../../../shared/domain/invoice-fields/index.ts';
import { readClosely } from './close-reading.ts';
import type { FileAround, FileJob } from './file-job.ts';
import type { ReadPageFacts } from './kept-pages.ts';

export type Parting = {
  /** The next page, in any order. */
  take(page: ReadPageFacts): void;
  /** What was told of a document threw: the rest need not be read. */
  hasFailed(): boolean;
  /** Every page has come (or, when not `isWhole`, no more will). Gives the milliseconds of close reading; throws what went wrong. */
  end(isWhole: boolean): Promise<number>;
};

/**
 * Parts the pages of a file into documents while they come. Where a document ends depends on the pages up to there, so each is
 * told of when the next one begins, and the last one at the end. Planning starts anew at the first page of the open document, and
 * after pages that are in registered documents already.
 */
export function partDocuments(around: FileAround, job: FileJob, wanted: readonly number[]): Parting {
  const come = new Map<number, ReadPageFacts>();
  const left = [...wanted]; // neither told of nor dropped, in order
  let turn: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;
  let closeMs = 0;
  let planned = 0;

  /** The first pages that are left and have come, without a gap; `isCut`: nothing that is to come can be of their documents. */
  function run(isWhole: boolean): { readonly pages: readonly ReadPageFacts[]; readonly isCut: boolean } {
    const pages: ReadPageFacts[] = [];
    for (const number of left) {
      const before = pages.at(-1)?.words.page;
      if (before !== undefined && number > before + 1) return { pages, isCut: true };
      const page = come.get(number);
      if (page === undefined) return { pages, isCut: false };
      pages.push(page);
    }
    return { pages, isCut: isWhole };
  }

  /** Planning every page of a long document anew for each page that comes would take time squared. */
  const isWorthPlanning = (count: number): boolean => count <= 8 || count >= 1.25 * planned;

  async function advance(isWhole: boolean): Promise<void> {
    for (;;) {
      const { pages, isCut } = run(isWhole);
      if (pages.length === 0 || (!isCut && !isWorthPlanning(pages.length))) return;
      const { documents, dropped } = planPages(pages.map(({ words }) => words));
      const open = isCut ? undefined : documents.at(-1);
      const end = open === undefined ? Number.POSITIVE_INFINITY : Math.min(...numbersOf(open));
      const done = new Map(pages.filter(({ words }) => words.page < end).map((page) => [page.words.page, page]));
      for (const { page: number, why } of dropped) {
        const page = done.get(number);
        if (page !== undefined) await job.onDropped(page, why);
      }
      for (const document of open === undefined ? documents : documents.slice(0, -1)) await tell(document, done);
      for (const number of done.keys()) come.delete(number);
      left.splice(0, done.size);
      planned = pages.length - done.size;
      if (!isCut) return;
    }
  }

  async function tell(document: PlannedDocument, done: ReadonlyMap<number, ReadPageFacts>): Promise<void> {
    const pages = numbersOf(document).flatMap((number) => done.get(number) ?? []);
    const known = await around.knowledge(findSupplierKeys(pages.map(({ words }) => words)));
    const first = proposeOne(document, pages, known);
    const urgency = () => job.urgency(0);
    const closely = await readClosely(first, pages, { ...around, urgency, onReaderLost: job.onReaderLost });
    closeMs += closely.tookMs;
    for (const page of closely.pages) await around.kept.keepPage(job.sha256, page);
    const again = new Map(closely.pages.map((page) => [page.words.page, page]));
    const final = pages.map((page) => again.get(page.words.page) ?? page);
    const proposal = again.size === 0 ? first : proposeOne(document, final, known);
    if (!job.isStopped()) await job.onDocument({ proposal, pages: final, around: known });
  }

  return {
    take: (page) => {
      come.set(page.words.page, page);
      turn = turn
        .then(() => (failure === undefined ? advance(false) : undefined))
        .catch((error: unknown) => {
          failure ??= { error };
        });
    },
    hasFailed: () => failure !== undefined,
    end: async (isWhole) => {
      await turn;
      if (failure !== undefined) throw failure.error;
      if (isWhole) await advance(true);
      return closeMs;
    },
  };
}

/** The proposal for one document whose pages are settled. */
function proposeOne(document: PlannedDocument, pages: readonly ReadPageFacts[], around: Around): Proposal {
  const words: readonly PageWords[] = pages.map((page) => page.words);
  const [proposal] = proposeDocuments(words, around).documents;
  if (proposal === undefined) throw new Error('a document was planned and none was proposed');
  return { ...proposal, pages: words.map(({ page }) => page), appendixPages: document.appendices.map(({ page }) => page) };
}

const numbersOf = ({ pages, appendices }: PlannedDocument): readonly number[] =>
  [...pages, ...appendices].map(({ page }) => page).sort((a, b) => a - b);
