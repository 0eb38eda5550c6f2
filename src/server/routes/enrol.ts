import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { enrolInput, type enrolled } from '../../shared/contract/wire.ts';
import { parse, smallBody } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { newToken, plainCode, secretHash } from '../tokens.ts';
import { WireFailure } from '../wire-failure.ts';

/** A workstation shows a code that an administrator gave, once, and is a device from then on. */
export function enrolRoute(app: FastifyInstance, { door, attempts, recent, clock }: ServerParts): void {
  app.post('/v1/devices', smallBody, async (request): Promise<z.infer<typeof enrolled>> => {
    const { code, name } = parse(enrolInput, request.body);
    const address = `enrol from ${request.ip}`;
    const waitSeconds = attempts.begin(address);
    if (waitSeconds > 0) throw new WireFailure('busy', {}, waitSeconds);
    const device = { id: randomUUID(), name };
    const token = newToken();
    const isEnrolled = await door.enrol(secretHash(plainCode(code)), { ...device, tokenHash: secretHash(token) }, clock());
    if (!isEnrolled) throw new WireFailure('wrong-code');
    attempts.succeeded(address);
    return { device: device.id, token, empty: recent.head().seq === 0 };
  });
}
