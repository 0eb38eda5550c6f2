import { Worker } from 'node:worker_threads';

/**
 * Ends this process when its main thread has been stuck for `limitMs`, or when it holds more memory than `limitBytes`: a foreign
 * file can send a decoder round for ever, or have it take all that the machine has; and a stuck thread hears neither its parent nor a
 * closed port. Whoever supervises it starts another.
 */
export function startWatchdog({ limitMs, limitBytes }: { readonly limitMs: number; readonly limitBytes: number }): void {
  const beat = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(beat, 0, 1), 1_000).unref();
  const watch = `
    const { workerData } = require('node:worker_threads');
    let last = -1;
    let sinceMs = Date.now();
    setInterval(() => {
      const now = Atomics.load(workerData.beat, 0);
      if (now !== last) { last = now; sinceMs = Date.now(); }
      else if (Date.now() - sinceMs > workerData.limitMs) process.kill(process.pid, 'SIGKILL');
    }, 1000);
    setInterval(() => {
      if (process.memoryUsage.rss() > workerData.limitBytes) process.kill(process.pid, 'SIGKILL');
    }, 200);`;
  new Worker(watch, { eval: true, workerData: { beat, limitMs, limitBytes } }).unref();
}
