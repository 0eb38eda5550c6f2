import { dayInSweden } from '../../shared/base/day.ts';
import type { PersonId } from '../../shared/base/ids.ts';
import { EngineError, type PersonRow, type Session } from '../../shared/contract/engine.ts';
import { type Grant, type Permission, permissionsOf, type Scopes, scopesOf } from '../../shared/domain/access/index.ts';
import type { Seat } from './seat.ts';

/** Who sits at the window. Every command is made in that person's name; while nobody is chosen, nothing is shown. */
export type SessionKeeper = {
  read(): Promise<Session>;
  /** On a single seat. */
  choose(personId: PersonId): Promise<Session>;
  /** Where one works with a server. */
  signIn(login: string, password: string): Promise<Session>;
  lock(): Promise<Session>;
  /** The person at the window. Throws `no-person` while locked. */
  person(): PersonId;
  /** Throws `forbidden` when the person may not. For work that a command could refuse only afterwards. */
  demand(permission: Permission): Promise<void>;
  /** The rows that the person at the window may see, also on a computer that holds more. Throws `no-person` while locked. */
  scopes(): Promise<Scopes>;
};

export function openSession(
  seat: () => Seat,
  options: { readonly demonstration: boolean; readonly clock: () => number },
): SessionKeeper {
  let chosen: PersonId | undefined;
  const today = () => dayInSweden(options.clock());

  async function peopleWithGrants(): Promise<readonly (PersonRow & { readonly grants: readonly Grant[] })[]> {
    const { store } = seat().rows();
    const people = (await store.find('person', 'all', [])).filter(({ human }) => human);
    return Promise.all(
      people.map(async ({ id, name, initials }) => {
        const grants = await store.find('grant', 'byPerson', [id]);
        return { id, name, initials, roles: grants.map(({ role }) => role), grants };
      }),
    );
  }

  async function read(): Promise<Session> {
    const people = await peopleWithGrants();
    const person = people.find(({ id }) => id === sitting());
    return {
      person: person === undefined ? null : { ...asRow(person), permissions: [...permissionsOf(person.grants, today())] },
      people: people.map(asRow),
      demonstration: options.demonstration,
      today: today(),
      signIn: seat().people.kind,
    };
  }

  /** Where one signs in, whoever signed in last has sent everyone else away. */
  function sitting(): PersonId | undefined {
    const { people } = seat();
    return people.kind === 'choose' || people.present() === chosen ? chosen : undefined;
  }

  const person = (): PersonId => {
    const here = sitting();
    if (here === undefined) throw new EngineError('no-person');
    return here;
  };

  return {
    read,
    person,
    choose: async (personId) => {
      if (seat().people.kind !== 'choose') throw new EngineError('forbidden');
      const people = await peopleWithGrants();
      if (!people.some(({ id }) => id === personId)) throw new EngineError('not-found');
      chosen = personId;
      return read();
    },
    signIn: async (login, password) => {
      const { people } = seat();
      if (people.kind !== 'password') throw new EngineError('forbidden');
      chosen = await people.signIn(login, password);
      return read();
    },
    lock: () => {
      const { people } = seat();
      if (people.kind === 'password' && sitting() !== undefined) people.leave();
      chosen = undefined;
      return read();
    },
    demand: async (permission) => {
      const grants = await seat().rows().store.find('grant', 'byPerson', [person()]);
      if (!permissionsOf(grants, today()).has(permission)) throw new EngineError('forbidden', permission);
    },
    scopes: async () => scopesOf(await seat().rows().store.find('grant', 'byPerson', [person()], 10_000), today()),
  };
}

const asRow = ({ id, name, initials, roles }: PersonRow): PersonRow => ({ id, name, initials, roles });
