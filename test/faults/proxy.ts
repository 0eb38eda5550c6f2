import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy on the loopback between workstations and their server that spoils messages:
 *
 * - `cut-request`: the connection breaks before the server hears of it
 * - `cut-answer`: the server has done it, and the answer is lost
 * - `halve`: half of the answer's bytes come, and then the end
 * - `repeat`: the server hears the same request twice, and the second answer is given
 * - `delay`: up to `delayMs` pass before the request goes on
 * - `part`: nothing comes through at all
 */
export const spoilings = ['cut-request', 'cut-answer', 'halve', 'repeat', 'delay', 'part'] as const;
export type Spoiling = (typeof spoilings)[number];

export type SpoilingProxy = {
  readonly address: string;
  /** From now on each message is spoilt so, with this likelihood. Null: all go through. */
  spoil(how: Spoiling | null, likelihood?: number): void;
  /** How many messages have been spoilt. */
  spoilt(): number;
  /** Where the server listens now: it may have been started anew. */
  aimAt(target: string): void;
  stop(): Promise<void>;
};

const delayMs = 400;

export async function startProxy(firstTarget: string, random: () => number = Math.random): Promise<SpoilingProxy> {
  let target = new URL(firstTarget);
  let how: Spoiling | null = null;
  let likelihood = 1;
  let spoilt = 0;

  const server = createServer(async (incoming, outgoing) => {
    const spoiling = how !== null && random() < likelihood ? how : null;
    if (spoiling !== null) spoilt += 1;
    const body = await bodyOf(incoming);
    if (spoiling === 'cut-request' || spoiling === 'part') return void incoming.socket.destroy();
    if (spoiling === 'delay') await new Promise((resolve) => setTimeout(resolve, random() * delayMs));
    if (spoiling === 'repeat') await forward(target, incoming, body).then(drained, () => {});
    try {
      answer(await forward(target, incoming, body), outgoing, spoiling);
    } catch {
      incoming.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has one

  return {
    address: `http://127.0.0.1:${port}`,
    spoil: (next, odds = 1) => {
      how = next;
      likelihood = odds;
      if (next === 'part') server.closeAllConnections();
    },
    spoilt: () => spoilt,
    aimAt: (next) => {
      target = new URL(next);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function forward(target: URL, { method, url, headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(url ?? '/', target), { method, headers: { ...headers, host: target.host } }, resolve);
    onward.on('error', reject);
    onward.end(body);
  });
}

async function drained(message: IncomingMessage): Promise<void> {
  if (!isStream(message)) await bodyOf(message);
  else message.destroy();
}

const isStream = ({ headers }: IncomingMessage): boolean => headers['content-type']?.startsWith('text/event-stream') === true;

async function answer(from: IncomingMessage, to: ServerResponse, spoiling: Spoiling | null): Promise<void> {
  if (isStream(from)) {
    to.writeHead(from.statusCode ?? 502, from.headers);
    from.on('error', () => to.destroy());
    to.on('close', () => from.destroy());
    from.pipe(to);
    return;
  }
  const body = await bodyOf(from);
  if (spoiling === 'cut-answer') return void to.socket?.destroy();
  to.writeHead(from.statusCode ?? 502, from.headers);
  if (spoiling === 'halve' && body.length > 0) {
    to.write(body.subarray(0, Math.ceil(body.length / 2)));
    return void to.socket?.destroySoon();
  }
  to.end(body);
}
