import { findTwins, type RegisterTwins } from '../../../src/shared/domain/register-twins/index.ts';
import { asEntry } from '../../../test/make/register-entries.ts';
import { registerTwinKinds } from '../../../test/make/register-twins.ts';
import { aRegister, type MadeSupplier } from '../../../test/make/registers.ts';
import { registerSeed } from '../with-registers.ts';
import { percent } from './figures.ts';

/** Twins of a made register: how long, how many of those that were planted are found, and how many of those found were planted. */
export function measureTwins(suppliers: number): void {
  const made = [...aRegister({ seed: registerSeed, rows: suppliers })];
  const entries = made.map(asEntry);
  const startedAtMs = performance.now();
  const search = findTwins(suppliers, entries, (place) => entries[place] ?? entries[0] ?? missing());
  let step = search.next();
  let longestMs = 0;
  while (step.done !== true) {
    const beganAtMs = performance.now();
    step = search.next();
    longestMs = Math.max(longestMs, performance.now() - beganAtMs);
  }
  const seconds = (performance.now() - startedAtMs) / 1_000;
  console.info(
    `\ntwins in ${suppliers} suppliers: ${seconds.toFixed(1)} s in memory, longest stretch ${longestMs.toFixed(0)} ms`,
  );
  judge(made, step.value, (id) => Number(id));
}

/** Prints recall by kind and precision by score. `placeOf`: the row that an id stands for. */
export function judge(made: readonly MadeSupplier[], found: readonly RegisterTwins[], placeOf: (id: string) => number): void {
  const root = (n: number): number => made[n]?.twin?.of ?? n;
  const pairs = new Set(found.map(({ a, b }) => [placeOf(a), placeOf(b)].sort((x, y) => x - y).join()));
  for (const kind of registerTwinKinds) {
    const planted = made.filter(({ twin }) => twin?.kind === kind);
    const there = planted.filter(({ n, twin }) => pairs.has([twin?.of ?? n, n].sort((x, y) => x - y).join()));
    console.info(
      `  ${kind.padEnd(28)}found ${there.length} of ${planted.length} (${percent(there.length / Math.max(1, planted.length))})`,
    );
  }
  const planted = made.filter(({ twin }) => twin !== null);
  const right = found.filter(({ a, b }) => root(placeOf(a)) === root(placeOf(b))).length;
  const recall = planted.filter(({ n, twin }) => pairs.has([twin?.of ?? n, n].join())).length / Math.max(1, planted.length);
  console.info(`  recall ${percent(recall)}, precision ${percent(right / Math.max(1, found.length))} of ${found.length} pairs`);
  for (const score of [...new Set(found.map((twins) => twins.score))]) {
    const alike = found.filter((twins) => twins.score === score);
    const wrong = alike.filter(({ a, b }) => root(placeOf(a)) !== root(placeOf(b)));
    const [example] = wrong;
    const names = example === undefined ? '' : `  e.g. ${made[placeOf(example.a)]?.name} / ${made[placeOf(example.b)]?.name}`;
    console.info(`    score ${score}: ${alike.length} pairs, ${wrong.length} not planted${names}`);
  }
}

const missing = (): never => {
  throw new Error('an empty register has no entries');
};
