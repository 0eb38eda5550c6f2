import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const seconds = 1000;

/** The files that take a minute begin first: begun last, one worker would wait for the other. */
class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => /\/kill-\w+\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** One project for each kind of test; `npm test` runs them in this order. */
export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongOnesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 30 * seconds, // a machine may be busy with something else
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/renderer/**',
            'test/store/**',
            'test/server/**',
            'test/simulation/**',
            'test/engine/**',
            'test/sync/**',
            'test/reader/**',
            'test/processes/**',
            'test/e2e/**',
          ],
        },
      },
      { test: { name: 'screens', include: ['test/renderer/**/*.test.{ts,tsx}'], testTimeout: 30 * seconds } },
      {
        test: {
          name: 'store',
          include: ['test/store/**/*.test.ts'],
          globalSetup: ['test/make/postgres-cluster.ts'],
          testTimeout: 30 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/server/**/*.test.ts'],
          globalSetup: ['test/make/postgres-cluster.ts'],
          testTimeout: 60 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      { test: { name: 'simulation', include: ['test/simulation/**/*.test.ts'], testTimeout: 120 * seconds } },
      {
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts', 'test/sync/**/*.test.ts'],
          globalSetup: ['test/make/postgres-cluster.ts'],
          testTimeout: 120 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'reader',
          include: ['test/reader/**/*.test.ts', 'test/processes/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 180 * seconds,
          hookTimeout: 120 * seconds,
        },
      },
    ],
  },
});
