import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ControlCheck, VerdictResult } from '../../src/shared/domain/supplier-control/index.ts';

/**
 * A control service that listens for real, for tests: it takes batches in the program's own form and answers them from what it knows. It can be told
 * to be slow, to fail, to answer in garbage, or to end in the middle.
 */
export type Manner =
  | 'well'
  /** Not before its patience is tried. */
  | 'slow'
  | 'failing'
  /** Fails twice, and then answers. */
  | 'failing-twice'
  | 'garbage'
  /** Says how long its answer is, and hangs up half way. */
  | 'cut-off'
  /** Whole JSON, with fewer verdicts than it counts. */
  | 'too-few'
  /** Answers another batch. */
  | 'mixed-up'
  /** Answers also for what nobody asked about, and with lines that say nothing. */
  | 'talkative'
  | 'working';

type Asked = {
  readonly supplierId: string;
  readonly organisationNumber: string | null;
  readonly checks: readonly ControlCheck[];
};
type Request = { readonly batchId: string; readonly asOf: string; readonly suppliers: readonly Asked[] };
export type Knowledge = {
  readonly [organisationNumber: string]: { readonly [Check in ControlCheck]?: readonly [VerdictResult, string] };
};

export async function aControlService(knows: Knowledge) {
  const batches = new Map<string, Request>();
  const token = 'ett-hemligt-ord';
  let manner: Manner = 'well';
  let failures = 0;
  let requests = 0;
  const server = createServer(
    (request, response) =>
      void respond(request, response).catch(() => {
        response.destroy();
      }),
  );

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    const body = await bodyOf(request);
    const say = (status: number, text: string) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(text);
    if (request.headers.authorization !== `Bearer ${token}`) return say(401, '{}');
    if (manner === 'slow') return void setTimeout(() => say(200, '{}'), 2_000).unref();
    if (manner === 'failing') return say(500, 'Internal Server Error');
    if (manner === 'failing-twice' && failures < 2) {
      failures += 1;
      return say(503, '');
    }
    const batchId = request.url?.split('/').at(-1) ?? '';
    if (request.method === 'PUT') {
      batches.set(batchId, JSON.parse(body) as Request); // the program's own form
      return say(202, '{}');
    }
    const asked = batches.get(batchId);
    if (asked === undefined) return say(404, '{}');
    if (manner === 'working') return say(202, '{}');
    if (manner === 'garbage') return say(200, '<html>Underhåll pågår</html>');
    const text = answer(asked, manner, knows);
    if (manner !== 'cut-off') return say(200, text);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    token,
    batches,
    requests: () => requests,
    be: (next: Manner) => {
      manner = next;
      failures = 0;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The answer to a batch in the agreed form; what it does not know of is in order. */
export function answer({ batchId, asOf, suppliers }: Request, manner: Manner, knows: Knowledge): string {
  const verdicts: unknown[] = suppliers.flatMap(({ supplierId, organisationNumber, checks }) =>
    checks.map((about) => {
      const [result, note] = knows[organisationNumber ?? '']?.[about] ?? ['in-order', ''];
      return { supplierId, about, result, onDay: asOf, note };
    }),
  );
  const count = verdicts.length;
  if (manner === 'too-few') verdicts.pop();
  if (manner === 'talkative')
    verdicts.push({ supplierId: 'nobody', about: 'debts', result: 'remark', onDay: asOf, note: '' }, 'in order', null, {
      ...(verdicts[0] as object),
      onDay: '2999-01-01',
    });
  const total = manner === 'talkative' ? verdicts.length : count;
  const to = manner === 'mixed-up' ? 'another' : batchId;
  return JSON.stringify({ form: 'fakturist-control-answer', version: 1, batchId: to, verdicts, count: total });
}
