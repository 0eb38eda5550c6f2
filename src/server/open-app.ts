import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import type { z } from 'zod';
import { pushLimit, wireHeader, wireVersion } from '../shared/contract/wire.ts';
import { StoreFailure } from '../shared/run/store.ts';
import type { Measures } from './measures.ts';
import { WireFailure } from './wire-failure.ts';

export type Tls = { readonly key: string | Buffer; readonly cert: string | Buffer };

/** Names and brackets around a megabyte of commands. */
const slackBytes = 100_000;
export const smallBody = { bodyLimit: 4_000 } as const;

type Options = { readonly log: FastifyBaseLogger; readonly tls: Tls | undefined; readonly measures: Measures };

/**
 * A fastify that says no in the wire's own codes, and keeps its mouth shut about the rest: neither an answer nor a log tells what
 * was in a request.
 */
export function openApp({ log, tls, measures }: Options): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: pushLimit.bytes + slackBytes,
    serverFactory: (handler) => (tls === undefined ? createServer(handler) : createTlsServer(tls, handler)),
  });
  app.removeContentTypeParser('text/plain');
  app.addHook('onRequest', async (request) => {
    const isWire = request.url.startsWith('/v1/');
    if (isWire && request.headers[wireHeader] !== String(wireVersion)) throw new WireFailure('too-old');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    measures.requestSeconds.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
    const { method, id: reqId } = request;
    // Three hundred workstations ask for changes at every commit: those answers are counted, and written down when they are refused.
    const level = route === '/v1/changes' && reply.statusCode === 200 ? 'debug' : 'info';
    request.log[level]({ reqId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
  });
  app.setNotFoundHandler(async (_, reply) => answer(reply, new WireFailure('not-found')));
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const failure = asWireFailure(error);
    if (failure.body.code === 'failed') request.log.error({ reqId: request.id, ...nameless(error) }, 'failed');
    return answer(reply, failure, error.statusCode);
  });
  return app;
}

function answer(reply: FastifyReply, failure: WireFailure, statusCode?: number): FastifyReply {
  const { status, body, retryAfterSeconds } = failure;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  const isKnownMistake = body.code === 'malformed' && statusCode !== undefined && statusCode >= 400 && statusCode < 500;
  return reply.status(isKnownMistake ? statusCode : status).send(body);
}

export function asWireFailure(error: unknown): WireFailure {
  if (error instanceof WireFailure) return error;
  if (error instanceof StoreFailure)
    return error.code === 'disk-full' ? new WireFailure('disk-full') : new WireFailure('busy', {}, 2, 503);
  const { statusCode = 500, code } = error as Partial<FastifyError>; // of whatever was thrown, these are looked at only
  if (code === 'ENOSPC' || code === 'EDQUOT') return new WireFailure('disk-full');
  if (statusCode === 413) return new WireFailure('too-large');
  return new WireFailure(statusCode >= 400 && statusCode < 500 ? 'malformed' : 'failed');
}

/** Where an error came from. Its message may hold what a row or a request held, and is left out. */
export function nameless(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? {} : { cause: nameless(error.cause) };
  return { error: error.name, ...('code' in error && { errorCode: String(error.code) }), at, ...cause };
}

/** What came, in the form that the wire says. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new WireFailure('malformed');
  return parsed.data;
}
