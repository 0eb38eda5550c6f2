import { resolve } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { defects } from './defects.ts';
import { plant } from './plant.ts';

/** What a worker is to do: the runs of a seed from one up to another, every `stride`th; with a defect until it is found. */
export type Task = {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly stride: number;
  readonly defect: string | null;
  /** A plan of one's own, in the place of each that the seed gives. */
  readonly plan?: { readonly stations: number; readonly steps: readonly string[] };
};
/** How far it has come. Coverage and steps since it last told. */
export type Told = {
  readonly runs: number;
  readonly steps: number;
  readonly coverage: readonly (readonly [string, number])[];
  readonly failures: readonly Failure[];
};
export type Failure = {
  readonly run: number;
  readonly invariant: string;
  readonly detail: string;
  readonly stations: number;
  /** The places in the plan of the steps that are enough, and the steps themselves. */
  readonly places: readonly number[];
  readonly steps: readonly string[];
};

const tellEach = 500;
const enoughFailures = 5;

const { seed, from, to, stride, defect, plan: given } = workerData as Task; // given by whoever started this
const root = resolve(import.meta.dirname, '../..');
const planted = defects.find(({ name }) => name === defect);
if (planted !== undefined) plant(planted, root);
// Nobody reads the stacks of the thousands of errors that are part of a run.
Error.stackTraceLimit = 0;
const { live } = await import('./run.ts');
const { planOf, readStep, writeStep } = await import('./steps.ts');
const { shrink } = await import('./shrink.ts');
const { addUp } = await import('./coverage.ts');

let told = { runs: 0, steps: 0, coverage: new Map<string, number>(), failures: [] as Failure[] };
function tell(): void {
  const { coverage, ...rest } = told;
  parentPort?.postMessage({ ...rest, coverage: [...coverage] } satisfies Told);
  told = { runs: 0, steps: 0, coverage: new Map(), failures: [] };
}

let failed = 0;
for (let run = from; run < to && failed < (planted === undefined ? enoughFailures : 1); run += stride) {
  const plan = given === undefined ? planOf(seed, run) : { stations: given.stations, steps: given.steps.map(readStep) };
  const { violations, steps, coverage } = await live(plan);
  told.runs += 1;
  told.steps += steps;
  addUp(told.coverage, coverage);
  const [violation] = violations;
  if (violation !== undefined) {
    failed += 1;
    const shrunk = planted === undefined ? await shrink(plan, violation) : { plan, violation };
    const places = shrunk.plan.steps.map((step) => plan.steps.indexOf(step));
    told.failures.push({ run, ...shrunk.violation, stations: plan.stations, places, steps: shrunk.plan.steps.map(writeStep) });
  }
  if (told.runs === tellEach) tell();
}
tell();
