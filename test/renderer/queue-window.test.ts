import { expect, test } from 'vitest';
import {
  type PageAsked,
  pageAfter,
  pageBefore,
  placeFor,
  startOf,
  wanted,
} from '../../src/renderer/features/supplier-invoices/queue-window.ts';
import type { QueuePage } from '../../src/shared/contract/engine.ts';

test.each([
  // in view, what is fetched, where 500–900 is here
  [600, 640, undefined],
  [850, 890, 'next'],
  [890, 930, 'next'],
  [520, 560, 'previous'],
  [470, 510, 'previous'],
  [900, 940, 'elsewhere'],
  [10, 50, 'elsewhere'],
])('rows %i–%i: %s', (from, to, what) => {
  expect(wanted({ from: 500, to: 900 }, { from, to })).toBe(what);
});

test('a jump puts what is in view in the middle of the page', () => {
  expect(placeFor({ from: 5_000, to: 5_040 })).toBe(4_970);
  expect(placeFor({ from: 10, to: 50 })).toBe(0);
});

const cursor = { key: 1, id: 'x' as never };
const page = (rows: number, more: Partial<QueuePage> = {}): QueuePage => ({
  ...{ rows: Array.from({ length: rows }) as never, next: cursor, first: cursor, start: null, gap: null },
  ...more,
});

test.each<[PageAsked, QueuePage, number]>([
  [{ at: 400 }, page(100, { start: 400 }), 400],
  [{ at: 999 }, page(100, { start: 900 }), 900], // near the end
  [{ after: cursor, start: 500 }, page(100), 500],
  [{ before: cursor, end: 400 }, page(100), 300],
  [{ before: cursor, end: 90 }, page(100), 0], // rows came since
  [{ before: cursor, end: 90 }, page(60), 0], // rows went since: it is the first all the same
])('%o stands in its place', (asked, found, start) => {
  expect(startOf(asked, found)).toBe(start);
});

test('pages stand beside each other, from the first to the last', () => {
  expect(pageAfter(page(100), { after: cursor, start: 500 })).toEqual({ after: cursor, start: 600 });
  expect(pageAfter(page(70, { next: null }), { at: 0 })).toBeUndefined();
  expect(pageBefore(page(100), { after: cursor, start: 500 })).toEqual({ before: cursor, end: 500 });
  expect(pageBefore(page(100, { start: 0 }), { at: 0 })).toBeUndefined();
});
