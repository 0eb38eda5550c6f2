import { currencyOf } from './amounts.ts';
import type { Candidate } from './field.ts';
import { lettersOf } from './labels.ts';
import type { Reading } from './reading.ts';
import { heightOf, ordinaryHeight, type Row, segmentsOf, type Token, textOf } from './rows.ts';

/** The legal form that ends (or begins) a company's name, in Sweden and among our neighbours. */
const legalForm =
  /(?:^|\s)(AB|Aktiebolag|HB|KB|Handelsbolag|Kommanditbolag|Ek\.? ?för\.?|Ekonomisk förening|Inc\.?|Ltd\.?|Limited|LLC|PLC|plc|GmbH|AG|B\.?V\.?|N\.?V\.?|A\/S|ApS|ASA|AS|OÜ|UAB|SIA|Sp\. z o\.o\.|S\.?p\.?A\.?|SAS|SARL|Oy|Oyj|S\.?A\.?|Corp\.?)(?=$|[\s,.;|)])/u;
/** The same at the end of a name, with what may follow it. */
const endsWithForm = new RegExp(`${legalForm.source}(?: ?\\(publ\\)| Ab| & Co\\.?(?: KG)?)?[,.;]*$`, 'u');
const startsWithForm = /^(AB|HB|Aktiebolaget|Stiftelsen|Föreningen)\s+\p{Lu}/u;
const neverName = /[@:]|www|http|\d{3}|%|^(sida|page|seite|tel|box|org)\b/iu;

/** Names that the supplier may bear by the letterhead alone: a legal form, large letters, the top or the foot of the page. */
export function letterheadNames({ rows, labels, buyer }: Reading, payees: ReadonlySet<Token>): readonly Candidate<string>[] {
  const ordinary = ordinaryHeight(rows);
  const labelled = new Set(labels.flatMap((label) => label.tokens));
  const firstPage = rows[0]?.page;
  const names = rows
    .filter((row) => row.page === firstPage || (row.tokens[0]?.y0 ?? 0) > 0.8)
    .flatMap((row) => segmentsOf(row).map((segment) => nameOf(segment, row, rows)))
    .filter((tokens) => tokens.length > 0 && !isLabel(tokens, labelled));
  const domains = domainsIn(rows);
  const all = names.flatMap((tokens) => {
    const raw = textOf(tokens);
    const value = raw.replace(/[\s,;|.-]+$/, '');
    const repeated = names.filter((other) => textOf(other).startsWith(value)).length > 1;
    const score = merit(tokens, {
      ordinary,
      domains,
      isPayee: tokens.some((token) => payees.has(token)),
      ofBuyer: tokens.some((token) => buyer.has(token)),
      repeated,
    });
    return score <= 0 || !/\p{L}{2}/u.test(value) ? [] : [{ value, raw, tokens, score, evidence: [] }];
  });
  return all
    .map((one) => withoutSigns(one, all))
    .map((one) => withDots(one, rows))
    .map((one) => (isWholeNameOf(one, all) ? { ...one, score: one.score + 1.2 } : one));
}

/** Read off an emblem beside the name, words that the same name does not bear elsewhere go. */
function withoutSigns(name: Candidate<string>, all: readonly Candidate<string>[]): Candidate<string> {
  const bare = all.find(({ value }) => endsWithForm.test(value) && value.length > 5 && name.value.endsWith(` ${value}`));
  return bare ? { ...name, value: bare.value } : name;
}

