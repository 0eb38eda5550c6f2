import type { Chance } from './documents/seeded.ts';

/** How a supplier numbers its invoices; `place` counts all that it sends, to us and to others. */
export type Numbering =
  | 'running'
  | 'padded'
  | 'long'
  | 'per-year'
  | 'per-year-plain'
  | 'letter'
  | 'letters-per-year'
  | 'per-customer';
const numberings: readonly [Numbering, ...Numbering[]] = [
  'running',
  'running',
  'running',
  'padded',
  'long',
  'per-year',
  'per-year-plain',
  'letter',
  'letters-per-year',
  'per-customer',
];

export const someNumbering = (chance: Chance): Numbering => chance.pick(numberings);

export function numberOf(
  numbering: Numbering,
  { place, year, first }: { readonly place: number; readonly year: number; readonly first: number },
): string {
  const digits = (length: number) => String(place).padStart(length, '0');
  switch (numbering) {
    case 'running':
      return String(first + place);
    case 'padded':
      return String(first + place).padStart(8, '0');
    case 'long':
      return `90${String(first + place).padStart(8, '0')}`;
    case 'per-year':
      return `${year}-${digits(4)}`;
    case 'per-year-plain':
      return `${year % 100}${digits(5)}`;
    case 'letter':
      return `F${first + place}`;
    case 'letters-per-year':
      return `FA-${year}-${digits(3)}`;
    case 'per-customer':
      return `${(first % 900) + 100}/${place}`;
  }
}

/** The number as another hand or machine writes the same one: spaces, hyphens, zeros before it, small letters. */
export function writtenOtherwise(number: string, chance: Chance): string {
  return chance.pick([
    () => number.replace(/[-/]/g, ''),
    () => `00${number}`,
    () => number.toLowerCase(),
    () => `${number.slice(0, 3)} ${number.slice(3)}`,
    () => `${number.slice(0, -2)}-${number.slice(-2)}`,
  ])();
}

const misread: readonly (readonly [RegExp, string])[] = [
  [/0/g, 'O'],
  [/1/g, 'I'],
  [/1/g, '7'],
  [/7/g, '1'],
  [/1/g, 'l'],
  [/5/g, 'S'],
  [/8/g, 'B'],
  [/2/g, 'Z'],
];

/** The number misread in a way that looks alike on paper, or with its prefix or its year left out; never the same number. */
export function lookAlike(number: string, chance: Chance): string {
  const withoutPrefix = number.replace(/^[A-Z]+-?/, '').replace(/^\d{4}-(?=\d{3})/, '');
  const core = withoutPrefix.replace(/\D/g, '');
  if (withoutPrefix !== number && core.length >= 3 && chance.next() < 0.3) return withoutPrefix;
  if (/^\d{4,}$/.test(number) && chance.next() < 0.15) return `F${number}`;
  const possible = misread.filter(([from]) => number.search(from) >= 0);
  const [first, ...rest] = possible;
  if (first === undefined) return `F${number}`;
  const [from, to] = chance.pick([first, ...rest]);
  const places = [...number.matchAll(from)].map(({ index }) => index);
  const at = places[chance.whole(0, places.length - 1)] ?? 0;
  return `${number.slice(0, at)}${to}${number.slice(at + 1)}`;
}
