import { expect, test } from 'vitest';
import { settleRows } from '../../src/renderer/features/supplier-invoices/settle-rows.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const ids = (settled: { readonly rows: readonly { readonly id: string }[] }) => settled.rows.map(({ id }) => id).join('');

test.each([
  // shown, fetched anew, shown then, waiting
  ['', 'abc', 'abc', 0],
  ['abc', 'abc', 'abc', 0],
  ['abc', 'ac', 'ac', 0], // verified elsewhere
  ['abc', 'xabyc', 'abc', 2], // new ones wait
  ['abc', 'abcde', 'abcde', 0], // the next page
  ['abc', 'cba', 'abc', 0], // never reordered under the cursor
  ['abc', 'xyz', 'xyz', 0], // nothing left to keep in place
  ['abc', 'vwabc', 'vwabc', 0, 2], // the page before
  ['abc', 'vwxabc', 'vwabc', 1, 2], // and a new one between
] as const)('%s, then %s: shows %s and %i wait', (shown, fresh, then, waiting, earlier?: 2) => {
  const settled = settleRows(rows(shown), rows(fresh), earlier ?? 0);
  expect(ids(settled)).toBe(then);
  expect(settled.newCount).toBe(waiting);
});
