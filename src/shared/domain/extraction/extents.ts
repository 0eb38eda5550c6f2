import type { Token } from './rows.ts';

/** Where some tokens of one row stand, in page heights. */
export type Extent = {
  readonly page: number;
  readonly row: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
};

/** A thing on the page with its place reckoned once. */
export type Placed<Thing> = { readonly thing: Thing; readonly tokens: readonly Token[]; readonly extent: Extent };

export const placeAll = <Thing extends { readonly tokens: readonly Token[] }>(
  things: readonly Thing[],
): readonly Placed<Thing>[] => things.map((thing) => ({ thing, tokens: thing.tokens, extent: extentOf(thing.tokens) }));

/** The smallest rectangle around the tokens, which stand on one page. */
export function extentOf(tokens: readonly Token[]): Extent {
  const [first] = tokens;
  return {
    page: first?.page ?? 0,
    row: first?.row ?? 0,
    x0: Math.min(...tokens.map((token) => token.x0)),
    x1: Math.max(...tokens.map((token) => token.x1)),
    y0: Math.min(...tokens.map((token) => token.y0)),
    y1: Math.max(...tokens.map((token) => token.y1)),
  };
}

/** How far two pieces of one column are from a common left edge, right edge or middle, in heights; undefined when no column. */
export function offColumn(a: Extent, b: Extent, height: number): number | undefined {
  const off = Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) / height;
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return shared > 0 || off < 1 ? off : undefined;
}
