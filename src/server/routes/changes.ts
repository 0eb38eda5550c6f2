import type { FastifyInstance } from 'fastify';
import { changesQuery } from '../../shared/contract/wire.ts';
import { Misdirected, readChanges } from '../changes.ts';
import { parse } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { WireFailure } from '../wire-failure.ts';

/** What has changed after a cursor. */
export function changesRoute(app: FastifyInstance, { identify, recent, clock, today }: ServerParts): void {
  app.get('/v1/changes', async (request, reply) => {
    const { device, person } = await identify.session(request);
    const query = parse(changesQuery, request.query);
    const nowMs = clock();
    const asker = { device, person, today: today() };
    const page = await recent.read(query.after, (moment) => readChanges(moment, asker, query, nowMs)).catch(asFailure);
    return reply.type('application/json; charset=utf-8').send(recent.write(page));
  });
}

function asFailure(error: unknown): never {
  if (!(error instanceof Misdirected)) throw error;
  const { epoch, view, scopes } = error.now;
  throw new WireFailure(error.code, { epoch, view, scopes: [...scopes] });
}
