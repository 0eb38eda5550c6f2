import { z } from 'zod';
import type { ReaderRequest } from '../../shared/contract/reader.ts';

const requestId = z.number().int().nonnegative();

const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), requestId, path: z.string().min(1), fileName: z.string() }),
  z.object({ kind: z.literal('cancel'), requestId }),
]);

/** A request as it arrives. Throws on anything else: only our own engine talks to a reader, so that is a bug. */
export const parseRequest = (message: unknown): ReaderRequest => schema.parse(message);
