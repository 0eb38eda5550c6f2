import { parseArgs } from 'node:util';
import { defects } from './defects.ts';
import { live } from './run.ts';
import { simulate } from './simulate.ts';
import { planOf, writeStep } from './steps.ts';

/** `npm run sim -- --runs 20000 [--seed N] [--jobs 2] [--no-defects]`, or `--seed N --path RUN[:PLACES]` to live through one run again. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    path: { type: 'string' },
    cap: { type: 'string', default: '20000' },
    only: { type: 'string' },
    'no-defects': { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
process.exit(values.path === undefined ? await runAll() : await replay(values.path));

async function runAll(): Promise<number> {
  const wanted = values['no-defects'] ? [] : defects.map(({ name }) => name).filter((name) => name.includes(values.only ?? ''));
  const runs = values.only === undefined ? Number(values.runs) : 0;
  const result = await simulate({ seed, runs, jobs: Number(values.jobs), defects: wanted, cap: Number(values.cap) });
  return result ? 0 : 1;
}

/** Lives through one run again, or through some of its steps, and says what came of it. */
async function replay(path: string): Promise<number> {
  const [run = '', places] = path.split(':');
  const plan = planOf(seed, Number(run));
  const kept = places === undefined ? plan.steps : places.split(',').flatMap((place) => plan.steps[Number(place)] ?? []);
  const { violations, trace } = await live({ ...plan, steps: kept });
  console.info(`${plan.stations} workstations, trace ${trace}`);
  for (const step of kept) console.info(`  ${writeStep(step)}`);
  for (const { invariant, detail } of violations) console.info(`${invariant}: ${detail}`);
  if (violations.length === 0) console.info('nothing amiss');
  return violations.length === 0 ? 0 : 1;
}
