import { readAmount } from './amounts.ts';
import { gapInHeights, heightOf, type Row, type Token } from './rows.ts';
import { findSpans, type Span } from './spans.ts';

/** Codes that may be an invoice, order or customer number: one word with a digit in it (or two of digits only) that is no date, sum or rate. */
export const codesIn = (rows: readonly Row[]): readonly Span<string>[] =>
  findSpans(rows, {
    mostTokens: 2,
    widestGap: 0.6,
    read: (text) => (/^\d{1,4} \d{3,7}$/.test(text) ? text : readCode(text)),
  }).filter((span) => !isRate(span, rows));

function isRate({ tokens }: Span<string>, rows: readonly Row[]): boolean {
  const last = tokens.at(-1);
  const row = last && rows[last.row];
  return last !== undefined && row?.tokens[row.tokens.indexOf(last) + 1]?.text.startsWith('%') === true;
}

/** '#1234' and '1234.' are 1234. Nothing for a date, a sum of money, a rate or a word. */
export function readCode(text: string): string | undefined {
  if (/^\(.*\)$/.test(text)) return undefined; // a remark on what stands before it
  const code = text.replace(/^[#(:]+|[.,:;)]+$/g, '').replace(/^P0(?=\d{3,})/, 'PO');
  if (/^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(code)) return undefined; // a BIC
  if (!/\d/.test(code) || !/^[\p{L}\d][\p{L}\d/_.\-#]*$/u.test(code) || code.length > 30) return undefined;
  if (/^(?:19|20)\d{2}[-/.]\d{2}[-/.]\d{2}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(code)) return undefined;
  if (/[.,]\d{2}$/.test(code) && readAmount(code)?.hasDecimals) return undefined;
  return code;
}

/** Digits in any grouping, as an OCR reference is printed: '1234 5678 9012'. */
export const digitsIn = (rows: readonly Row[]): readonly Span<string>[] =>
  findSpans(rows, {
    mostTokens: 8,
    widestGap: 1.4,
    read: (text) => {
      const digits = text.replace(/[ #]/g, '');
      return /^\d{2,25}$/.test(digits) && !/^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits) ? digits : undefined;
    },
  });

/** Free words, such as a person's name: each run of words without a wide gap, so far as no label (`taken`) begins. */
export function phrasesIn(rows: readonly Row[], taken: ReadonlySet<Token>): readonly Span<string>[] {
  const columns = columnsUnder(rows, taken);
  return rows
    .flatMap((row) => {
      const runs: Token[][] = [];
      let open: Token[] | undefined;
      for (const token of row.tokens) {
        const before = open?.at(-1);
        if (taken.has(token)) open = undefined;
        else if (open?.[0] && before && gapInHeights(before, token) < 1.5 && !(columns.has(token) && columns.has(open[0])))
          open.push(token);
        else {
          open = [token];
          runs.push(open);
        }
      }
      return runs.map(withoutNoise).map((tokens) => {
        const raw = tokens.map((token) => token.text).join(' ');
        return { value: raw.replace(/^[:#\s-]+|[\s,;]+$/g, ''), raw, tokens };
      });
    })
    .filter((span) => /[\p{L}\d]{2}/u.test(span.value) && span.value.length <= 60);
}

/** Specks and strokes beside a word are read as words too, but unsurely. */
function withoutNoise(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex(({ confidence }) => confidence > 0.4);
  return start > 0 ? tokens.slice(start) : tokens;
}

/** Words under the left edge of a label: a column begins there, however near the column before it ends. */
function columnsUnder(rows: readonly Row[], labelled: ReadonlySet<Token>): ReadonlySet<Token> {
  const starts = rows.flatMap(({ tokens }) =>
    tokens.filter((token, at) => labelled.has(token) && !isWithinLabel(tokens, at, labelled)),
  );
  const under = starts.flatMap((start) =>
    [rows[start.row + 1], rows[start.row + 2]].flatMap((row) =>
      row?.page === start.page ? row.tokens.filter((token) => isAtEdge(token, start)) : [],
    ),
  );
  return new Set(under);
}

const isWithinLabel = (tokens: readonly Token[], at: number, labelled: ReadonlySet<Token>): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return before !== undefined && token !== undefined && labelled.has(before) && gapInHeights(before, token) < 0.8;
};

const isAtEdge = (token: Token, start: Token): boolean =>
  Math.abs(token.x0 - start.x0) < 0.35 * heightOf(start) && token.y0 - start.y1 < 2.5 * heightOf(start);
