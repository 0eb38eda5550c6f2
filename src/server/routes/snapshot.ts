import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SnapshotHead, SnapshotLine } from '../../shared/contract/wire.ts';
import { scopesOf } from '../../shared/domain/access/index.ts';
import { viewOf } from '../changes.ts';
import { parse } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import type { RowsOf } from '../ports.ts';
import { WireFailure } from '../wire-failure.ts';

const snapshotQuery = z.object({ view: z.string().max(100).optional() });
const retryAfterSeconds = 5;
/** A snapshot holds a moment of the database open: who stops reading lets go of it. */
const idleMs = 30_000;
const chunkLength = 64_000;

/** Every row that the person may see, as of one moment: a head, the rows, and an end that counts them. */
export function snapshotRoute(app: FastifyInstance, { identify, readRows, today, limits }: ServerParts): void {
  let underWay = 0;

  app.get('/v1/snapshot', async (request, reply) => {
    const { person } = await identify.session(request);
    const asked = parse(snapshotQuery, request.query).view;
    if (underWay >= limits.snapshots) throw new WireFailure('busy', {}, retryAfterSeconds, 503);
    underWay += 1;
    try {
      await readRows(async (moment, rowsOf) => {
        const scopes = scopesOf(await moment.grants(person), today());
        const view = viewOf(scopes);
        const { epoch, seq } = await moment.head();
        if (asked !== undefined && asked !== view) throw new WireFailure('other-view', { epoch, view, scopes: [...scopes] });
        const digests = [...(await moment.digests(scopes))];
        await send({ kind: 'head', epoch, seq, view, scopes: [...scopes], digests }, rowsOf, reply.hijack().raw);
      });
    } catch (error) {
      if (!reply.sent) throw error;
      request.log.info({ reqId: request.id }, 'snapshot broken off');
      reply.raw.destroy();
    } finally {
      underWay -= 1;
    }
  });
}

async function send(head: SnapshotHead, rowsOf: RowsOf, to: ServerResponse): Promise<void> {
  to.setTimeout(idleMs, () => to.destroy());
  to.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip', connection: 'close' });
  await pipeline(chunks(head, rowsOf), createGzip({ level: 1 }), to);
}

async function* chunks(head: SnapshotHead, rowsOf: RowsOf): AsyncGenerator<string> {
  let chunk = written(head);
  let rows = 0;
  for await (const { entity, row } of rowsOf(head.scopes)) {
    chunk += written({ kind: 'row', entity, row });
    rows += 1;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk + written({ kind: 'end', rows });
}

const written = (line: SnapshotLine): string => `${JSON.stringify(line)}\n`;
