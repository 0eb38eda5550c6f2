import { type Extent, offColumn, type Placed, placeAll } from './extents.ts';
import type { Label } from './labels.ts';
import { heightOf, type Row } from './rows.ts';
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
  const spansOf = Map.groupBy(placeAll(spans), (span) => span.extent.page);
  const labelsOf = Map.groupBy(placeAll(labels), (label) => label.extent.page);
  const links = [...labelsOf].flatMap(([page, onPage]) => {
    const values = spansOf.get(page) ?? [];
    const announced = values.filter((value) => hasLabelBefore(value, onPage, rows));
    return onPage.flatMap((label) => [...rightOf(label, onPage, values, rows), ...below(label, onPage, values, announced)]);
  });
  const bestOfSpan = bestBy(links, (link) => link.span);
  const bestOfLabel = bestBy(links, (link) => link.label);
  return links.map((link) => {
    const owner = bestOfSpan.get(link.span);
    const owned = owner === undefined || owner.label.kind === link.label.kind || owner.score <= link.score;
    const first = bestOfLabel.get(link.label)?.span === link.span;
    return { ...link, score: link.score * (owned ? 1 : 0.3) * (first ? 1 : 0.4) };
  });
}

/** Whether a label stands right before a value on its row, with nothing in between. */
function hasLabelBefore({ tokens }: Placed<Span<unknown>>, labels: readonly Placed<Label>[], rows: readonly Row[]): boolean {
  const [first] = tokens;
  const row = first && rows[first.row];
  const before = first && row?.tokens[row.tokens.indexOf(first) - 1];
  return before !== undefined && labels.some((label) => label.tokens.includes(before) && label.thing.strength > 0.4);
}

/** On the label's row, up to the next label; the nearer the better. */
function rightOf<Value>(
  label: Placed<Label>,
  labels: readonly Placed<Label>[],
  spans: readonly Placed<Span<Value>>[],
  rows: readonly Row[],
): readonly Link<Value>[] {
  const { row, x1 } = label.extent;
  const last = label.tokens.at(-1);
  if (!last) return [];
  const onRow = <Thing>(things: readonly Placed<Thing>[]): readonly Placed<Thing>[] =>
    things.filter(({ extent, tokens }) => extent.row === row && extent.x0 > last.x0 && !tokens.includes(last));
  const next = Math.min(...onRow(labels).map((other) => other.extent.x0), Number.POSITIVE_INFINITY);
  return onRow(spans).flatMap(({ thing, extent }) => {
    if (extent.x0 >= next) return [];
    const gap = (extent.x0 - x1) / heightOf(last);
    const between = rows[row]?.tokens.filter((token) => token.x0 > last.x0 && token.x1 <= extent.x0 + 1e-6).length ?? 0;
    const least = between === 0 ? 0.5 : 0.2;
    const score = Math.max(least, 1 - 0.01 * Math.min(Math.max(gap, 0), 12) - Math.max(gap - 12, 0) / 60 - 0.12 * between);
    return [{ label: label.thing, span: thing, score: score * label.thing.strength }];
  });
}

const deepest = 4.5;

/** Under the label, in its column, with no other label or value of the column in between. */
function below<Value>(
  label: Placed<Label>,
  labels: readonly Placed<Label>[],
  spans: readonly Placed<Span<Value>>[],
  announced: readonly Placed<Span<Value>>[],
): readonly Link<Value>[] {
  const [first] = label.tokens;
  if (!first) return [];
  const height = heightOf(first);
  const depthOf = (extent: Extent): number => (extent.y0 - label.extent.y1) / height;
  const inColumn = ({ extent }: Placed<unknown>): boolean =>
    extent.row > label.extent.row && depthOf(extent) < deepest && offColumn(label.extent, extent, height) !== undefined;
  const others = labels.filter((other) => other.thing.kind !== label.thing.kind && inColumn(other));
  const inReach = spans.filter(inColumn);
  const nearestLabel = Math.min(...others.map((other) => other.extent.row), Number.POSITIVE_INFINITY);
  const nearest = Math.min(...inReach.map((span) => span.extent.row));
  if (nearest >= nearestLabel) return [];
  return inReach
    .filter((span) => span.extent.row === nearest)
    .map((span) => {
      const { thing, extent } = span;
      const off = offColumn(label.extent, extent, height) ?? 0;
      const near = Math.max(0.95 - 0.09 * Math.max(depthOf(extent), 0) - 0.04 * off, 0.1);
      const score = near * (announced.includes(span) ? 0.4 : 1);
      return { label: label.thing, span: thing, score: score * label.thing.strength };
    });
}

function bestBy<Value, Key>(links: readonly Link<Value>[], keyOf: (link: Link<Value>) => Key): ReadonlyMap<Key, Link<Value>> {
  const best = new Map<Key, Link<Value>>();
  for (const link of links) {
    const before = best.get(keyOf(link));
    if (!before || link.score > before.score) best.set(keyOf(link), link);
  }
  return best;
}
