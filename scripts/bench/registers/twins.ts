import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openTwinSearch } from '../../../src/main/engine/queries/register-twins.ts';
import type { RegisterTwins } from '../../../src/shared/domain/register-twins/index.ts';
import { registerTwinKinds } from '../../../test/make/register-twins.ts';
import { aRegister, type MadeSupplier } from '../../../test/make/registers.ts';
import { registerSeed, rowOf } from '../with-registers.ts';
import { ms, percent, percentile } from './figures.ts';

/**
 * Twins of a whole register, by the engine's own search over its file: how long, how many of those that were planted are found, and how many of
 * those found were planted. `longest`: how long at most nothing else could be done meanwhile.
 */
export async function measureTwins(workspace: string, suppliers: number): Promise<void> {
  const connection = new Database(join(workspace, 'workspace.db'), { readonly: true });
  const waits: number[] = [];
  let askedAtMs = performance.now();
  const timer = setInterval(() => {
    waits.push(performance.now() - askedAtMs);
    askedAtMs = performance.now();
  }, 1);
  const steps: string[] = [];
  const search = openTwinSearch(
    () => connection,
    ({ state, step }) => steps.push(`${state} ${step}`),
  );
  const startedAtMs = performance.now();
  search.start();
  await search.settled();
  const seconds = (performance.now() - startedAtMs) / 1_000;
  clearInterval(timer);
  const found: RegisterTwins[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page = search.page(from, 500);
    found.push(...page.pairs.map(({ rows: [one, other], score, reasons }) => ({ a: one.id, b: other.id, score, reasons })));
    from = page.next;
  }
  connection.close();
  console.info(
    `\ntwins in ${suppliers} suppliers: ${seconds.toFixed(1)} s (aim ≤ 60 s), told of ${steps.length} times; others waited at most ${ms(Math.max(...waits))}, p95 ${ms(percentile(waits, 0.95))}`,
  );
  judge([...aRegister({ seed: registerSeed, rows: suppliers })], found, rowOf);
}

/** Prints recall by kind and precision by score. `placeOf`: the row that an id stands for. */
function judge(made: readonly MadeSupplier[], found: readonly RegisterTwins[], placeOf: (id: string) => number): void {
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
