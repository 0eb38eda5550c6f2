import type { Label } from './labels.ts';
import { gapInHeights, heightOf, type Row, segmentsOf, type Token } from './rows.ts';

/** Names that a public buyer bears. Its own name on the page is not its supplier's. */
const publicNames = /^(region(en)?|kommun(en)?|stad|landsting(et)?|myndigheten|servicecentrum|\p{L}+s (kommun|stad))\b/iu;

/**
 * The tokens that belong to the buyer: what stands under 'Fakturaadress' and its like, in their column, and the block
 * that begins with a public body's name.
 */
export function buyerTokens(rows: readonly Row[], labels: readonly Label[]): ReadonlySet<Token> {
  const fromLabels = labels.filter((label) => label.kind === 'buyer').map((label) => label.tokens);
  const fromNames = rows
    .flatMap((row) => segmentsOf(row))
    .filter((segment) => publicNames.test(segment.map((token) => token.text).join(' ')));
  return new Set(
    [...fromLabels, ...fromNames].flatMap((start) => [...start, ...blockUnder(start, rows), ...besides(start, rows)]),
  );
}

const mostRows = 7;

/** The rows that follow below in one column with no wide blank between them: an address. */
function blockUnder(start: readonly Token[], rows: readonly Row[]): readonly Token[] {
  const [first] = start;
  if (!first) return [];
  const block: Token[] = [];
  let bottom = first.y1;
  for (const row of rows.slice(first.row + 1)) {
    if (row.page !== first.page || block.length > 40) break;
    const segment = segmentsOf(row).find((tokens) => Math.abs((tokens[0]?.x0 ?? -9) - first.x0) < 2 * heightOf(first));
    const [head] = segment ?? [];
    if ((row.tokens[0]?.y0 ?? 0) - bottom > 2.2 * heightOf(first) || row.number > first.row + 2 * mostRows) break;
    if (!segment || !head) continue;
    block.push(...segment);
    bottom = head.y1;
  }
  return block;
}

/** 'Kund: Region Exempel': the words close to the right of the label. */
function besides(start: readonly Token[], rows: readonly Row[]): readonly Token[] {
  const last = start.at(-1);
  const row = last && rows[last.row];
  if (!last || !row) return [];
  const next = row.tokens[row.tokens.indexOf(last) + 1];
  if (!next || gapInHeights(last, next) > 6) return [];
  return segmentsOf(row).find((segment) => segment.includes(next)) ?? [];
}
