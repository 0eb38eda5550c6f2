import type { Day } from '../../../shared/base/day.ts';
import type { Box, Word } from '../../../shared/base/page.ts';
import { folded } from '../../../shared/base/text.ts';
import { type FieldKind, type FieldValue, readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';

/** Neighbouring words on one line, read as one value. */
export type Span = { readonly text: string; readonly box: Box };

/** A value may stand as this many words: '1 234 567,89 kr', 'SE45 5000 0000 0583 9825 7466'. */
const mostWords = 8;

/** Where on a page the typed text stands: exactly, or as the start of a word that is still being typed. */
export function findTyped(
  words: readonly Word[],
  typed: string,
  kind: FieldKind,
  today: Day,
): { readonly exact: readonly Span[]; readonly begun: readonly Span[] } {
  const wanted = folded(typed).trim();
  if (wanted.length < 2) return { exact: [], begun: [] };
  const value = readTypedValue(kind, typed, today);
  const exact = words.flatMap((_, start) => {
    const spans = spansFrom(words, start).filter(({ text }) => means(text, kind, today, value.ok ? value.value : wanted));
    return spans.slice(0, 1);
  });
  const begun = words
    .filter(({ text }) => folded(text).startsWith(wanted))
    .slice(0, 30)
    .map(({ text, box }) => ({ text, box }));
  return { exact: withoutOverlap(exact), begun };
}

/** The span around a clicked word that is one value of the kind: the whole amount with its spaces, the whole date. */
export function snapToValue(words: readonly Word[], clicked: number, kind: FieldKind, today: Day): Span | undefined {
  const word = words[clicked];
  if (word === undefined) return undefined;
  if (kind === 'text') return { text: word.text.replace(/[,;:]$/, ''), box: word.box };
  let best: (Span & { readonly length: number }) | undefined;
  for (let start = Math.max(0, clicked - mostWords + 1); start <= clicked; start += 1)
    for (const span of spansFrom(words, start)) {
      const length = span.words;
      if (start + length <= clicked || length <= (best?.length ?? 0)) continue;
      if (readTypedValue(kind, clean(span.text), today).ok) best = { text: clean(span.text), box: span.box, length };
    }
  return best ?? { text: word.text, box: word.box };
}

/** The spans of one to eight words that start at a word and stay on its line without a wide gap. */
function spansFrom(words: readonly Word[], start: number): readonly (Span & { readonly words: number })[] {
  const spans: (Span & { readonly words: number })[] = [];
  let text = '';
  let box: Box | undefined;
  for (let place = start; place < Math.min(words.length, start + mostWords); place += 1) {
    const word = words[place];
    const before = words[place - 1];
    if (word === undefined) break;
    if (place > start && (before === undefined || before.line !== word.line || isFar(before.box, word.box))) break;
    text = text === '' ? word.text : `${text} ${word.text}`;
    box = box === undefined ? word.box : around(box, word.box);
    spans.push({ text, box, words: place - start + 1 });
  }
  return spans;
}

/** Wider than about one and a half letters: another column. Heights are shares of a taller side, hence the larger factor. */
const isFar = (left: Box, right: Box): boolean => right[0] - left[2] > (left[3] - left[1]) * 2;

export const around = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

const clean = (text: string): string => text.replace(/[;:]$/, '').trim();

function means(text: string, kind: FieldKind, today: Day, wanted: FieldValue): boolean {
  if (kind === 'text') return folded(clean(text)) === folded(String(wanted)).trim();
  const read = readTypedValue(kind, clean(text), today);
  return read.ok && read.value === wanted;
}

/** 'SEK 125,00' and '125,00' are one place. */
function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) if (!kept.some((other) => overlaps(other.box, span.box))) kept.push(span);
  return kept;
}

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
