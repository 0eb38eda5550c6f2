import { MessageChannel } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { makeChannels } from '../../src/main/processes/channels.ts';
import { joinPorts, makePortPair } from '../../src/main/processes/join-ports.ts';
import { nodePort } from '../../src/main/processes/node-port.ts';
import type { Port } from '../../src/shared/contract/port.ts';

function nodePair(): [Port, Port] {
  const { port1, port2 } = new MessageChannel();
  return [nodePort(port1), nodePort(port2)];
}

function joinedPair(): [Port, Port] {
  const [one, oneInner] = makePortPair();
  const [otherInner, other] = nodePair();
  joinPorts(oneInner, otherInner);
  return [one, other];
}

function channelPair(): [Port, Port] {
  const parent = makeChannels((message) => queueMicrotask(() => child.receive(message)));
  const child = makeChannels((message) => queueMicrotask(() => parent.receive(message)));
  let there: Port | undefined;
  child.onOpen((_name, port) => {
    there = port;
  });
  const here = parent.open('page');
  // The other end is there a moment later; what is posted to it meanwhile waits in line.
  const late: Port = {
    post: (message) => queueMicrotask(() => there?.post(message)),
    onMessage: (listener) => queueMicrotask(() => there?.onMessage(listener)),
    onClose: (listener) => queueMicrotask(() => there?.onClose(listener)),
    close: () => queueMicrotask(() => there?.close()),
  };
  return [here, late];
}

test.each([
  ['in one process', makePortPair],
  ['by Node', nodePair],
  ['joined to another', joinedPair],
  ['in a channel', channelPair],
] as const)('a port %s keeps what came early, keeps the order, and tells its end once', async (_name, makePair) => {
  const [left, right] = makePair();
  left.post({ bytes: new Uint8Array([1, 2, 3]) });
  left.post('two');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const heard: unknown[] = [];
  right.onMessage((message) => heard.push(message));
  left.post('three');
  await vi.waitUntil(() => heard.length === 3);
  expect(heard).toEqual([{ bytes: new Uint8Array([1, 2, 3]) }, 'two', 'three']);

  const ends: string[] = [];
  right.onClose(() => ends.push('right'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  left.close();
  await vi.waitUntil(() => ends.length > 0);
  right.onClose(() => ends.push('late'));
  await vi.waitUntil(() => ends.length === 2);
  expect(ends).toEqual(['right', 'late']);
});
