/** What is done in the page: see in-page.mjs. `place` counts the heads of the columns; `share` is how far down one scrolls, 0–1. */
export type Act =
  | { readonly kind: 'filter'; readonly text: string }
  | { readonly kind: 'sort'; readonly place: number }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'scroll'; readonly share: number };

/** Resolves with the milliseconds until what came of it was painted. */
export declare function painted(act: Act): Promise<number>;
/** Resolves with the milliseconds that each frame took. */
export declare function scrollThrough(tookMs: number): Promise<readonly number[]>;
