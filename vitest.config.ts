import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const seconds = 1000;

/** One project for each kind of test; `npm test` runs them in this order. */
export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
