import type { Day } from '../../base/day.ts';
import { editsBetween } from '../../base/edit-distance.ts';
import { type AmountName, amountNames, type FieldName, type FieldValue, fieldKinds } from '../invoice-fields/index.ts';
import { type LearnedAnchor, shapeOf } from './anchor.ts';
import { lettersOf } from './labels.ts';
import { gapInHeights, heightOf, type Row, type Token, textOf } from './rows.ts';
import { mostWords, readAs } from './value-places.ts';

/** A value that stands where a learned rule says its field does (or, with `stands` false, does not). */
export type LearnedValue = {
  readonly anchor: LearnedAnchor;
  readonly value: FieldValue;
  readonly raw: string;
  readonly tokens: readonly Token[];
};

/** What stands at the places that were taught for the supplier. `pages` are the document's pages in order. */
export function learnedValues(
  rows: readonly Row[],
  pages: readonly number[],
  anchors: readonly LearnedAnchor[],
  today: Day,
): readonly LearnedValue[] {
  return anchors.flatMap((anchor) => {
    const starts = anchor.label === '' ? cornerOf(anchor, pages) : labelsLike(anchor, rows, pages);
    const found = starts.map((start) => valueAt(anchor, start, rows, today)).find((one) => one !== undefined);
    return found ? [{ anchor, ...found }] : [];
  });
}

/** Where an anchor's steps are counted from. */
type Start = { readonly page: number; readonly x0: number; readonly y0: number; readonly label: readonly Token[] };

const cornerOf = (anchor: LearnedAnchor, pages: readonly number[]): readonly Start[] =>
  [pages.at(anchor.page > 0 ? anchor.page - 1 : anchor.page)].flatMap((page) =>
    page === undefined ? [] : [{ page, x0: 0, y0: 0, label: [] }],
  );

/** The label's readings, a misread letter in six forgiven; those on the page where it was taught first. */
function labelsLike(anchor: LearnedAnchor, rows: readonly Row[], pages: readonly number[]): readonly Start[] {
  const most = Math.floor(anchor.label.length / 6);
  const home = pages.at(anchor.page > 0 ? anchor.page - 1 : anchor.page);
  const found = rows.flatMap((row) =>
    row.tokens.flatMap((first, at) => {
      const label = runOf(row, at, anchor.label, most);
      return label ? [{ page: row.page, x0: first.x0, y0: first.y0, label }] : [];
    }),
  );
  return found.sort((a, b) => Number(b.page === home) - Number(a.page === home));
}

function runOf(row: Row, at: number, letters: string, most: number): readonly Token[] | undefined {
  for (let count = 1; count <= 4 && at + count <= row.tokens.length; count += 1) {
    const tokens = row.tokens.slice(at, at + count);
    const read = lettersOf(textOf(tokens));
    if (read.length > letters.length + most) return undefined;
    if (editsBetween(read, letters, most) <= most) return tokens;
  }
  return undefined;
}

/** Print of one layout moves by so many of its heights between scans. */
const slack = 1.1;

function valueAt(
  anchor: LearnedAnchor,
  start: Start,
  rows: readonly Row[],
  today: Day,
): Omit<LearnedValue, 'anchor'> | undefined {
  const [left, right, top] = [start.x0 + anchor.dx0, start.x0 + anchor.dx1, start.y0 + anchor.dy];
  const near = rows.filter((row) => row.page === start.page).flatMap((row) => row.tokens);
  const height = heightOf(start.label[0] ?? near[0] ?? ({ y0: 0, y1: 0.012 } as Token));
  const level = near.filter(
    (token) => Math.abs(token.y0 - top) < slack * Math.max(height, heightOf(token)) && !start.label.includes(token),
  );
  const byLeft = level.filter((token) => Math.abs(token.x0 - left) < 1.5 * heightOf(token));
  const byRight = level.filter((token) => Math.abs(token.x1 - right) < 1.5 * heightOf(token));
  const readings = [
    ...byLeft.flatMap((token) => runsFrom(token, rows, anchor.field)),
    ...byRight.flatMap((token) => runsTo(token, rows, anchor.field)),
  ];
  const readable = readings.flatMap((tokens) => {
    const raw = textOf(tokens);
    const value = tokens.some((token) => start.label.includes(token)) ? undefined : readAs(anchor.field, raw, today);
    return value === undefined || !isLike(anchor, raw) ? [] : [{ value, raw, tokens }];
  });
  const off = (tokens: readonly Token[]): number =>
    Math.min(Math.abs((tokens[0]?.x0 ?? 9) - left), Math.abs((tokens.at(-1)?.x1 ?? 9) - right)) +
    Math.abs((tokens[0]?.y0 ?? 9) - top) -
    0.02 * tokens.length;
  return readable.sort((a, b) => off(a.tokens) - off(b.tokens))[0];
}

/** Amounts, days and numbers read by their own rules; a free text must have the form of the one that was shown. */
function isLike({ field, shape }: LearnedAnchor, raw: string): boolean {
  if (field === 'supplierName' || field === 'buyerReference') return true;
  if (fieldKinds[field] !== 'text') return amountNames.includes(field as AmountName) ? /\d/.test(raw) : true;
  return shapeOf(raw) === shape || (/^\p{L}*\d[\d-]*$/u.test(raw) && /^A?9[-9]*$/.test(shape));
}

const widest = 1.6;

function runsFrom(first: Token, rows: readonly Row[], field: FieldName): readonly (readonly Token[])[] {
  const tokens = rows[first.row]?.tokens ?? [];
  const at = tokens.indexOf(first);
  const runs: Token[][] = [[first]];
  for (const token of tokens.slice(at + 1, at + mostWords[fieldKinds[field]])) {
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    if (!last || gapInHeights(last, token) > widest) break;
    runs.push([...run, token]);
  }
  return runs.reverse();
}

function runsTo(last: Token, rows: readonly Row[], field: FieldName): readonly (readonly Token[])[] {
  const tokens = rows[last.row]?.tokens ?? [];
  const at = tokens.indexOf(last);
  const runs: Token[][] = [[last]];
  for (let before = at - 1; before >= 0 && runs.length < mostWords[fieldKinds[field]]; before -= 1) {
    const run = runs.at(-1) ?? [];
    const [next] = run;
    const token: Token | undefined = tokens[before];
    if (!next || !token || gapInHeights(token, next) > widest) break;
    runs.push([token, ...run]);
  }
  return runs.reverse();
}
