import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';
import type { PersonId } from '../../../shared/base/ids.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import type { SignedIn } from '../../../shared/contract/wire.ts';
import { holds, type Scopes } from '../../../shared/domain/access/index.ts';
import type { LocalPerson, OutboxFacts } from '../store/outbox-facts.ts';
import type { SessionToken } from './http-link.ts';
import { LinkError } from './ports.ts';

/**
 * Who sits at this workstation, and for whom is fetched: whoever signed in last, also after that person has locked the screen or the
 * program has been started anew.
 */
export type PresentPerson = {
  /** Asks the server, or without a network what is remembered of an earlier sign-in here. Throws EngineError. */
  signIn(login: string, password: string): Promise<PersonId>;
  leave(): void;
  present(): PersonId | undefined;
  /** For whom is fetched, and what that person may see. */
  follows(): { readonly personId: PersonId; readonly scopes: Scopes } | undefined;
  /** The server said what the holder of this token may see. */
  saidScopes(token: string | undefined, scopes: Scopes): void;
  readonly session: SessionToken;
  token(): string | undefined;
  /** The token of this person's own session, in whose name things are decided; undefined while somebody else sits here, or nobody. Throws LinkError. */
  decides(personId: PersonId): Promise<string | undefined>;
  /** The server does not know that session any more. */
  decidesNoMore(): void;
};

type Options = {
  readonly facts: OutboxFacts;
  readonly askServer: (login: string, password: string) => Promise<SignedIn>;
  /** The session that decides is over. */
  readonly endSession: (token: string) => Promise<void>;
  /** The scopes of the server's rows that are here. */
  readonly scopesHere: () => Promise<Scopes>;
  readonly clock: () => number;
  /** Someone else is followed, or sees something else: what pages are shown follows. */
  readonly changed: () => void;
};

type Followed = LocalPerson & { readonly password: string | undefined };

/** What the network says, and not the server about the password: then it is done without it. */
const withoutServer: readonly LinkError['code'][] = ['unreachable', 'busy', 'failed', 'disk-full', 'too-old'];

export function presentPerson({ facts, askServer, endSession, scopesHere, clock, changed }: Options): PresentPerson {
  const [last] = facts.people();
  let followed: Followed | undefined = last === undefined ? undefined : { ...last, password: undefined };
  let isPresent = false;
  /** Of the person who is followed; never on the disk. */
  let deciding: { readonly token: string; readonly untilMs: number } | undefined;

  function follow(person: Followed): void {
    followed = person;
    const { password: _, ...kept } = person;
    facts.keepPerson(kept);
    changed();
  }

  function stopDeciding(): void {
    if (deciding !== undefined) void endSession(deciding.token).catch(() => {}); // it ends by itself where the server is out of reach
    deciding = undefined;
  }

  async function signInAtServer(login: string, password: string): Promise<void> {
    const { person, token, decides, scopes } = await askServer(login, password);
    deciding = { token: decides, untilMs: clock() + renewAfterMs };
    const known = facts.people().find(({ personId }) => personId === person);
    const isSame = known !== undefined && (await argon2Verify({ password, hash: known.verifier }));
    const verifier = isSame ? known.verifier : await verifierOf(password);
    follow({
      personId: person as PersonId, // the server says who it is
      login: plain(login),
      verifier,
      scopes,
      sessionToken: token,
      signedInAtMs: clock(),
      password,
    });
  }

  /** Lets in who has signed in here before, when nothing is here that the person may not see. */
  async function signInWithout(login: string, password: string): Promise<void> {
    const known = facts.people().find((person) => person.login === plain(login));
    if (known === undefined) throw new EngineError('offline');
    if (!(await argon2Verify({ password, hash: known.verifier }))) throw new EngineError('wrong-password');
    const here = await scopesHere();
    if (!here.every((scope) => holds(known.scopes, scope))) throw new EngineError('offline');
    stopDeciding();
    follow({ ...known, signedInAtMs: clock(), password });
  }

  /** A session that has run out is opened anew while its person is here: nobody has to do anything for it. */
  async function renewed(): Promise<string | undefined> {
    if (followed?.password === undefined) return undefined;
    const { login, password } = followed;
    try {
      await signInAtServer(login, password);
      return followed.sessionToken ?? undefined;
    } catch (error) {
      if (!(error instanceof LinkError) || error.code !== 'wrong-password') throw error;
      followed = { ...followed, password: undefined };
      isPresent = false; // it has another password now
      changed();
      return undefined;
    }
  }

  return {
    signIn: async (login, password) => {
      try {
        await signInAtServer(login, password);
      } catch (error) {
        if (!(error instanceof LinkError)) throw error;
        if (error.code === 'wrong-password') throw new EngineError('wrong-password');
        if (!withoutServer.includes(error.code)) throw new EngineError('forbidden', error.code);
        await signInWithout(login, password);
      }
      isPresent = true;
      changed();
      if (followed === undefined) throw new EngineError('no-person');
      return followed.personId;
    },
    leave: () => {
      isPresent = false;
      stopDeciding();
      if (followed !== undefined) followed = { ...followed, password: undefined };
      changed();
    },
    present: () => (isPresent ? followed?.personId : undefined),
    follows: () => followed,
    saidScopes: (token, scopes) => {
      if (followed === undefined || token === undefined || followed.sessionToken !== token) return;
      if (followed.scopes.join(' ') !== scopes.join(' ')) follow({ ...followed, scopes });
    },
    decides: async (personId) => {
      const sitsHere = (): boolean => isPresent && followed?.personId === personId;
      if (sitsHere() && (deciding === undefined || deciding.untilMs < clock())) await renewed();
      return sitsHere() ? deciding?.token : undefined;
    },
    decidesNoMore: () => {
      deciding = undefined;
    },
    token: () => followed?.sessionToken ?? undefined,
    session: {
      get: async () => followed?.sessionToken ?? renewed(),
      lost: (token) => {
        if (followed?.sessionToken === token) follow({ ...followed, sessionToken: null });
      },
    },
  };
}

/** Half of the time that the server gives it. */
const renewAfterMs = 6 * 3_600_000;

const plain = (login: string): string => login.normalize('NFC').trim().toLowerCase();

/** As the server keeps it: 19 MiB, two passes. */
const verifierOf = (password: string): Promise<string> =>
  argon2id({
    password,
    salt: randomBytes(16),
    iterations: 2,
    parallelism: 1,
    memorySize: 19_456,
    hashLength: 32,
    outputType: 'encoded',
  });
