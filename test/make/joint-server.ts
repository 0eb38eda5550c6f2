import { join } from 'node:path';
import { enrol, httpLink } from '../../src/main/engine/sync/http-link.ts';
import { passwordHash } from '../../src/server/passwords.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import { newEnrolmentCode, plainCode, secretHash } from '../../src/server/tokens.ts';
import { asId, type PersonId } from '../../src/shared/base/ids.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { program, type Role } from '../../src/shared/domain/access/index.ts';
import { anna, bo, cecilia } from './invoices.ts';
import { aDatabase } from './postgres.ts';
import { aFolder, serverMigrations } from './workspace.ts';

export const password = 'ett långt lösenord';
const hashOfPassword = passwordHash(password);

export const dora = asId<'person'>('0190aaaa-0000-7000-8000-000000000004') satisfies PersonId;

/** Anna and Bo share a unit, and Anna keeps registers besides; Dora works in another unit, and Cecilia administers. */
type Employee = readonly [login: string, id: PersonId, name: string, roles: readonly Role[], within: string];
const people: readonly Employee[] = [
  ['anna', anna, 'Anna Berg', ['verification-clerk', 'register-keeper'], 'main'],
  ['bo', bo, 'Bo Lind', ['verification-clerk', 'approver'], 'main'],
  ['cecilia', cecilia, 'Cecilia Ek', ['administrator'], 'all'],
  ['dora', dora, 'Dora Alm', ['verification-clerk'], 'south'],
];

export type JointServer = Awaited<ReturnType<typeof aJointServer>>;

/** A real server on a database of its own, that can go down and come up again at the same address. */
export async function aJointServer({ isFounded = true, others = [] as readonly Employee[], clock = Date.now } = {}) {
  const all = [...people, ...others];
  const database = await aDatabase();
  const folder = aFolder();
  const start = (port = 0): Promise<RunningServer> =>
    startServer({
      database: { url: database.url },
      migrationsFolder: serverMigrations,
      blobsFolder: join(folder.path, 'blobs'),
      clock,
      port,
    });
  let server: RunningServer | undefined = await start();
  const { address } = server;
  const running = (): RunningServer => {
    if (server === undefined) throw new Error('the server is down');
    return server;
  };

  const newCode = async (): Promise<string> => {
    const code = newEnrolmentCode();
    await running().parts.door.keepCode({ hash: secretHash(plainCode(code)), name: null, untilMs: Date.now() + 600_000 });
    return code;
  };
  const openAccounts = async (accounts: readonly (readonly [string, PersonId])[]): Promise<void> => {
    for (const [login, person] of accounts)
      await running().parts.door.keepAccount(login, { person, passwordHash: await hashOfPassword });
  };
  if (isFounded) {
    const { token } = await enrol(address, await newCode(), 'Grundaren');
    await httpLink({
      address,
      deviceToken: token,
      session: { get: async () => undefined, lost: () => {} },
      blobs: undefined as never, // none is sent
      notes: undefined as never,
    }).push({ epoch: null, commands: [founding(all)] });
    await openAccounts(all.map(([login, id]) => [login, id]));
  }

  return {
    address,
    databaseUrl: database.url,
    newCode,
    openAccounts,
    running,
    goDown: async () => {
      await running().stop();
      server = undefined;
    },
    comeUp: async () => {
      server = await start(Number(new URL(address).port));
    },
    [Symbol.asyncDispose]: async () => {
      await server?.stop();
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

function founding(employees: readonly Employee[]) {
  const founders = employees.map(([_, id, name, roles, within]) => ({
    id,
    name,
    initials: name.slice(0, 2),
    human: true,
    grants: roles.map((role) => ({ id: uuid(), role, within })),
  }));
  const itself = {
    id: program,
    name: 'Fakturist',
    initials: 'F',
    human: false,
    grants: [{ id: uuid(), role: 'program', within: 'all' }],
  };
  return {
    id: uuid(),
    dseq: 1,
    name: 'access/found-workspace',
    version: 1,
    input: { people: [itself, ...founders] },
    actor: program,
    leaseToken: null,
    issuedAtMs: Date.now(),
  };
}
