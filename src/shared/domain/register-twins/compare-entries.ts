import { editsBetween } from '../../base/edit-distance.ts';
import { folded } from '../../base/text.ts';
import { emptyWords, nameWords } from './name-words.ts';
import { slipsAllowed } from './near-words.ts';
import { numberOf, type RegisterEntry, type RegisterTwins, type TwinReason } from './register-entry.ts';

/** As somebody without å, ä and ö writes it. */
export const undotted = (text: string): string => text.replace(/[åä]/g, 'a').replaceAll('ö', 'o');

/** The words by which one company is told from another; of a name with none, all its words. */
export function tellingWords(name: string): readonly string[] {
  const words = nameWords(name);
  const telling = words.filter((word) => !emptyWords.has(word));
  return (telling.length === 0 ? words : telling).map(undotted);
}

/** Street and postcode without signs; undefined where either is missing. 'Storgatan 1 A', '111 22' → storgatan1a11122. */
export function addressKey({ street, postcode }: RegisterEntry): string | undefined {
  const bare = undotted(folded(street ?? '')).replace(/[^a-z0-9]/g, '');
  const code = (postcode ?? '').replace(/\D/g, '');
  return bare === '' || code === '' ? undefined : bare + code;
}

export const cityKey = ({ city }: RegisterEntry): string | undefined =>
  city === undefined || city.trim() === '' ? undefined : undotted(folded(city)).trim();

/** From here on two names are alike: one word in four may be missing or abbreviated. */
const alike = 0.75;

/**
 * Why two rows may be one supplier, and how surely; null where nothing tells. Rows that bear different organisation numbers are not proposed
 * for their names: a concern has many companies with one address.
 */
export function compareEntries(one: RegisterEntry, other: RegisterEntry): RegisterTwins | null {
  const [number, otherNumber] = [numberOf(one), numberOf(other)];
  const reasons: TwinReason[] = [];
  const sameNumber = number !== undefined && number === otherNumber;
  if (sameNumber) reasons.push('organisation-number');
  if (one.vatNumber !== undefined && one.vatNumber === other.vatNumber) reasons.push('vat-number');
  if (one.paymentNumbers.some((payment) => other.paymentNumbers.includes(payment))) reasons.push('payment-number');
  const byNumber = reasons.length > 0;
  const differs = number !== undefined && otherNumber !== undefined && !sameNumber;
  if (differs && !byNumber) return null;
  if (differs) reasons.push('other-organisation-number');

  const likeness = namesLikeness(one.names, other.names);
  if (likeness >= alike) reasons.push(likeness === 1 ? 'name' : 'name-like');
  const address = addressKey(one);
  const city = cityKey(one);
  if (address !== undefined && address === addressKey(other)) reasons.push('address');
  else if (city !== undefined && city === cityKey(other)) reasons.push('city');

  const score = scoreOf(new Set(reasons));
  if (score === 0) return null;
  const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
  return { a, b, score, reasons };
}

function scoreOf(reasons: ReadonlySet<TwinReason>): number {
  if (reasons.has('organisation-number')) return 100;
  if (reasons.has('vat-number')) return 97;
  if (reasons.has('payment-number')) return reasons.has('other-organisation-number') ? 65 : 90;
  if (reasons.has('address')) return reasons.has('name') ? 92 : reasons.has('name-like') ? 80 : 0;
  return reasons.has('name') && reasons.has('city') ? 70 : 0;
}

/** 0..1: the likest pair of their names. */
function namesLikeness(names: readonly string[], others: readonly string[]): number {
  let best = 0;
  for (const name of names)
    for (const other of others) best = Math.max(best, nameLikeness(tellingWords(name), tellingWords(other)));
  return best;
}

/** 1 where the same words stand in any order. Each word is paired with the likest one that is left. */
export function nameLikeness(words: readonly string[], others: readonly string[]): number {
  const left = [...others];
  let sum = 0;
  for (const word of words) {
    let [best, at] = [0, -1];
    for (const [place, other] of left.entries()) {
      const likeness = wordLikeness(word, other);
      if (likeness > best) [best, at] = [likeness, place];
    }
    if (at >= 0) left.splice(at, 1);
    sum += best;
  }
  return words.length + others.length === 0 ? 0 : (2 * sum) / (words.length + others.length);
}

function wordLikeness(word: string, other: string): number {
  if (word === other) return 1;
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  if (short.length >= 2 && long.startsWith(short)) return short.length >= 3 ? 0.9 : 0.6; // abbreviated
  const allowed = slipsAllowed(short.length);
  return allowed > 0 && editsBetween(short, long, allowed) <= allowed ? 0.9 : 0;
}
