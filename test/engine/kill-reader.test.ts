import { test } from 'vitest';
import { killTenTimes } from './kill-processes.ts';

// A file of its own, so that it runs beside the other tests.
test('a reader that is killed ten times loses nothing and does nothing twice', { timeout: 300_000 }, () =>
  killTenTimes('reader'),
);
