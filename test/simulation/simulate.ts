import { Worker } from 'node:worker_threads';
import { addUp, type Coverage } from './coverage.ts';
import { belowFloor, floors } from './floors.ts';
import { invariants } from './violations.ts';
import type { Failure, Task, Told } from './worker.ts';

export type Wanted = {
  readonly seed: number;
  readonly runs: number;
  readonly jobs: number;
  /** The names of those to be found. */
  readonly defects: readonly string[];
  /** Runs after which a defect counts as missed. */
  readonly cap: number;
};

/** Runs the simulation, then looks for each planted defect, and prints what came of it. True when all is right. */
export async function simulate({ seed, runs, jobs, defects, cap }: Wanted): Promise<boolean> {
  const coverage: Coverage = new Map();
  const failures: Failure[] = [];
  const startedMs = performance.now();
  let [runsDone, stepsDone] = [0, 0];
  const take = (told: Told): void => {
    runsDone += told.runs;
    stepsDone += told.steps;
    addUp(coverage, told.coverage);
    for (const failure of told.failures) printFailure(failure, seed);
    failures.push(...told.failures);
    if (runsDone % 100_000 < told.runs)
      console.info(`${runsDone} runs after ${Math.round((performance.now() - startedMs) / 1_000)} s`);
  };
  const shares =
    runs === 0 ? [] : Array.from({ length: jobs }, (_, from) => ({ seed, from, to: runs, stride: jobs, defect: null }));
  await Promise.all(shares.map((task) => work(task, take)));
  const seconds = (performance.now() - startedMs) / 1_000;
  if (runs > 0) printRuns({ runsDone, stepsDone, seconds, failures });

  const found = await findDefects(defects, { seed, jobs, cap });
  const low = belowFloor(coverage, runsDone);
  if (runs > 0) printCoverage(coverage, low);
  console.info(`sim: ${runsDone} runs, ${failures.length} violations, ${found}/${defects.length} planted defects found`);
  return failures.length === 0 && found === defects.length && low.length === 0;
}

/** Does a task in a worker of its own, so that what is planted there is planted nowhere else. */
export function work(task: Task, take: (told: Told) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
    worker.on('message', take);
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** Which runs a defect is looked for in: those of a seed, or a plan of one's own. */
export type Ground = Pick<Task, 'seed' | 'plan'> & { readonly cap: number };

/** The first failure of a planted defect; undefined when it was not found. */
export async function find(defect: string, { cap, ...ground }: Ground): Promise<Failure | undefined> {
  const failures: Failure[] = [];
  await work({ ...ground, from: 0, to: cap, stride: 1, defect }, (told) => void failures.push(...told.failures));
  return failures[0];
}

async function findDefects(
  names: readonly string[],
  { seed, jobs, cap }: Pick<Wanted, 'seed' | 'jobs' | 'cap'>,
): Promise<number> {
  const waiting = [...names];
  let count = 0;
  async function hunt(): Promise<void> {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const failure = await find(name, { seed, cap });
      if (failure !== undefined) count += 1;
      console.info(
        failure === undefined
          ? `MISSED  ${name}`
          : `found   ${name}: run ${failure.run}, ${failure.invariant} ${failure.detail}`.slice(0, 200),
      );
    }
  }
  await Promise.all(Array.from({ length: jobs }, hunt));
  return count;
}

function printFailure({ run, invariant, detail, stations, places, steps }: Failure, seed: number): void {
  console.info(`\n${invariant} is broken in run ${run}: ${detail}`);
  console.info(`again: npm run sim -- --seed ${seed} --path ${run}:${places.join(',')}`);
  console.info(`${stations} workstations\n${steps.map((step) => `  ${step}`).join('\n')}\n`);
}

type Done = {
  readonly runsDone: number;
  readonly stepsDone: number;
  readonly seconds: number;
  readonly failures: readonly Failure[];
};

function printRuns({ runsDone, stepsDone, seconds, failures }: Done): void {
  const perSecond = Math.round(stepsDone / seconds);
  console.info(`\n${runsDone} runs, ${stepsDone} steps in ${seconds.toFixed(0)} s: ${perSecond} steps/s`);
  for (const invariant of invariants)
    console.info(`  ${invariant.padEnd(6)} ${failures.filter((failure) => failure.invariant === invariant).length} violations`);
}

function printCoverage(coverage: Coverage, low: ReturnType<typeof belowFloor>): void {
  console.info('\nmet (floor for 20 000 runs)');
  for (const [what, times] of [...coverage].sort(([one], [other]) => (one < other ? -1 : 1)))
    if (!what.startsWith('step ')) console.info(`  ${what}: ${times}${floors.has(what) ? ` (${floors.get(what)})` : ''}`);
  for (const [what, met, wanted] of low) console.info(`BELOW THE FLOOR  ${what}: ${met} of ${wanted}`);
}
