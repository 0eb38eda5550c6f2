import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { scopesOf } from '../../shared/domain/access/index.ts';
import { parse } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { WireFailure } from '../wire-failure.ts';
import { sha256 } from './uploads.ts';

/** The bytes of a blob, or a range of them, for whoever may see a row that cites it. */
export function blobRoute(app: FastifyInstance, parts: ServerParts): void {
  const { identify, recent, blobRegister, blobFolder, today } = parts;
  app.get<{ Params: { sha256: string } }>('/v1/blobs/:sha256', { exposeHeadRoute: false }, async (request, reply) => {
    const { person } = await identify.session(request);
    const hash = parse(sha256, request.params.sha256);
    const grants = await recent.read(recent.head().seq, (moment) => moment.grants(person));
    const scopes = scopesOf(grants, today());
    if (!(await blobRegister.isCited(hash, scopes))) throw new WireFailure('not-found');
    if (!(await blobRegister.isHere(hash))) throw new WireFailure('not-found');

    const path = blobFolder.pathOf(hash);
    const { size } = await stat(path);
    const range = rangeOf(request, size);
    if (range === 'outside') {
      reply.header('content-range', `bytes */${size}`);
      throw new WireFailure('malformed', {}, undefined, 416);
    }
    reply.headers({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${hash}"`,
    });
    if (range === 'whole') return reply.header('content-length', size).send(createReadStream(path));
    const { start, end } = range;
    reply.status(206).headers({ 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 });
    return reply.send(createReadStream(path, { start, end }));
  });
}

/** One range; a list of several is answered with the whole, as RFC 9110 §14.2 allows. */
function rangeOf(
  { headers: { range = '' } }: FastifyRequest,
  size: number,
): 'whole' | 'outside' | { start: number; end: number } {
  const [, from = '', through = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  if (from === '' && through === '') return 'whole';
  const start = from === '' ? Math.max(size - Number(through), 0) : Number(from);
  const end = from === '' || through === '' ? size - 1 : Math.min(Number(through), size - 1);
  return start > end ? 'outside' : { start, end };
}
