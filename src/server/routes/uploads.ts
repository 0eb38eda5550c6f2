import { join } from 'node:path';
import { Server, type Upload } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sha256OfFile } from '../blob-folder.ts';
import { asTusError, codeOfStatus, type HalfUploads, openHalfUploads, tidyUp } from '../half-uploads.ts';
import { nameless, parse } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { WireFailure } from '../wire-failure.ts';

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const tidyEveryMs = 3_600_000;

const count = z.string().regex(/^\d{1,15}$/);
const tusHeaders = z.object({
  'tus-resumable': z.literal('1.0.0'),
  'upload-length': count.optional(),
  'upload-offset': count.optional(),
  'upload-metadata': z
    .string()
    .regex(/^[\w-]+ [\w+/=]+(, ?[\w-]+ [\w+/=]+)*$/)
    .optional(),
  'upload-defer-length': z.never().optional(),
  'upload-concat': z.never().optional(),
});

/**
 * Blobs come up by tus, so that one that is broken off goes on where it was. It counts as here when its bytes were found to have the
 * hash that was promised, lie under their name on the disk, and the database says so: in that order.
 *
 * Gives back the way to stop tidying up.
 */
export function uploadRoutes(app: FastifyInstance, parts: ServerParts): () => void {
  const { identify, blobFolder, blobRegister, limits, clock } = parts;
  const files = openHalfUploads(blobFolder.incoming);
  const tus = new Server({
    path: '/v1/blobs',
    datastore: files,
    maxSize: limits.blobBytes,
    relativeLocation: true,
    allowedOrigins: () => false,
    generateUrl: (_, { path, id }) => `${path}/uploads/${id}`,
    onUploadCreate: async (_, { metadata }) => {
      if (!sha256.safeParse(metadata?.sha256).success) throw asTusError(new WireFailure('malformed'));
      return {};
    },
    onUploadFinish: async (_, upload) => {
      try {
        await finish(parts, files, upload);
      } catch (error) {
        throw asTusError(error);
      }
      return {};
    },
    onResponseError: (_, error) => {
      if (!(error instanceof Error) && error.body.startsWith('{')) return error; // one of ours
      const status = 'status_code' in error ? Number(error.status_code) : 500;
      if (status >= 500) app.log.error(nameless(error), 'upload failed');
      return { status_code: status, body: JSON.stringify({ code: codeOfStatus(status) }) };
    },
  });

  app.addContentTypeParser('application/offset+octet-stream', (_, __, done) => done(null));
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await identify.device(request);
    parse(tusHeaders, request.headers);
    await tus.handle(request.raw, reply.hijack().raw);
  };
  app.post('/v1/blobs', handle);
  app.route({ method: ['HEAD', 'PATCH'], url: '/v1/blobs/uploads/:id', handler: handle });

  app.head<{ Params: { sha256: string } }>('/v1/blobs/:sha256', async (request, reply) => {
    await identify.device(request);
    if (!(await blobRegister.isHere(parse(sha256, request.params.sha256)))) throw new WireFailure('not-found');
    return reply.status(200).send();
  });

  const tidy = (): void =>
    void tidyUp(blobFolder.incoming, clock()).catch((error) => app.log.error(nameless(error), 'tidying up failed'));
  const tidying = setInterval(tidy, tidyEveryMs);
  tidy();
  return () => clearInterval(tidying);
}

async function finish(
  { blobFolder, blobRegister, clock }: ServerParts,
  files: HalfUploads,
  { id, size, metadata }: Upload,
): Promise<void> {
  const promised = parse(sha256, metadata?.sha256);
  const path = join(blobFolder.incoming, id);
  if ((await sha256OfFile(path)) !== promised) {
    await files.remove(id);
    throw new WireFailure('wrong-bytes');
  }
  await blobFolder.place(path, promised);
  await blobRegister.markHere({ sha256: promised, sizeBytes: size ?? 0 }, clock());
  await files.configstore.delete(id);
}
