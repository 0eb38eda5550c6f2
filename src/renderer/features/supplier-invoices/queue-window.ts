import type { QueueCursor, QueuePage } from '../../../shared/contract/engine.ts';

/** How a page is asked for: by its place, or beside a page that is here. `start` and `end`: where it then stands in the whole list. */
export type PageAsked =
  | { readonly at: number }
  | { readonly after: QueueCursor; readonly start: number }
  | { readonly before: QueueCursor; readonly end: number };

export const pageRows = 100;

/** Which row of the whole list a page begins with. */
export function startOf(asked: PageAsked, page: QueuePage): number {
  if ('at' in asked) return page.start ?? asked.at;
  if ('start' in asked) return asked.start;
  return isFirst(asked, page) ? 0 : Math.max(0, asked.end - page.rows.length);
}

const isFirst = (asked: PageAsked, { rows }: QueuePage): boolean => 'before' in asked && rows.length < pageRows;

export function pageAfter(page: QueuePage, asked: PageAsked): PageAsked | undefined {
  return page.next === null ? undefined : { after: page.next, start: startOf(asked, page) + page.rows.length };
}

export function pageBefore(page: QueuePage, asked: PageAsked): PageAsked | undefined {
  const start = startOf(asked, page);
  return page.first === null || start === 0 ? undefined : { before: page.first, end: start };
}

/** A stretch of the list: from this row, up to that one. */
export type Stretch = { readonly from: number; readonly to: number };

/** So near to the end of what is here the next page is fetched. */
const nearRows = 40;

/** What to fetch so that what is in view comes to be here. */
export function wanted(here: Stretch, view: Stretch): 'next' | 'previous' | 'elsewhere' | undefined {
  if (view.from >= here.to || view.to < here.from) return 'elsewhere';
  if (view.to > here.to - nearRows) return 'next';
  return view.from < here.from + nearRows ? 'previous' : undefined;
}

/** Where to begin so that the view stands in the middle of a page. */
export const placeFor = ({ from, to }: Stretch): number => Math.max(0, Math.round((from + to - pageRows) / 2));
