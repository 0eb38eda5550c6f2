import { afterEach, expect, test, vi } from 'vitest';
import type { Child } from '../../src/main/processes/child.ts';
import { makePortPair } from '../../src/main/processes/join-ports.ts';
import { restartDelayMs } from '../../src/main/processes/keep-running.ts';
import { type Supervisor, supervise } from '../../src/main/processes/supervise.ts';
import type { Port } from '../../src/shared/contract/port.ts';
import { closed, isAlive, nextMessage, startEchoAsChild } from './start-echo.ts';

let supervisor: Supervisor | undefined;

afterEach(async () => {
  await supervisor?.stop();
});

/** A supervised engine and two readers, all echo children, with a page that gets a port to each engine. */
function startAll() {
  const readers: Child[] = [];
  const clerkReaders: Child[] = [];
  const joined: string[] = [];
  const pagePorts: Port[] = [];
  const log: string[] = [];
  supervisor = supervise({
    startEngine() {
      const engine = startEchoAsChild();
      return {
        ...engine,
        connect(name, end) {
          joined.push(name);
          engine.connect(name, end);
        },
      };
    },
    startReader(forClerk) {
      const reader = startEchoAsChild();
      (forClerk ? clerkReaders : readers).push(reader);
      return reader;
    },
    readerCount: 2,
    clerkReader: true,
    makePipe: makePortPair,
    engineStarted(engine) {
      const [mine, its] = makePortPair();
      engine.connect('page', its);
      pagePorts.push(mine);
    },
    log: (text) => log.push(text),
  });
  supervisor.startReaders();
  return { supervisor, readers, clerkReaders, joined, pagePorts, log };
}

function portOf(ports: readonly Port[], index: number): Port {
  const port = ports[index];
  if (port === undefined) throw new Error(`no port ${index}`);
  return port;
}

test('an engine that is killed is started again, and the page gets a new port', async () => {
  const { supervisor, pagePorts, log } = startAll();
  const first = portOf(pagePorts, 0);
  first.post('hello');
  expect(await nextMessage(first)).toBe('hello');

  supervisor.engine()?.kill();
  await closed(first);
  await vi.waitUntil(() => pagePorts.length === 2, 5_000);
  const second = portOf(pagePorts, 1);
  second.post('hello again');
  expect(await nextMessage(second)).toBe('hello again');
  expect(log.join('')).toContain('engine ended (SIGKILL); starting again in 0 ms');
});

test('a reader that is killed is started again; the engine and the other reader live on', async () => {
  const { supervisor, readers, pagePorts } = startAll();
  const page = portOf(pagePorts, 0);
  page.post('hello');
  await nextMessage(page);
  const [killed, other] = readers;
  killed?.kill();
  await vi.waitUntil(() => readers.length === 3, 5_000);
  expect(isAlive(other?.pid)).toBe(true);
  expect(isAlive(supervisor.engine()?.pid)).toBe(true);
});

test('readers end with their engine, and new ones are joined to the new engine', async () => {
  const { supervisor, readers, pagePorts } = startAll();
  const page = portOf(pagePorts, 0);
  page.post('hello');
  await nextMessage(page);
  // A reader hears of its port when it has started; before that it has nothing to lose.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const old = readers.slice(0, 2);
  supervisor.engine()?.kill();
  await vi.waitUntil(() => old.every((reader) => !isAlive(reader.pid)) && readers.length >= 4, 10_000);
});

test('one reader is kept for the clerk, known to each engine by a name of its own, and started again like the others', async () => {
  const { supervisor, clerkReaders, joined } = startAll();
  supervisor.startReaders(); // once is enough
  expect(joined).toEqual(['page', 'reader', 'reader', 'clerk-reader']);
  clerkReaders[0]?.kill();
  await vi.waitUntil(() => clerkReaders.length === 2, 5_000);
  expect(joined.slice(4)).toEqual(['clerk-reader']);
  supervisor.engine()?.kill();
  await vi.waitUntil(() => joined.filter((name) => name === 'page').length === 2, 5_000);
  expect(joined.filter((name) => name === 'clerk-reader').length).toBeGreaterThanOrEqual(3);
});

test('nothing is left after a stop', async () => {
  const { supervisor, readers } = startAll();
  const pids = [supervisor.engine()?.pid, ...readers.map((reader) => reader.pid)];
  await supervisor.stop();
  expect(pids.some(isAlive)).toBe(false);
});

test.each([
  [0, 0],
  [1, 500],
  [2, 1_000],
  [5, 8_000],
  [6, 10_000],
  [60, 10_000],
])('after %i quick ends, the next start waits %i ms', (tries, delayMs) => {
  expect(restartDelayMs(tries)).toBe(delayMs);
});
