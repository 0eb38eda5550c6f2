import type { Day } from '../../base/day.ts';
import { readTypedValue } from '../invoice-fields/index.ts';
import { emptyWords, nameWords } from '../register-twins/index.ts';
import { alikeToken, amountToken, isPersonsKey, personToken, tokenSigns } from './invoice-tokens.ts';
import { squeezed, wordsOf } from './page-words.ts';
import type { ReadSearch, SearchTerm } from './read-search.ts';

/** `begun`: whatever begins with it will do. */
export type SoughtToken = { readonly token: string; readonly begun: boolean };
/** All of the groups must hold, each by any of its tokens. */
export type SoughtGroups = readonly (readonly SoughtToken[])[];

/** One way to look for invoices: in their own facts, on their pages, or in both. */
export type InvoiceAsk = { readonly facts: SoughtGroups; readonly pages: SoughtGroups };

export type AskedBy = { readonly mayFindPersons: boolean; readonly today: Day };

/** How many letters a word must have before whatever begins with it is looked for on pages. */
const begunOnPages = 3;

/**
 * The ways to look for what was typed, the likeliest first: as one whole number or amount, as the beginning of one, as words of the facts, and
 * as words on the page. None where nothing was typed.
 */
export function invoiceAsks({ terms }: ReadSearch, by: AskedBy): readonly InvoiceAsk[] {
  const free = terms.filter(({ meaning }) => meaning === null).map(({ text }) => text);
  const meant = terms.filter(({ meaning }) => meaning !== null && meaning !== 'text');
  const onPage = terms.filter(({ meaning }) => meaning === 'text').flatMap(({ text }) => pageGroups(text));
  const whole = free.join(' ');
  const hasDigit = /\d/.test(whole);
  const asks: InvoiceAsk[] = [];
  if (onPage.length === 0) {
    if (hasDigit || (free.length === 0 && meant.length > 0)) {
      asks.push({
        facts: [
          ...meant.map((term) => wholeGroup(term, by)),
          ...(hasDigit ? [wholeGroup({ meaning: null, text: whole }, by)] : []),
        ],
        pages: [],
      });
      asks.push({
        facts: [...meant.flatMap((term) => begunGroups(term, by)), ...(hasDigit ? [keysBegun(whole)] : [])],
        pages: [],
      });
    }
    if (free.length > 0)
      asks.push({
        facts: [...meant.flatMap((term) => begunGroups(term, by)), ...free.flatMap((text) => wordGroups(text, by))],
        pages: [],
      });
  }
  const pages = [...onPage, ...free.flatMap(pageGroups)];
  const asTyped = pages.map((group) => group.map(({ token }) => exact(token))); // quick also where whatever begins so is on every page
  const alsoMeant = meant.flatMap((term) => begunGroups(term, by));
  if (pages.length > 0) asks.push({ facts: alsoMeant, pages: asTyped }, { facts: alsoMeant, pages });
  return asks.filter(
    ({ facts, pages: words }) => facts.length + words.length > 0 && [...facts, ...words].every((group) => group.length > 0),
  );
}

/**
 * The words and numbers nearly as they were typed, for when nothing is found as they are. `near`: the words that occur in names and are like
 * this one. Null: there is nothing like it.
 */
export function invoiceAskNearly(
  { terms }: ReadSearch,
  by: AskedBy,
  near: (word: string) => readonly string[],
): InvoiceAsk | null {
  if (terms.some(({ meaning }) => meaning === 'text')) return null;
  const whole = terms.filter(({ meaning }) => meaning === null || meaning === 'number').map(({ text }) => text);
  if (whole.length === terms.length && /\d/.test(whole.join('')) && !/\p{L}{3}/u.test(whole.join('')))
    return { facts: [numbersNear(whole.join(''))], pages: [] };
  const groups = terms.flatMap((term) => {
    if (term.meaning !== null && term.meaning !== 'name') return begunGroups(term, by);
    const words = nameWords(term.text).filter((word) => !emptyWords.has(word));
    return words.map((word) => [...wordGroup(word, by), ...near(word).map((other) => ({ token: other, begun: false }))]);
  });
  return groups.length === 0 || groups.some((group) => group.length === 0) ? null : { facts: groups, pages: [] };
}

