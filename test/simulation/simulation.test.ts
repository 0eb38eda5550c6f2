import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defects } from './defects.ts';
import { edited } from './plant.ts';
import { regressions } from './regressions.ts';
import { live } from './run.ts';
import { find } from './simulate.ts';
import { planOf, readStep, writeStep } from './steps.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the simulation', () => {
  test('finds nothing amiss in some hundred runs', async () => {
    for (let run = 0; run < 150; run += 1) {
      const { violations } = await live(planOf(20_261_122, run));
      expect(violations, `npm run sim -- --seed 20261122 --path ${run}`).toEqual([]);
    }
  });

  test('lives through the same plan in the same way, and through another in another', async () => {
    const [once, again, other] = [await live(planOf(4, 1)), await live(planOf(4, 1)), await live(planOf(4, 2))];
    expect(again.trace).toBe(once.trace);
    expect([...again.coverage]).toEqual([...once.coverage]);
    expect(other.trace).not.toBe(once.trace);
  });

  test('writes a plan down so that it can be read again', () => {
    const { steps } = planOf(7, 7);
    expect(steps.map(writeStep).map(readStep)).toEqual(steps);
  });

  test.each(regressions.map((regression) => [regression.mistake, regression] as const))(
    'no longer: %s',
    async (_, { stations, steps }) => {
      expect((await live({ stations, steps: steps.map(readStep) })).violations).toEqual([]);
    },
  );

  test.each(regressions.map((regression) => [regression.mistake, regression] as const))(
    'would still meet: %s',
    async (_, { defect, broke, stations, steps }) => {
      expect((await find(defect, { seed: 0, cap: 1, plan: { stations, steps } }))?.invariant).toBe(broke);
    },
  );
});

describe('planted defects', () => {
  test.each(defects.map((defect) => [defect.name, defect] as const))('%s fits the product as it is', (name, { edits }) => {
    for (const edit of edits) {
      const text = readFileSync(join(root, edit.file), 'utf8');
      expect(edited(text, edit, name)).not.toBe(text);
    }
  });

  test.each(['no four eyes', 'shadows not restored', 'retry that never sends'])('%s is found', async (name) => {
    expect(await find(name, { seed: 1, cap: 100 })).toBeDefined();
  });
});
