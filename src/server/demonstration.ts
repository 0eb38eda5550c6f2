import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dayInSweden } from '../shared/base/day.ts';
import { asId, type PersonId } from '../shared/base/ids.ts';
import { uuid } from '../shared/contract/uuid.ts';
import { program } from '../shared/domain/access/index.ts';
import {
  asFounder,
  calendarSteps,
  demonstrationApprover,
  demonstrationCast,
  demonstrationSuppliers,
  programPerson,
  registrationSteps,
} from '../shared/run/demonstration.ts';
import { customerAndArticleSteps } from '../shared/run/demonstration-registers.ts';
import { giveCode } from './administer.ts';
import type { ServerParts } from './parts.ts';
import { passwordHash } from './passwords.ts';
import { newToken, plainCode, secretHash } from './tokens.ts';

/**
 * Gives an empty server the people and the registers of the demonstration, and accounts with one password for all. Gives back what to
 * print; undefined where something is there already, which is left as it is.
 */
export async function foundDemonstration(parts: ServerParts, suppliersFile: string): Promise<readonly string[] | undefined> {
  if (parts.recent.head().seq > 0) return undefined;
  const founders = [...demonstrationCast, demonstrationApprover].map((person) => asFounder(person, uuid));
  const suppliers = demonstrationSuppliers.parse(JSON.parse(await readFile(suppliersFile, 'utf8')));
  await issueAll(parts, [
    [program, 'access/found-workspace', { people: [programPerson, ...founders] }],
    ...calendarSteps(founders, dayInSweden(parts.clock()), uuid),
    ...suppliers.flatMap((supplier) => registrationSteps(supplier, founders)),
    ...customerAndArticleSteps(founders, dayInSweden(parts.clock())),
  ]);

  const password = randomBytes(6).toString('base64url');
  const hash = await passwordHash(password);
  const logins = founders.map(({ id, name }) => ({ id, login: (name.split(' ')[0] ?? name).toLowerCase() }));
  for (const { id, login } of logins) await parts.door.keepAccount(login, { person: id, passwordHash: hash });
  return [`Sign in as ${logins.map(({ login }) => login).join(', ')} with the password ${password}`];
}

const sittingMs = 600_000;

/** The server itself is a device here: it is enrolled as any other, and its commands go through the same rules. */
async function issueAll(
  { door, sequencer, clock }: ServerParts,
  wanted: readonly (readonly [actor: PersonId, name: string, input: unknown])[],
): Promise<void> {
  const code = await giveCode(door, null, clock());
  const device = uuid();
  await door.enrol(
    secretHash(plainCode(code)),
    { id: device, name: 'Demonstration', tokenHash: secretHash(newToken()) },
    clock(),
  );
  // Whoever says something here sits here while it is said.
  const sessions = new Map(wanted.map(([actor]) => [actor, secretHash(newToken())]));
  for (const [person, hash] of sessions)
    await door.openSession(hash, { device, person, kind: 'decides', untilMs: clock() + sittingMs }, clock());
  const decided = await Promise.all(
    wanted.map(([actor, name, input], place) =>
      sequencer.execute({
        id: asId(uuid()),
        name,
        version: 1,
        input,
        actor,
        device,
        dseq: place + 1,
        leaseToken: null,
        issuedAtMs: clock(),
        session: sessions.get(actor),
      }),
    ),
  );
  await door.standUp(device);
  const refused = decided.find(({ outcome }) => outcome.kind !== 'accepted');
  if (refused !== undefined) throw new Error(`the demonstration cannot be founded: ${JSON.stringify(refused.outcome)}`);
}
