import type { Day } from '../../base/day.ts';
import { err, ok, type Result } from '../../base/result.ts';
import { readTypedValue } from '../invoice-fields/index.ts';
import { type SearchKind, type SearchMeaning, scopeNamed, searchKinds } from './search-scopes.ts';

/** One thing that must hold. `meaning` null: whatever it may be. */
export type SearchTerm = { readonly meaning: SearchMeaning | null; readonly text: string };

export type ReadSearch = {
  /** What is looked for: every kind, where none is named. */
  readonly kinds: readonly SearchKind[];
  readonly terms: readonly SearchTerm[];
};

/** What is wrong with a search, and where: from this character on, for this many. */
export type SearchFault = {
  readonly code: 'unknown-scope' | 'value-missing' | 'not-an-amount' | 'ambiguous-amount' | 'not-a-number' | 'quote-not-closed';
  readonly at: number;
  readonly length: number;
  readonly word: string;
};

/** Figures and what stands between them: such a word goes on with the one before it. */
const figures = /^(?=.*\d)[\d.,:+-]+$|^(kr|sek|:-|-)$/i;

/**
 * Reads what somebody typed in the one search box: `exempel belopp:1 250,00`, `lev:"Exempel AB"`, `556677-8899`.
 *
 * Words stand apart by spaces, and all must hold. A word before a colon says where to look or what is meant: see `searchScopes`. Of an amount
 * and other figures, those that follow after spaces belong to it. What holds a space otherwise stands in quotes.
 */
export function readSearch(text: string, today: Day): Result<ReadSearch, SearchFault> {
  const parts = partsOf(text);
  if (!parts.ok) return parts;
  const kinds: SearchKind[] = [];
  const terms: SearchTerm[] = [];
  for (let place = 0; place < parts.value.length; place += 1) {
    const part = parts.value[place];
    if (part === undefined) break;
    const { scope: name, at } = part;
    if (name === null) {
      terms.push({ meaning: null, text: part.value });
      continue;
    }
    const scope = scopeNamed(name.toLowerCase());
    if (scope === undefined) return err({ code: 'unknown-scope', at, length: name.length + 1, word: name });
    if ('kind' in scope) {
      kinds.push(scope.kind);
      if (part.value !== '') terms.push({ meaning: null, text: part.value });
      continue;
    }
    let value = part.value;
    for (let next = parts.value[place + 1]; scope.spaced && next !== undefined; next = parts.value[place + 1]) {
      const goesOn =
        next.scope === null && !next.quoted && (value === '' || figures.test(next.value) || isIbanPart(value, next.value));
      if (!goesOn) break;
      value = `${value} ${next.value}`.trim();
      place += 1;
    }
    const fault = faultIn(scope.meaning, value, today);
    if (fault !== null)
      return err({ code: fault, at, length: name.length + 1 + part.value.length, word: value === '' ? name : value });
    terms.push({ meaning: scope.meaning, text: value });
  }
  return ok({ kinds: kinds.length === 0 ? searchKinds : searchKinds.filter((kind) => kinds.includes(kind)), terms });
}

const isIbanPart = (value: string, next: string): boolean => /^[a-z]{2}\d{2}/i.test(value) && /^[a-z0-9]{1,4}$/i.test(next);

type Part = { readonly scope: string | null; readonly value: string; readonly quoted: boolean; readonly at: number };

function partsOf(text: string): Result<readonly Part[], SearchFault> {
  const found: Part[] = [];
  const pattern = /(?:(\p{L}[\p{L}-]*):)?(?:"([^"]*)("?)|([^\s"]\S*))?/uy;
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    pattern.lastIndex = at;
    const [whole = '', scope, quoted, closing, bare] = pattern.exec(text) ?? [];
    if (quoted !== undefined && closing === '')
      return err({ code: 'quote-not-closed', at, length: text.length - at, word: quoted });
    found.push({ scope: scope ?? null, value: (quoted ?? bare ?? '').trim(), quoted: quoted !== undefined, at });
    at += Math.max(1, whole.length);
  }
  return ok(found);
}

function faultIn(meaning: SearchMeaning, value: string, today: Day): SearchFault['code'] | null {
  if (value === '') return 'value-missing';
  if (meaning === 'amount') {
    const amount = readTypedValue('minor', value, today);
    if (amount.ok) return null;
    return amount.error === 'ambiguous-amount' ? 'ambiguous-amount' : 'not-an-amount';
  }
  const mustHaveDigit = meaning === 'ocr' || meaning === 'account' || meaning === 'organisation';
  return mustHaveDigit && !/\d/.test(value) ? 'not-a-number' : null;
}
