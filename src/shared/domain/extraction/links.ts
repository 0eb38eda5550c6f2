import type { Label } from './labels.ts';
import { heightOf, type Row, type Token } from './rows.ts';
import type { Span } from './spans.ts';

/** A label and a value that stands where the label's value is printed: right of it or below it. */
export type Link<Value> = {
  readonly label: Label;
  readonly span: Span<Value>;
  /** How likely the two belong together, 0..1. */
  readonly score: number;
};

/**
 * Which value each label announces. A value belongs to the label that fits it best, and a label has one value;
 * other pairs stay with a low score, since a better sign may yet speak for them.
 */
export function linkLabels<Value>(
  labels: readonly Label[],
  spans: readonly Span<Value>[],
  rows: readonly Row[],
): readonly Link<Value>[] {
  const links = labels.flatMap((label) => [...rightOf(label, labels, spans, rows), ...below(label, labels, spans)]);
  const bestOfSpan = bestBy(links, (link) => link.span);
  const bestOfLabel = bestBy(links, (link) => link.label);
  return links.map((link) => {
    const owner = bestOfSpan.get(link.span);
    const owned = owner === undefined || owner.label.kind === link.label.kind || owner.score <= link.score;
    const first = bestOfLabel.get(link.label)?.span === link.span;
    return { ...link, score: link.score * (owned ? 1 : 0.3) * (first ? 1 : 0.4) };
  });
}

/** On the label's row, up to the next label; the nearer the better. */
function rightOf<Value>(
  label: Label,
  labels: readonly Label[],
  spans: readonly Span<Value>[],
  rows: readonly Row[],
): readonly Link<Value>[] {
  const last = label.tokens.at(-1);
  if (!last) return [];
  const next = Math.min(
    ...labels.filter((other) => follows(other, last)).map((other) => other.tokens[0]?.x0 ?? 0),
    Number.POSITIVE_INFINITY,
  );
  return spans.flatMap((span) => {
    const [first] = span.tokens;
    if (!first || first.row !== last.row || first.x0 < last.x0 + 1e-6 || first.x0 >= next || span.tokens.includes(last))
      return [];
    const gap = (first.x0 - last.x1) / heightOf(last);
    const between = rows[last.row]?.tokens.filter((token) => token.x0 > last.x0 && token.x1 <= first.x0 + 1e-6).length ?? 0;
    const score = Math.max(0.2, 1 - Math.max(gap - 12, 0) / 60 - 0.12 * between);
    return [{ label, span, score: score * label.strength }];
  });
}

const follows = (label: Label, last: Token): boolean => {
  const [first] = label.tokens;
  return first !== undefined && first.row === last.row && first.x0 > last.x0 && !label.tokens.includes(last);
};

const deepest = 4.5;

/** Under the label, in its column, with no other label or value of the column in between. */
function below<Value>(label: Label, labels: readonly Label[], spans: readonly Span<Value>[]): readonly Link<Value>[] {
  const place = extentOf(label.tokens);
  const height = heightOf(label.tokens[0] ?? { ...place, text: '', box: [0, 0, 0, 0], confidence: 0, row: 0 });
  const inColumn = (tokens: readonly Token[]): boolean => {
    const other = extentOf(tokens);
    const depth = (other.y0 - place.y1) / height;
    return other.page === place.page && other.row > place.row && depth < deepest && beside(place, other, height) !== undefined;
  };
  const nearestLabel = Math.min(
    ...labels.filter((other) => other.kind !== label.kind && inColumn(other.tokens)).map((other) => extentOf(other.tokens).row),
    Number.POSITIVE_INFINITY,
  );
  const inReach = spans.filter((span) => inColumn(span.tokens) && extentOf(span.tokens).row < nearestLabel);
  const nearest = Math.min(...inReach.map((span) => extentOf(span.tokens).row));
  return inReach.flatMap((span) => {
    const other = extentOf(span.tokens);
    if (other.row !== nearest) return [];
    const depth = Math.max((other.y0 - place.y1) / height, 0);
    const off = beside(place, other, height) ?? 0;
    return [{ label, span, score: Math.max(0.95 - 0.09 * depth - 0.04 * off, 0.1) * label.strength }];
  });
}

type Extent = {
  readonly page: number;
  readonly row: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
};

function extentOf(tokens: readonly Token[]): Extent {
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
function beside(a: Extent, b: Extent, height: number): number | undefined {
  const off = Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) / height;
  const shared = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  return shared > 0 || off < 1 ? off : undefined;
}

function bestBy<Value, Key>(links: readonly Link<Value>[], keyOf: (link: Link<Value>) => Key): ReadonlyMap<Key, Link<Value>> {
  const best = new Map<Key, Link<Value>>();
  for (const link of links) {
    const before = best.get(keyOf(link));
    if (!before || link.score > before.score) best.set(keyOf(link), link);
  }
  return best;
}
