import type { SearchGroup } from '../../src/shared/contract/search.ts';

export type SearchStart = {
  /** What the one search finds, whatever is typed. */
  readonly found?: readonly SearchGroup[];
};

export const searchAnswers = ({ found = [] }: SearchStart): { readonly [name: string]: (input: never) => unknown } => ({
  'search/find': () => ({ fault: null, groups: found, status: { isFilling: false, done: 0, total: 0, elsewhere: 3 } }),
  'search/recall': ({ hits }: { hits: readonly { id: string }[] }) =>
    hits.flatMap(({ id }) => found.flatMap((group) => group.hits.filter((hit) => hit.id === id))),
  'call-notes/about': () => [],
  'call-notes/choices': () => ({
    lines: [],
    reasons: [{ id: 'reason-1', rev: 1, name: 'Betalning', fromDay: '2026-01-01' }],
    unitIds: ['main'],
  }),
  'drafts/read': () => null,
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
