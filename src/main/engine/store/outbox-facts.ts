import type Database from 'better-sqlite3';
import type { PersonId } from '../../../shared/base/ids.ts';
import type { Scopes } from '../../../shared/domain/access/index.ts';
import { guarded } from './store-errors.ts';

/** What the server knows this workstation as. */
export type Enrolment = {
  /** The address of the server, without a slash at its end. */
  readonly server: string;
  readonly device: string;
  readonly token: string;
  readonly deviceName: string;
  /** The server was empty, and takes over this workspace's log. */
  readonly founds: boolean;
  /** `lapsed`: the outbox was damaged, so this enrolment cannot go on numbering; the workstation has to be enrolled anew. */
  readonly state: 'joining' | 'joined' | 'lapsed';
};

/** Someone who has signed in here. */
export type LocalPerson = {
  readonly personId: PersonId;
  readonly login: string;
  /** The password as argon2id keeps it. */
  readonly verifier: string;
  /** What the person could see when the server last said. */
  readonly scopes: Scopes;
  readonly sessionToken: string | null;
  readonly signedInAtMs: number;
};

/** What else `outbox.db` remembers: who this workstation is, who works at it, and how far uploads have come. */
export type OutboxFacts = {
  enrolment(): Enrolment | undefined;
  /** A new enrolment, or a new state of the one with the same device. */
  keepEnrolment(enrolment: Enrolment): void;
  /** Who signed in last, first. */
  people(): readonly LocalPerson[];
  keepPerson(person: LocalPerson): void;
  read(name: FactName): string | undefined;
  write(name: FactName, value: string): void;
  /** Where an upload that was begun goes on. */
  uploadUrl(sha256: string): string | undefined;
  keepUploadUrl(sha256: string, url: string | null): void;
};
export type FactName = 'clock-ahead-ms' | 'founded-through-seq';

type EnrolmentLine = Omit<Enrolment, 'founds' | 'deviceName'> & { readonly founds: number; readonly device_name: string };
type PersonLine = {
  readonly person_id: string;
  readonly login: string;
  readonly verifier: string;
  readonly scopes: string;
  readonly session_token: string | null;
  readonly signed_in_at_ms: number;
};

export function outboxFacts(connection: Database.Database): OutboxFacts {
  const enrolment = connection.prepare<[], EnrolmentLine>('SELECT * FROM enrolments ORDER BY enrolment DESC LIMIT 1');
  const addEnrolment = connection.prepare(
    'INSERT INTO enrolments (server, device, token, device_name, founds, state) VALUES (@server, @device, @token, @deviceName, @founds, @state)',
  );
  const changeEnrolment = connection.prepare('UPDATE enrolments SET state = @state WHERE device = @device');
  const people = connection.prepare<[], PersonLine>('SELECT * FROM local_people ORDER BY signed_in_at_ms DESC');
  const dropLogin = connection.prepare('DELETE FROM local_people WHERE login = ? OR person_id = ?');
  const addPerson = connection.prepare(
    'INSERT INTO local_people VALUES (@personId, @login, @verifier, @scopes, @sessionToken, @signedInAtMs)',
  );
  const fact = connection.prepare<[string], string>('SELECT value FROM facts WHERE name = ?').pluck();
  const writeFact = connection.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)');
  const url = connection.prepare<[string], string>('SELECT url FROM uploads WHERE sha256 = ?').pluck();
  const writeUrl = connection.prepare('INSERT OR REPLACE INTO uploads VALUES (?, ?)');
  const dropUrl = connection.prepare('DELETE FROM uploads WHERE sha256 = ?');

  return {
    enrolment: () => {
      const line = enrolment.get();
      if (line === undefined) return undefined;
      const { server, device, token, state } = line;
      return { server, device, token, state, deviceName: line.device_name, founds: line.founds === 1 };
    },
    keepEnrolment: (kept) =>
      guarded(() => {
        const line = { ...kept, founds: Number(kept.founds) };
        if (changeEnrolment.run(line).changes === 0) addEnrolment.run(line);
      }),
    people: () => people.all().map(toPerson),
    keepPerson: (person) =>
      guarded(() =>
        connection.transaction(() => {
          dropLogin.run(person.login, person.personId);
          addPerson.run({ ...person, scopes: JSON.stringify(person.scopes) });
        })(),
      ),
    read: (name) => fact.get(name),
    write: (name, value) => void guarded(() => writeFact.run(name, value)),
    uploadUrl: (sha256) => url.get(sha256),
    keepUploadUrl: (sha256, at) => void guarded(() => (at === null ? dropUrl.run(sha256) : writeUrl.run(sha256, at))),
  };
}

const toPerson = (line: PersonLine): LocalPerson => ({
  personId: line.person_id as PersonId, // kept as one
  login: line.login,
  verifier: line.verifier,
  scopes: JSON.parse(line.scopes) as Scopes,
  sessionToken: line.session_token,
  signedInAtMs: line.signed_in_at_ms,
});
