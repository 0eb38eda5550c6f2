import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import type { NodeChild } from '../../src/main/processes/node-child.ts';
import { closed, isAlive, nextMessage, startEcho } from './start-echo.ts';

const started: NodeChild[] = [];

function echo(...args: Parameters<typeof startEcho>): NodeChild {
  const child = startEcho(...args);
  started.push(child);
  return child;
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill();
});

test('a child gets its settings, and each port by its name', async () => {
  const child = echo({ workspace: '/där/borta' });
  for (const name of ['page', 'reader']) {
    const port = child.open(name);
    port.post('what are you told?');
    expect(await nextMessage(port)).toEqual({ name, settings: { workspace: '/där/borta' } });
  }
});

test('messages arrive in order, on the port that they were posted to', async () => {
  const child = echo();
  const ports = [child.open('one'), child.open('two')];
  const heard: unknown[][] = [[], []];
  ports.forEach((port, index) => {
    for (let number = 0; number < 200; number += 1) port.post({ index, number });
    port.onMessage((message) => heard[index]?.push(message));
  });
  await vi.waitUntil(() => heard.every((messages) => messages.length === 200));
  expect(heard).toEqual([0, 1].map((index) => Array.from({ length: 200 }, (_, number) => ({ index, number }))));
});

test('a page image of 8 MB passes as the same bytes', async () => {
  const port = echo().open('page');
  const image = Uint8Array.from({ length: 8_000_000 }, (_, index) => (index * 7919) % 251);
  port.post({ image });
  const answer = (await nextMessage(port)) as { image: Uint8Array };
  expect(answer.image).toBeInstanceOf(Uint8Array);
  expect(Buffer.compare(answer.image, image)).toBe(0);
});

test('a port that one side closes is closed at the other', async () => {
  const child = echo();
  const port = child.open('page');
  port.post('close');
  await closed(port);
  expect(isAlive(child.pid)).toBe(true);
});

test('a child that is killed closes its ports and tells why', async () => {
  const child = echo();
  const port = child.open('page');
  port.post('hello');
  await nextMessage(port);
  const exit = new Promise((resolve) => child.onExit(resolve));
  child.kill();
  await closed(port);
  expect(await exit).toEqual({ code: null, signal: 'SIGKILL' });
  port.post('into the void');
});

test('a child that crashes tells where, in its log', async () => {
  let log = '';
  const child = echo({}, (text) => {
    log += text;
  });
  child.open('page').post('crash');
  expect(await new Promise((resolve) => child.onExit(resolve))).toMatchObject({ code: 1 });
  await vi.waitUntil(() => log.includes('told to crash'));
});

test('a child that is asked to stop ends in good order', async () => {
  const child = echo();
  const exit = new Promise((resolve) => child.onExit(resolve));
  await child.stop(10_000);
  expect(await exit).toEqual({ code: 0, signal: null });
});

test('a child ends itself when its parent is killed', async () => {
  const parent = fork(fileURLToPath(new URL('./fixtures/parent.ts', import.meta.url)), { stdio: 'ignore' });
  const [pid] = (await once(parent, 'message')) as [number];
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitUntil(() => !isAlive(pid), 5_000);
});
