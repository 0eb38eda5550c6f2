import { editsBetween } from '../../base/edit-distance.ts';
import { type LabelKind, payWords, strongLabels, weakLabels } from './label-words.ts';
import { gapInHeights, type Row, type Token } from './rows.ts';

/** A label found on the page: what it announces, and how well it was read and how telling its word is (0..1; more for the sum to pay). */
export type Label = {
  readonly kind: LabelKind;
  readonly tokens: readonly Token[];
  readonly strength: number;
  readonly text: string;
};

type Phrase = {
  readonly kind: LabelKind;
  readonly letters: string;
  readonly strength: number /** One bit a letter. */;
  readonly bits: number;
};

const phrases: readonly Phrase[] = onceEach([...phrasesOf(strongLabels, 1), ...phrasesOf(weakLabels, 0.5)]);
const byLetters = Map.groupBy(phrases, (phrase) => phrase.letters);
const byLength = Map.groupBy(phrases, (phrase) => phrase.letters.length);

function phrasesOf(words: { readonly [Kind in LabelKind]?: readonly string[] }, strength: number): readonly Phrase[] {
  return Object.entries(words).flatMap(([kind, texts]) =>
    texts.map((text) => {
      const letters = lettersOf(text);
      const isToPay = kind === 'total' && payWords.test(letters);
      return { kind: kind as LabelKind, letters, strength: isToPay ? 1.3 : strength, bits: bitsOf(letters) };
    }),
  );
}

/** 'Org.nr' and 'orgnr' are the same letters. */
function onceEach(all: readonly Phrase[]): readonly Phrase[] {
  const seen = new Set<string>();
  return all.filter(({ kind, letters }) => !seen.has(`${kind} ${letters}`) && seen.add(`${kind} ${letters}`));
}

/** All labels of all rows, the best reading at each place. One word may announce two things ('VAT': a number or a sum). */
export function findLabels(rows: readonly Row[]): readonly Label[] {
  const seen = new Map<string, readonly Likeness[]>();
  const like = (letters: string): readonly Likeness[] => {
    const known = seen.get(letters) ?? phrasesLike(letters);
    seen.set(letters, known);
    return known;
  };
  return rows.flatMap((row) => {
    const labels: Label[] = [];
    for (let at = 0; at < row.tokens.length; ) {
      const found = labelsAt(row, at, like);
      labels.push(...found);
      at += found[0]?.tokens.length ?? 1;
    }
    return labels;
  });
}

/** Letters, digits and '%' without accents or blanks: 'Förf. datum:' is 'forfdatum'. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9%#]/g, '');
}

const mostWords = 5;

type Likeness = { readonly phrase: Phrase; readonly edits: number };

function labelsAt(row: Row, at: number, like: (letters: string) => readonly Likeness[]): readonly Label[] {
  let best: { readonly labels: readonly Label[]; readonly merit: number } | undefined;
  for (let count = 1; count <= mostWords; count += 1) {
    const tokens = row.tokens.slice(at, at + count);
    const [left, right] = tokens.slice(-2);
    if (tokens.length < count || (count > 1 && left && right && gapInHeights(left, right) > 1.5)) break;
    const text = tokens.map((token) => token.text).join('');
    for (const { phrase, edits, length } of [...whole(text, like), ...inTwoLanguages(text, like)]) {
      const merit = length - 3 * edits;
      const strength =
        phrase.strength * (1 - 0.1 * edits) * (numberKinds.includes(phrase.kind) || !isProse(row, at, count) ? 1 : 0.35);
      const label = { kind: phrase.kind, tokens, strength, text: phrase.letters };
      if (!best || merit > best.merit) best = { labels: [label], merit };
      else if (merit === best.merit && tokens.length === best.labels[0]?.tokens.length)
        best = { merit, labels: [...best.labels, label] };
    }
  }
  return best?.labels ?? [];
}

type LongLikeness = Likeness & { readonly length: number };
type Like = (letters: string) => readonly Likeness[];

const whole = (text: string, like: Like): readonly LongLikeness[] =>
  like(lettersOf(text)).map((one) => ({ ...one, length: one.phrase.letters.length }));

/** 'Fakturadatum/Invoice date' says the same twice; a half that is known speaks for both. */
function inTwoLanguages(text: string, like: Like): readonly LongLikeness[] {
  const [left, right, more] = text.split('/').map(lettersOf);
  if (!left || !right || more !== undefined || /\d/.test(left + right)) return [];
  const halves = [like(left), like(right)];
  const [first = [], second = []] = halves;
  const both = first.filter(({ phrase }) => second.some((other) => other.phrase.kind === phrase.kind));
  const known = both.length > 0 ? both : halves.flat();
  return known.map((one) => ({ ...one, length: both.length > 0 ? left.length + right.length : one.phrase.letters.length }));
}

/** Their values have forms of their own: they are announced in running text too. */
const numberKinds: readonly LabelKind[] = ['organisationNumber', 'vatNumber', 'bankgiro', 'plusgiro', 'iban'];

/** A label's word in running text announces nothing: 'ange fakturanummer vid betalning'. */
function isProse(row: Row, at: number, count: number): boolean {
  const [first, last] = [row.tokens[at], row.tokens[at + count - 1]];
  const [before, after] = [row.tokens[at - 1], row.tokens[at + count]];
  if (!first || !last) return false;
  const isAfterWord = before !== undefined && gapInHeights(before, first) < 1 && /^\p{Ll}{3,}$/u.test(before.text);
  if (/:$/.test(last.text)) return isAfterWord;
  const isBeforeWord = after !== undefined && gapInHeights(last, after) < 1 && /^\p{Ll}{2,}$/u.test(after.text);
  return isAfterWord || (isBeforeWord && !goesOn.test(after.text));
}

const goesOn = /^(den|nr|no|av|på|of|in|at|kr|sek|inkl|exkl|för|dagar|dgr|days)$/;

/** Phrases that `letters` may be a reading of: more letters bear more misreadings. */
function phrasesLike(letters: string): readonly Likeness[] {
  const exact = byLetters.get(letters);
  if (exact) return exact.map((phrase) => ({ phrase, edits: 0 }));
  if (letters.length < 5 || letters.length > longest || /\d$|\d\D*\d/.test(letters)) return [];
  const bits = bitsOf(letters);
  const most = letters.length < 9 ? 1 : 2;
  const near = [];
  for (let length = letters.length - most; length <= letters.length + most; length += 1) {
    for (const phrase of byLength.get(length) ?? []) {
      if (phrase.letters.length < 5 || countBits(bits ^ phrase.bits) > 2 * most) continue;
      const edits = editsBetween(letters, phrase.letters, most);
      if (edits <= most) near.push({ phrase, edits });
    }
  }
  return near;
}

const longest = Math.max(...byLength.keys()) + 2;

/** Which letters a word has: words whose letters differ much need no counting of edits. */
function bitsOf(letters: string): number {
  let bits = 0;
  for (let at = 0; at < letters.length; at += 1) bits |= 1 << (letters.charCodeAt(at) % 32);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
