import { gapInHeights, type Row, type Token } from './rows.ts';

/** A value that stands on the page: some neighbouring tokens that together can be read as one. */
export type Span<Value> = {
  readonly value: Value;
  readonly raw: string;
  readonly tokens: readonly Token[];
};

export type SpanSearch<Value> = {
  /** The most words that one value is printed as. */
  readonly mostTokens: number;
  /** The widest blank inside a value, in heights of the print. */
  readonly widestGap: number;
  readonly read: (text: string) => Value | undefined;
};

/** All values of one kind, the longest reading first at each place; readings do not overlap. */
export function findSpans<Value>(rows: readonly Row[], search: SpanSearch<Value>): readonly Span<Value>[] {
  return rows.flatMap((row) => {
    const spans: Span<Value>[] = [];
    for (let at = 0; at < row.tokens.length; ) {
      const span = longestAt(row, at, search);
      if (span) spans.push(span);
      at += span?.tokens.length ?? 1;
    }
    return spans;
  });
}

function longestAt<Value>(row: Row, at: number, search: SpanSearch<Value>): Span<Value> | undefined {
  for (let count = reachable(row, at, search); count > 0; count -= 1) {
    const tokens = row.tokens.slice(at, at + count);
    const raw = tokens.map((token) => token.text).join(' ');
    const value = search.read(raw);
    if (value !== undefined) return { value, raw, tokens };
  }
  return undefined;
}

/** How many tokens from `at` on stand close enough to be one value. */
function reachable<Value>(row: Row, at: number, search: SpanSearch<Value>): number {
  let count = 1;
  while (count < search.mostTokens) {
    const left = row.tokens[at + count - 1];
    const right = row.tokens[at + count];
    if (!left || !right || gapInHeights(left, right) > search.widestGap) break;
    count += 1;
  }
  return count;
}
