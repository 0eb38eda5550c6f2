import { addressKey, cityKey, compareEntries, tellingWords } from './compare-entries.ts';
import { numberOf, type RegisterEntry, type RegisterTwins } from './register-entry.ts';

/** Rows with a key in common are compared, and no others: so a whole register takes seconds and not days. */
export function blockingKeys(entry: RegisterEntry): readonly string[] {
  const keys = entry.paymentNumbers.map((payment) => `payment ${payment}`);
  const number = numberOf(entry);
  if (number !== undefined) keys.push(`number ${number}`);
  if (entry.vatNumber !== undefined) keys.push(`vat ${entry.vatNumber}`);
  const address = addressKey(entry);
  if (address !== undefined) keys.push(`address ${address}`);
  const city = cityKey(entry);
  if (city !== undefined) for (const name of entry.names) keys.push(`name ${tellingWords(name).toSorted().join(' ')} ${city}`);
  return keys;
}

export type TwinProgress = { readonly step: 'reading' | 'comparing'; readonly done: number; readonly total: number };

/** In a larger block (a collecting company's bankgiro, an office hotel) each row meets only so many of those that come after it. */
const window = 200;
/** More than this would need another way to number pairs. */
export const mostEntries = 2 ** 20;
const restEvery = 64;
/** Sorted one by one, so that none of them takes long. */
const partCount = 32;

/**
 * All twins of a register, the surest first. `entries` are read once in order, and those that share a key with another once more by
 * `entryAt`; little more than numbers is kept in memory: 32 bits of a key's hash and 20 of a place. Gives way often, saying how far it has come.
 */
export function* findTwins(
  total: number,
  entries: Iterable<RegisterEntry>,
  entryAt: (place: number) => RegisterEntry,
): Generator<TwinProgress, readonly RegisterTwins[]> {
  const parts = Array.from({ length: partCount }, (): number[] => []);
  let place = 0;
  for (const entry of entries) {
    if (place >= mostEntries) break;
    for (const key of blockingKeys(entry)) {
      const hash = hashOf(key);
      parts[hash % partCount]?.push(hash * mostEntries + place);
    }
    place += 1;
    if (place % restEvery === 0) yield { step: 'reading', done: place, total };
  }

  const seen = new Set<number>();
  const found: RegisterTwins[] = [];
  for (const [part, keys] of parts.entries()) {
    yield { step: 'comparing', done: Math.floor((part * total) / partCount), total };
    let compared = 0;
    for (const [one, other] of pairsOf(Float64Array.from(keys).sort())) {
      const pair = one * mostEntries + other;
      if (one === other || seen.has(pair)) continue;
      seen.add(pair);
      const twins = compareEntries(entryAt(one), entryAt(other));
      if (twins !== null) found.push(twins);
      compared += 1;
      if (compared % restEvery === 0) yield { step: 'comparing', done: Math.floor((part * total) / partCount), total };
    }
  }
  return found.sort((a, b) => b.score - a.score || (a.a < b.a ? -1 : a.a > b.a ? 1 : a.b < b.b ? -1 : 1));
}

/** The places that stand under one hash, two by two. */
function* pairsOf(sorted: Float64Array): Generator<readonly [number, number]> {
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const hash = Math.floor((sorted[start] ?? 0) / mostEntries);
    while (end < sorted.length && Math.floor((sorted[end] ?? 0) / mostEntries) === hash) end += 1;
    for (let one = start; one < end - 1; one += 1)
      for (let other = one + 1; other < Math.min(end, one + 1 + window); other += 1)
        yield [(sorted[one] ?? 0) % mostEntries, (sorted[other] ?? 0) % mostEntries];
  }
}

/** FNV-1a, 32 bits. Two keys with one hash cost a comparison more, and nothing else. */
export function hashOf(key: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  return hash >>> 0;
}
