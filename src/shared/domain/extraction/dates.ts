import { type Day, parseDay } from '../../base/day.ts';

/** A day as printed. `ambiguous`: day and month could change places. */
export type PrintedDay = { readonly day: Day; readonly ambiguous: boolean };

/** January first; Swedish, English, German, Dutch, Danish, Norwegian, French and Spanish, without accents. */
const monthNames: readonly (readonly string[])[] = [
  ['januari', 'january', 'januar', 'janvier', 'enero'],
  ['februari', 'february', 'februar', 'fevrier', 'febrero'],
  ['mars', 'march', 'marz', 'maerz', 'maart', 'marts', 'marzo'],
  ['april', 'avril', 'abril'],
  ['maj', 'may', 'mai', 'mei', 'mayo'],
  ['juni', 'june', 'juin', 'junio'],
  ['juli', 'july', 'juillet', 'julio'],
  ['augusti', 'august', 'augustus', 'aout', 'agosto'],
  ['september', 'septembre', 'septiembre'],
  ['oktober', 'october', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'desember', 'decembre', 'diciembre'],
];

type Parts = { readonly year: string; readonly month: number; readonly day: number; readonly ambiguous?: boolean };
type Form = readonly [pattern: RegExp, read: (groups: readonly string[]) => Parts | undefined];

const ymd = ([year = '', month, day]: readonly string[]): Parts => ({ year, month: Number(month), day: Number(day) });
const named = (year: string, word: string, day: string): Parts | undefined => {
  const month = monthOf(word);
  return month === undefined ? undefined : { year, month, day: Number(day) };
};

/** Day before month as in Europe, unless only the American order makes a day. */
function dmy([first = '', second = '', year = '']: readonly string[]): Parts {
  const [a, b] = [Number(first), Number(second)];
  return b > 12 && a <= 12 ? { year, month: a, day: b } : { year, month: b, day: a, ambiguous: a <= 12 && a !== b };
}

const forms: readonly Form[] = [
  [/^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/, ymd],
  [/^1(20\d{2})-(\d{2})-(\d{2})$/, ymd], // a rule of the form before it, read as a 1
  [/^((?:19|20)\d{2}) ?(\d{2}) ?(\d{2})$/, ymd],
  [/^(\d{1,2}) ?\/ ?(\d{1,2}) ?[ /.-] ?(\d{4}|\d{2})$/, dmy],
  [/^(\d{1,2}) ?\. ?(\d{1,2}) ?\. ?(\d{4}|\d{2})$/, (groups) => ({ ...dmy(groups), ambiguous: false })],
  [/^(\d{1,2})-(\d{1,2})-(\d{4})$/, dmy],
  [/^(\d{2})-?(\d{2})-?(\d{2})$/, ymd],
  [
    /^(?:den )?(\d{1,2})(?::?[ae]|st|nd|rd|th|\.)?[ -]?([a-z]{3,})\.?,?[ -]?(\d{4}|\d{2})$/,
    ([d = '', m = '', y = '']) => named(y, m, d),
  ],
  [/^([a-z]{3,})\.? ?(\d{1,2})(?:st|nd|rd|th)? ?,? ?(\d{4})$/, ([m = '', d = '', y = '']) => named(y, m, d)],
  [/^(\d{4}) ([a-z]{3,}) (\d{1,2})$/, ([y = '', m = '', d = '']) => named(y, m, d)],
];

/** Reads a printed day, '22/11 2026' or '22 nov 2026'. Two figures of a year mean the one nearest `today`. */
export function readDay(text: string, today: Day): PrintedDay | undefined {
  const plain = withoutAccents(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:]+|[\s,;]+$/g, '');
  for (const [pattern, read] of forms) {
    const match = pattern.exec(plain);
    const parts = match ? read(match.slice(1)) : undefined;
    const day = parts && toDay(parts, today);
    if (parts && day) return { day, ambiguous: parts.ambiguous === true };
  }
  return undefined;
}

function toDay({ year, month, day }: Parts, today: Day): Day | undefined {
  const now = Number(today.slice(0, 4));
  const full = year.length === 2 ? nearestCentury(Number(year), now) : Number(year);
  if (full < 1990 || full > now + 10) return undefined;
  const parsed = parseDay(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return parsed.ok ? parsed.value : undefined;
}

function nearestCentury(year: number, now: number): number {
  const full = now - (now % 100) + year;
  return full > now + 10 ? full - 100 : full;
}

/** The month of a name or of its first three letters or more; nothing when two months begin so. */
function monthOf(word: string): number | undefined {
  const found = monthNames.flatMap((names, index) => (names.some((name) => name.startsWith(word)) ? [index + 1] : []));
  return found.length === 1 ? found[0] : undefined;
}

const withoutAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
