import { z } from 'zod';
import { type ReaderRequest, zoneAlphabets } from '../../shared/contract/reader.ts';

const requestId = z.number().int().nonnegative();
const path = z.string().min(1);
const share = z.number().min(0).max(1);
const zone = z.object({ box: z.tuple([share, share, share, share]), alphabet: z.enum(zoneAlphabets), harder: z.boolean() });

const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open'), requestId, path }),
  z.object({ kind: z.literal('read-page'), requestId, path, page: z.int().min(1), alone: z.boolean().default(false) }),
  z.object({ kind: z.literal('read-zones'), requestId, path, zones: z.array(zone).max(200) }),
  z.object({ kind: z.literal('cancel'), requestId }),
]);

/** A request as it arrives. Throws on anything else: only our own engine talks to a reader, so that is a bug. */
export const parseRequest = (message: unknown): ReaderRequest => schema.parse(message);
