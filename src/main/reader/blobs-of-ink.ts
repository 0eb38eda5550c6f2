import type { Ink } from './ink.ts';

/** Ink that hangs together: its bounds in pixels (`right` and `bottom` are the first outside) and how many dots it has. */
export type InkBlob = { left: number; top: number; right: number; bottom: number; dots: number };

/** Dots beside each other in one row: `to` is the first after them; `blob` is the number of the blob that they belong to. */
export type Run = { readonly row: number; readonly from: number; readonly to: number; readonly blob: number };

export type InkBlobs = { readonly blobs: readonly Readonly<InkBlob>[]; readonly runs: () => Iterable<Run> };

/** Finds what hangs together, corner to corner too. Goes by runs of dots, for most of a page is paper. */
export function findBlobs({ dots, widthPx, heightPx }: Ink): InkBlobs {
  const rows: number[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  const parents: number[] = [];
  let above = 0; // the first run of the row above that may still touch
  let aboveEnd = 0;
  for (let row = 0; row < heightPx; row += 1) {
    const rowStart = froms.length;
    const begin = row * widthPx;
    const end = begin + widthPx;
    for (let at = begin; at < end; at += 1) {
      if (dots[at] !== 1) continue;
      const from = at - begin;
      while (at < end && dots[at] === 1) at += 1;
      const to = at - begin;
      const run = froms.length;
      rows.push(row);
      froms.push(from);
      tos.push(to);
      parents.push(run);
      while (above < aboveEnd && (tos[above] ?? 0) < from) above += 1;
      for (let other = above; other < aboveEnd && (froms[other] ?? 0) <= to; other += 1) join(parents, run, other);
    }
    above = rowStart;
    aboveEnd = froms.length;
  }
  return gather({ rows, froms, tos, parents });
}

function rootOf(parents: number[], run: number): number {
  let root = run;
  while (parents[root] !== root) {
    const next = parents[parents[root] ?? 0] ?? 0;
    parents[root] = next;
    root = next;
  }
  return root;
}

function join(parents: number[], one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)];
  if (a < b) parents[b] = a;
  else parents[a] = b;
}

type Runs = {
  readonly rows: readonly number[];
  readonly froms: readonly number[];
  readonly tos: readonly number[];
  readonly parents: number[];
};

function gather({ rows, froms, tos, parents }: Runs): InkBlobs {
  const blobs: InkBlob[] = [];
  const numbers = new Int32Array(froms.length).fill(-1);
  for (let run = 0; run < froms.length; run += 1) {
    const root = rootOf(parents, run);
    const [row, from, to] = [rows[run] ?? 0, froms[run] ?? 0, tos[run] ?? 0];
    // A root is the first of its runs.
    if (root === run) {
      numbers[run] = blobs.length;
      blobs.push({ left: from, top: row, right: to, bottom: row + 1, dots: to - from });
      continue;
    }
    const number = numbers[root] ?? 0;
    numbers[run] = number;
    const blob = blobs[number];
    if (blob === undefined) continue;
    blob.left = Math.min(blob.left, from);
    blob.right = Math.max(blob.right, to);
    blob.bottom = row + 1;
    blob.dots += to - from;
  }
  return {
    blobs,
    *runs() {
      for (let run = 0; run < froms.length; run += 1)
        yield { row: rows[run] ?? 0, from: froms[run] ?? 0, to: tos[run] ?? 0, blob: numbers[run] ?? 0 };
    },
  };
}
