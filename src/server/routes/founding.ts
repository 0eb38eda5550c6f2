import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import { type Founded, foundingLimit } from '../../shared/contract/wire.ts';
import { NotUnique, StoreFailure } from '../../shared/run/store.ts';
import { foundLog } from '../found-log.ts';
import { asWireFailure, nameless } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { WireFailure } from '../wire-failure.ts';

/**
 * A workspace's log becomes the log of a server that has none. It is first laid in a file, so that a slow sender holds nothing open
 * and the transaction can begin anew; then all of it is written, or nothing.
 */
export function foundingRoute(app: FastifyInstance, { identify, store, blobFolder, recent, hints }: ServerParts): void {
  app.addContentTypeParser('application/x-ndjson', (_, payload, done) => done(null, payload));

  app.post('/v1/founding', { bodyLimit: foundingLimit.bytes }, async (request): Promise<Founded> => {
    await identify.device(request);
    if (recent.head().seq > 0) throw new WireFailure('already-founded');
    const file = join(blobFolder.incoming, `founding-${randomUUID()}`);
    try {
      await layDown(request, file);
      const founded = await store.transaction((transaction) => foundLog(transaction, linesOf(file)));
      hints.committed();
      return founded;
    } catch (error) {
      throw asFoundingFailure(error, request.log);
    } finally {
      await rm(file, { force: true });
    }
  });
}

async function layDown({ body, headers }: FastifyRequest, file: string): Promise<void> {
  const isStream = typeof body === 'object' && body !== null && 'pipe' in body;
  if (!isStream) throw new WireFailure('malformed');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > foundingLimit.bytes ? new WireFailure('too-large') : null, chunk);
    },
  });
  const unpacked = headers['content-encoding'] === 'gzip' ? [createGunzip()] : [];
  await pipeline([body as Readable, ...unpacked, counted, createWriteStream(file, { flags: 'wx' })]); // our parser gives the stream
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 256_000 })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > foundingLimit.lineBytes) throw new WireFailure('too-large');
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Whatever the store cannot take of a log that came from outside is the log's fault, but for what the world does. */
function asFoundingFailure(error: unknown, log: FastifyBaseLogger): unknown {
  if (error instanceof NotUnique) return new WireFailure('malformed');
  const isOurs = error instanceof WireFailure || error instanceof StoreFailure || asWireFailure(error).body.code === 'disk-full';
  if (isOurs) return error;
  log.warn(nameless(error), 'a founding log was not taken');
  return new WireFailure('malformed');
}
