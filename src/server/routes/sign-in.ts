import type { FastifyInstance } from 'fastify';
import { type SignedIn, signInInput } from '../../shared/contract/wire.ts';
import { scopesOf } from '../../shared/domain/access/index.ts';
import { viewOf } from '../changes.ts';
import { decidesMs, sessionMs } from '../identify.ts';
import { parse, smallBody } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { isPassword } from '../passwords.ts';
import { newToken, secretHash } from '../tokens.ts';
import { WireFailure } from '../wire-failure.ts';

/** A person sits down at a device, and leaves it. */
export function signInRoutes(app: FastifyInstance, { door, attempts, identify, store, clock, today }: ServerParts): void {
  app.post('/v1/sign-in', smallBody, async (request): Promise<SignedIn> => {
    const device = await identify.device(request);
    const { login, password } = parse(signInInput, request.body);
    const keys = [`login ${plainLogin(login)}`, `sign-in from ${request.ip} ${device.id}`];
    const waitSeconds = Math.max(...keys.map((key) => attempts.begin(key)));
    if (waitSeconds > 0) throw new WireFailure('busy', {}, waitSeconds);

    const account = await door.account(plainLogin(login));
    const matches = await isPassword(password, account?.passwordHash);
    if (account === undefined || !matches) throw new WireFailure('wrong-password');
    for (const key of keys) attempts.succeeded(key);

    const [token, decides] = [newToken(), newToken()];
    const nowMs = clock();
    const session = { device: device.id, person: account.person };
    await door.openSession(secretHash(token), { ...session, kind: 'fetches', untilMs: nowMs + sessionMs }, nowMs);
    await door.standUp(device.id);
    await door.openSession(secretHash(decides), { ...session, kind: 'decides', untilMs: nowMs + decidesMs }, nowMs);
    const scopes = await store.read(async (moment) => scopesOf(await moment.grants(account.person), today()));
    return { person: account.person, token, decides, scopes: [...scopes], view: viewOf(scopes), serverTimeMs: nowMs };
  });

  app.post('/v1/sign-out', smallBody, async (request, reply) => {
    await identify.leave(request);
    return reply.status(204).send();
  });
}

/** A login is the same however it is typed. */
export const plainLogin = (login: string): string => login.normalize('NFC').trim().toLowerCase();
