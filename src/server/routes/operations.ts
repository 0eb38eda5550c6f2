import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServerParts } from '../parts.ts';
import { WireFailure } from '../wire-failure.ts';

/** What an operator's tools ask. The measures are for this machine, or for who shows the token that was set for them. */
export function operationsRoutes(app: FastifyInstance, { store, measures }: ServerParts, metricsToken: string | undefined): void {
  app.get('/health', async (_, reply) => {
    try {
      const { epoch, seq } = await store.read((moment) => moment.head());
      return { database: 'reachable', epoch, seq };
    } catch {
      return reply.status(503).send({ database: 'unreachable' });
    }
  });
  app.get('/metrics', async (request, reply) => {
    const isAllowed = isFromHere(request) || (metricsToken !== undefined && isShown(request, metricsToken));
    if (!isAllowed) throw new WireFailure('forbidden');
    return reply.type(measures.registry.contentType).send(await measures.registry.metrics());
  });
}

const isShown = ({ headers }: FastifyRequest, token: string): boolean => headers.authorization === `Bearer ${token}`;

/** What a proxy on this machine passes on comes from elsewhere. */
const isFromHere = ({ ip, headers }: FastifyRequest): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(ip) &&
  headers.forwarded === undefined &&
  headers['x-forwarded-for'] === undefined;
