import { type Chance, seeded } from '../documents/seeded.ts';

/** Chance with the few more questions that a grammar asks. */
export type Odds = Chance & {
  /** True so often, 0..1. */
  readonly often: (share: number) => boolean;
  /** One of the keys, by its weight. */
  readonly weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
  readonly shuffled: <Thing>(things: readonly Thing[]) => Thing[];
  /** From `from` to `to`, any fraction. */
  readonly between: (from: number, to: number) => number;
  readonly digits: (count: number) => string;
};

/** What differs by `purpose` does not move when something else of the same seed asks one question more. */
export function oddsOf(seed: number, purpose: string): Odds {
  let mixed = 2_166_136_261 ^ seed;
  for (const sign of purpose) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  const chance = seeded(Math.imul(mixed, 2_654_435_761) ^ (seed * 97));
  chance.next();
  const weighted = <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
    const entries = Object.entries(weights) as [Name, number][];
    let left = chance.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [name, weight] of entries) {
      left -= weight;
      if (left < 0) return name;
    }
    throw new Error('No weight was above zero');
  };
  const shuffled = <Thing>(things: readonly Thing[]): Thing[] =>
    things
      .map((thing) => ({ thing, place: chance.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ thing }) => thing);
  return {
    ...chance,
    often: (share) => chance.next() < share,
    weighted,
    shuffled,
    between: (from, to) => from + chance.next() * (to - from),
    digits: (count) => Array.from({ length: count }, (_, at) => chance.whole(at === 0 ? 1 : 0, 9)).join(''),
  };
}
