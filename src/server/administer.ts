import { asId } from '../shared/base/ids.ts';
import type { AdministerArguments } from './arguments.ts';
import type { ServerStore } from './open-database.ts';
import { passwordHash } from './passwords.ts';
import type { Door } from './ports.ts';
import { plainLogin } from './routes/sign-in.ts';
import { newEnrolmentCode, plainCode, secretHash } from './tokens.ts';

const codeMs = 24 * 3_600_000;
const shortestPassword = 12;
const longestPassword = 200;

/** A code that enrols one device within a day. */
export async function giveCode(door: Door, name: string | null, nowMs: number): Promise<string> {
  const code = newEnrolmentCode();
  await door.keepCode({ hash: secretHash(plainCode(code)), name, untilMs: nowMs + codeMs });
  return code;
}

export type AdministerAnswer = { readonly ok: boolean; readonly lines: readonly string[] };
const no = (...lines: string[]): AdministerAnswer => ({ ok: false, lines });
const yes = (...lines: string[]): AdministerAnswer => ({ ok: true, lines });

/** What an administrator does at the server itself, with the server running or not. `readPassword` is asked at most once. */
export async function administer(
  { door, readRows }: ServerStore,
  args: AdministerArguments,
  readPassword: () => Promise<string>,
  nowMs: number,
): Promise<AdministerAnswer> {
  switch (args.task) {
    case 'new-code':
      return yes(`${await giveCode(door, args.name, nowMs)} enrols one workstation within 24 hours`);
    case 'list-devices': {
      const devices = await door.devices();
      return yes(
        ...devices.map(
          ({ id, name, lastDseq, revoked }) => `${id}  ${name}  ${lastDseq} commands${revoked ? '  taken out' : ''}`,
        ),
      );
    }
    case 'list-people':
      return yes(...(await peopleOf(readRows)).map(({ id, name }) => `${id}  ${name}`));
    case 'take-out':
      return (await door.takeOut(args.device, nowMs)) ? yes('taken out') : no('there is no such device');
    case 'set-password': {
      const isKnown = (await peopleOf(readRows)).some(({ id }) => id === args.person);
      if (!isKnown) return no('there is no such person');
      const password = await readPassword();
      if (password.length < shortestPassword || password.length > longestPassword)
        return no(`a password has ${shortestPassword} to ${longestPassword} characters`);
      await door.keepAccount(plainLogin(args.login), { person: asId(args.person), passwordHash: await passwordHash(password) });
      return yes(`${plainLogin(args.login)} can sign in`);
    }
  }
}

type ListedPerson = { readonly id: string; readonly name: string };

async function peopleOf(readRows: ServerStore['readRows']): Promise<readonly ListedPerson[]> {
  return readRows(async (_, rowsOf) => {
    const people: ListedPerson[] = [];
    for await (const { entity, row } of rowsOf(['reg:access']))
      if (entity === 'person' && 'name' in row) people.push({ id: row.id, name: String(row.name) });
    return people;
  });
}
