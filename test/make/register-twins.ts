import type { Odds } from './papers/odds.ts';
import { trades } from './register-words.ts';
import { aBankgiro, type MadeSupplier } from './registers.ts';

/** How a supplier came to be entered twice. */
export const registerTwinKinds = [
  'same-organisation-number',
  'same-payment-number',
  'misspelt',
  'abbreviated',
  'moved',
  'legal-form',
  'without-dots',
  'word-order',
] as const;
export type RegisterTwinKind = (typeof registerTwinKinds)[number];

/** The same supplier, entered once more as row `n`. But for the two kinds that share a number, nothing but name and address tells. */
export function twinOf(original: MadeSupplier, n: number, odds: Odds): MadeSupplier {
  const kind = odds.pick(registerTwinKinds);
  const bare: MadeSupplier = {
    ...original,
    n,
    externalId: String(100_000 + n),
    system: original.system === 'A' ? 'B' : 'A',
    aliases: [],
    organisationNumber: null,
    personalNumber: null,
    vatNumber: null,
    gln: null,
    paymentNumbers: odds.often(0.5) ? [{ kind: 'bankgiro', number: aBankgiro(n, 0, '4') }] : [],
    state: 'active',
    twin: { of: original.n, kind },
  };
  const { organisationNumber, personalNumber, vatNumber, paymentNumbers } = original;
  switch (kind) {
    case 'same-organisation-number':
      return {
        ...bare,
        organisationNumber,
        personalNumber,
        vatNumber,
        name: original.name.toUpperCase(),
        street: `Box ${odds.whole(10, 999)}`,
      };
    case 'same-payment-number':
      return { ...bare, paymentNumbers, name: `${original.name.split(' ')[0]} Sverige`, street: `Box ${odds.whole(10, 999)}` };
    case 'misspelt':
      return { ...bare, name: misspelt(original.name, odds) };
    case 'abbreviated':
      return { ...bare, name: abbreviated(original.name) };
    case 'moved':
      return {
        ...bare,
        street: `Nya ${original.street.replace(/\d+.*$/, '')}${odds.whole(91, 140)}`,
        postcode: `${original.postcode.slice(0, 4)}${odds.whole(10, 99)}`,
      };
    case 'legal-form':
      return { ...bare, name: otherForm(original.name) };
    case 'without-dots':
      return {
        ...bare,
        name: withoutDots(original.name),
        street: withoutDots(original.street),
        city: withoutDots(original.city),
      };
    case 'word-order':
      return { ...bare, name: reordered(original.name) };
  }
}

/** One slip in the longest word: a letter lost, doubled, swapped with the next, or another. */
export function misspelt(name: string, odds: Odds): string {
  const word = name.split(/[\s.&]+/).reduce((longest, next) => (next.length > longest.length ? next : longest));
  const at = odds.whole(1, word.length - 2);
  const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
  const wrong = odds.pick([
    `${before}${after}`,
    `${before}${here}${here}${after}`,
    `${before}${after[0]}${here}${after.slice(1)}`,
    `${before}${here === 'e' ? 'i' : 'e'}${after}`,
  ]);
  return name.replace(word, () => wrong);
}

export function abbreviated(name: string): string {
  const trade = trades.find(([full]) => name.includes(full));
  const short = trade === undefined ? name : name.replace(trade[0], () => trade[1]);
  return short === name ? name.replace(/ (AB|HB|KB)$/, '') : short;
}

function otherForm(name: string): string {
  if (name.endsWith(' AB')) return `${name.slice(0, -3)} Aktiebolag`;
  if (name.endsWith(' Aktiebolag')) return `${name.slice(0, -11)} AB`;
  if (name.endsWith(' HB')) return `${name.slice(0, -3)} Handelsbolag`;
  return `${name} AB`;
}

const plain: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', Å: 'A', Ä: 'A', Ö: 'O' };
const withoutDots = (text: string): string => text.replace(/[åäöÅÄÖ]/g, (letter) => plain[letter] ?? letter);

function reordered(name: string): string {
  const words = name.split(' ');
  return words.length < 2 ? name : [...words.slice(1), words[0]].join(' ');
}