/** The dots over a letter are lost in reading oftener than found: where the same word stands elsewhere with them, it has them. */
function withDots(name: Candidate<string>, rows: readonly Row[]): Candidate<string> {
  const words = rows.flatMap((row) => row.tokens.map(({ text }) => text.replace(/[.,;:]+$/, '')));
  const value = name.value
    .split(' ')
    .map((word) => words.find((other) => dotsIn(other) > dotsIn(word) && bare(other) === bare(word) && word.length > 3) ?? word)
    .join(' ');
  return value === name.value ? name : { ...name, value };
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');
const dotsIn = (word: string): number => word.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;

/** A name with its legal form whose first word stands by itself as the letterhead's emblem. */
function isWholeNameOf({ value }: Candidate<string>, all: readonly Candidate<string>[]): boolean {
  if (!endsWithForm.test(value) && !startsWithForm.test(value)) return false;
  const letters = lettersOf(value.replace(/^(AB|HB|KB) /u, ''));
  return all.some((other) => {
    const emblem = lettersOf(other.value);
    return other.score > 1 && emblem.length >= 4 && emblem.length < letters.length && letters.includes(emblem);
  });
}

/** A label, or words behind one; but 'Frakt & Flytt AB' is a company. */
function isLabel(tokens: readonly Token[], labelled: ReadonlySet<Token>): boolean {
  const [first] = tokens;
  return (
    first !== undefined &&
    labelled.has(first) &&
    (!legalForm.test(textOf(tokens)) || tokens.every((token) => labelled.has(token)))
  );
}

function merit(
  tokens: readonly Token[],
  around: { ordinary: number; ofBuyer: boolean; repeated: boolean; domains: readonly string[]; isPayee: boolean },
): number {
  const [first] = tokens;
  if (!first) return 0;
  const text = textOf(tokens);
  const size = Math.max(...tokens.map(heightOf)) / around.ordinary;
  const signs = [
    legalForm.test(text) || startsWithForm.test(text) ? 1.1 : 0,
    first.y0 < 0.2 ? 0.5 : first.y0 > 0.85 ? 0.35 : 0,
    Math.min(Math.max(size - 1.2, 0) * 0.6, 0.8),
    around.repeated && legalForm.test(text) ? 0.4 : 0,
    around.domains.some((domain) => lettersOf(text).startsWith(domain) || domain.startsWith(lettersOf(text))) ? 1 : 0,
    /^\p{Lu}/u.test(text) ? 0.1 : -0.3,
    around.isPayee ? 0.8 : 0,
    currencyOf(text) ? -2 : 0,
    around.ofBuyer ? -1.6 : 0,
    neverName.test(text) ? -1 : 0,
    tokens.length > 6 ? -1 : 0,
    text.replace(legalForm, '').trim().length < 3 ? -2 : 0,
    titles.test(text) ? -2 : 0,
  ];
  return signs.reduce((sum, sign) => sum + sign, 0);
}

/** 'nordlek' of www.nordlek.example and info@nordlek.example: companies name their domains after themselves. */
function domainsIn(rows: readonly Row[]): readonly string[] {
  const texts = rows.flatMap((row) => row.tokens.map((token) => token.text.toLowerCase()));
  return texts.flatMap((text) => {
    const host = /(?:@|www\.|https?:\/\/(?:www\.)?)([a-zåäö0-9.-]+)\.[a-z]{2,}/.exec(text)?.[1];
    const domain = lettersOf(host?.split('.').at(-1) ?? '');
    return domain.length >= 4 ? [domain] : [];
  });
}

const titles =
  /^(kopia|original|faktura|invoice|kreditfaktura|kreditnota|kredit|påminnelse|betalningspåminnelse|inkassokrav|inbetalning|girering|factuur|rechnung|specifikation|credit note)\b/iu;

/** A letter by itself before a name that begins with it is the emblem. */
function withoutEmblem(segment: readonly Token[]): readonly Token[] {
  const [emblem, next] = segment;
  return emblem?.text.length === 1 && next?.text.startsWith(emblem.text) ? segment.slice(1) : segment;
}

/** A company's name ends with its legal form, which may stand on the next row of the same letterhead. */
function nameOf(printed: readonly Token[], row: Row, rows: readonly Row[]): readonly Token[] {
  const segment = withoutEmblem(printed);
  for (let count = 1; count <= segment.length; count += 1) {
    const tokens = segment.slice(0, count);
    const [next] = segment.slice(count);
    const goesOn = next !== undefined && /^(\(publ\)|Ab$|&$)/u.test(next.text);
    if (count > 1 && !goesOn && !startsWithForm.test(textOf(tokens)) && endsWithForm.test(textOf(tokens))) return tokens;
  }
  const [first] = segment;
  const last = segment.at(-1);
  const form = rows
    .slice(row.number + 1, row.number + 4)
    .flatMap((below) => segmentsOf(below).flatMap((one) => (one.length === 1 ? one : [])))
    .find(
      (token) => first && last && isUnder(token, first, last) && legalForm.test(token.text) && /^\p{L}+\.?$/u.test(token.text),
    );
  return form ? [...segment, form] : segment;
}

const isUnder = (token: Token, first: Token, last: Token): boolean =>
  token.page === first.page && token.x0 < last.x1 && token.x1 > first.x0 && token.y0 - first.y1 < 1.5 * heightOf(first);