const exact = (token: string): SoughtToken => ({ token, begun: false });
const begun = (token: string): SoughtToken => ({ token, begun: true });

/** As a whole number or amount, of the kind that is meant or of any. */
function wholeGroup({ meaning, text }: SearchTerm, { mayFindPersons, today }: AskedBy): readonly SoughtToken[] {
  const amount = readTypedValue('minor', text, today);
  const amounts = amount.ok && typeof amount.value === 'number' ? [exact(amountToken(amount.value))] : [];
  if (meaning === 'amount') return amounts;
  if (meaning === 'name') return nameWords(text).map(exact).slice(0, 1);
  const signs = signsOf(meaning);
  const keys = keysOf(text);
  return [
    ...keys.flatMap((key) => signs.map((sign) => exact(`${sign}${key}`))),
    ...keys.map((key) => exact(`${tokenSigns.sealed}${key}`)),
    ...keys.filter((key) => mayFindPersons && isPersonsKey(key)).map((key) => exact(personToken(key))),
    ...(meaning === null ? amounts : []),
  ];
}

function begunGroups(term: SearchTerm, by: AskedBy): SoughtGroups {
  if (term.meaning === 'amount') return [wholeGroup(term, by)];
  if (term.meaning === 'name') return nameWords(term.text).map((word) => [begun(word)]);
  return [keysOf(term.text).flatMap((key) => signsOf(term.meaning).map((sign) => begun(`${sign}${key}`)))];
}

const keysBegun = (text: string): readonly SoughtToken[] =>
  keysOf(text).flatMap((key) => signsOf(null).map((sign) => begun(`${sign}${key}`)));

/** Each word: of a name, or of a number where it has a digit. */
const wordGroups = (text: string, by: AskedBy): SoughtGroups => {
  const words = nameWords(text);
  if (/\d/.test(text) && words.length > 1) return [[...wholeGroup({ meaning: null, text }, by), ...keysBegun(text)]];
  return words.map((word) => wordGroup(word, by));
};

const wordGroup = (word: string, by: AskedBy): readonly SoughtToken[] => [
  word.length < 2 ? exact(word) : begun(word),
  ...(/\d/.test(word) ? [...wholeGroup({ meaning: null, text: word }, by), ...keysBegun(word)] : []),
];

function pageGroups(text: string): SoughtGroups {
  const words = wordsOf(text).filter((word) => word.length > 1);
  const one = squeezed(text);
  const group = (word: string) => [word.length < begunOnPages ? exact(word) : begun(word)];
  return words.length > 1 && /\d/.test(text) ? [[exact(one)]] : words.map(group);
}

function signsOf(meaning: SearchTerm['meaning']): readonly string[] {
  switch (meaning) {
    case 'number':
    case 'ocr':
    case 'account':
    case 'organisation':
      return [tokenSigns[meaning]];
    default:
      return [tokenSigns.number, tokenSigns.ocr, tokenSigns.account, tokenSigns.organisation];
  }
}

/** A number as it may be kept: without the century of an organisation number, with the SE of a VAT number. */
export function keysOf(text: string): readonly string[] {
  const key = squeezed(text);
  if (key === '') return [];
  return [
    ...new Set([
      key,
      ...(/^(16|00|19|20)\d{10}$/.test(key) ? [key.slice(2)] : []),
      ...(/^\d{10}01$/.test(key) ? [`se${key}`] : []),
    ]),
  ];
}

/** Numbers that look alike on paper, and those with one digit wrong or two that changed places. */
function numbersNear(text: string): readonly SoughtToken[] {
  const key = squeezed(text);
  if (key.length < 4 || key.length > 20) return [exact(alikeToken(key))];
  const near = new Set<string>();
  for (let at = 0; at < key.length; at += 1) {
    const [before, here = '', after] = [key.slice(0, at), key[at], key.slice(at + 1)];
    if (/\d/.test(here)) for (const digit of '0123456789') near.add(`${before}${digit}${after}`);
    if (after !== '') near.add(`${before}${after[0]}${here}${after.slice(1)}`);
    near.add(`${before}${after}`);
  }
  return [
    exact(alikeToken(key)),
    ...[...near].flatMap((other) => [exact(`${tokenSigns.number}${other}`), exact(`${tokenSigns.ocr}${other}`)]),
  ];
}
