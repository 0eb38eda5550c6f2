import type { FastifyInstance } from 'fastify';
import { scopesOf } from '../../shared/domain/access/index.ts';
import { viewOf } from '../changes.ts';
import type { KnownSession } from '../identify.ts';
import type { ServerParts } from '../parts.ts';

const heartbeatMs = 15_000;
/** Hints are small: who has so many unread does not read. It is let go, and asks again. */
const unreadBytes = 64_000;

/**
 * Server-sent events: hints that there is something to fetch. Nothing is lost with a hint that does not arrive. Gives back the way
 * to send all listeners home.
 */
export function eventsRoute(app: FastifyInstance, { identify, hints, recent, today }: ServerParts): () => void {
  const listening = new Set<() => void>();

  app.get('/v1/events', async (request, reply) => {
    const session = await identify.session(request);
    let view = await viewNow(session);
    const raw = reply.hijack().raw;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });

    const send = (text: string): void => {
      if (raw.writableLength > unreadBytes) leave();
      else raw.write(text);
    };
    const sendHead = (): void => send(`event: head\ndata: ${JSON.stringify(recent.head())}\n\n`);
    const sendView = (): void => send(`event: view\ndata: ${JSON.stringify({ view })}\n\n`);
    /** A day may have begun on which the person has other rights, too. */
    const lookAtView = async (): Promise<void> => {
      const now = await viewNow(session);
      if (now === view || !listening.has(leave)) return;
      view = now;
      sendView();
    };
    const heartbeat = setInterval(() => {
      send(': still here\n\n');
      Promise.all([identify.session(request), lookAtView()]).catch(leave);
    }, heartbeatMs);
    const silence = hints.listen({ head: sendHead, grantsChanged: () => void lookAtView().catch(leave) });
    function leave(): void {
      clearInterval(heartbeat);
      silence();
      listening.delete(leave);
      raw.destroy();
    }
    listening.add(leave);
    raw.once('close', leave);
    raw.on('error', leave);
    sendView();
    sendHead();
  });

  async function viewNow({ person }: KnownSession): Promise<string> {
    const grants = await recent.read(recent.head().seq, (moment) => moment.grants(person));
    return viewOf(scopesOf(grants, today()));
  }

  return () => {
    for (const leave of [...listening]) leave();
  };
}
