import type { SearchGroup } from '../../src/shared/contract/search.ts';

export type SearchStart = {
  /** What the one search finds, whatever is typed. */
  readonly found?: readonly SearchGroup[];
};

export const searchAnswers = ({ found = [] }: SearchStart): { readonly [name: string]: (input: never) => unknown } => ({
  'search/find': () => ({ fault: null, groups: found, status: { isFilling: false, done: 0, total: 0 } }),
  'search/recall': ({ hits }: { hits: readonly { id: string }[] }) =>
    hits.flatMap(({ id }) => found.flatMap((group) => group.hits.filter((hit) => hit.id === id))),
  'search/passage': () => ({
    page: 1,
    lines: [
      [
        { text: 'Höj- och sänkbart ', isMarked: false },
        { text: 'skrivbord', isMarked: true },
      ],
    ],
  }),
});
