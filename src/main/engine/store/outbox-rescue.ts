import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { OutboxCommand } from '../sync/ports.ts';
import { unlocked } from './open.ts';
import { fromLine, type OutboxLine, outboxCommands } from './outbox-commands.ts';
import { type OutboxOptions, openOutboxConnection } from './outbox-connection.ts';
import { type Enrolment, type LocalPerson, outboxFacts } from './outbox-facts.ts';
import { lapsedByNote } from './server-note.ts';

type Rescued = {
  readonly commands: readonly OutboxCommand[];
  readonly enrolment: Enrolment | undefined;
  readonly people: readonly LocalPerson[];
};

/**
 * Saves what can be read of a damaged outbox: as a text file for people, and as a new outbox to work on with. The damaged file is
 * kept under another name. Which numbers were given is no longer known for certain, so the workstation has to be enrolled anew
 * before it can send; the commands keep their ids, and what the server knows it answers as before.
 */
export function rescueOutbox(path: string, newPath: string, options: OutboxOptions): { exportedTo: string; commands: number } {
  const rescued = readWhatCanBeRead(path, options);
  const exportedTo = freePath(dirname(path), 'json');
  const text = { commands: rescued.commands, people: rescued.people.map(({ personId, login }) => ({ personId, login })) };
  writeFlushed(exportedTo, JSON.stringify(text, null, 2));

  for (const ending of ['', '-wal', '-shm']) rmSync(`${newPath}${ending}`, { force: true });
  const connection = openOutboxConnection(newPath, options);
  const commands = outboxCommands(connection, options.clock);
  const facts = outboxFacts(connection);
  const enrolment = rescued.enrolment ?? lapsedByNote(dirname(path));
  if (enrolment !== undefined) facts.keepEnrolment({ ...enrolment, state: enrolment.state === 'joining' ? 'joining' : 'lapsed' });
  for (const person of rescued.people) facts.keepPerson(person);
  commands.release(rescued.commands.map((command) => ({ ...command, dseq: null })));
  connection.close();

  const damaged = freePath(dirname(path), 'db');
  for (const ending of ['-wal', '-shm', ''])
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${damaged}${ending}`);
  renameSync(newPath, path);
  return { exportedTo, commands: rescued.commands.length };
}

/** So many rows in a row that cannot be read: there are no more. */
const patience = 10_000;

function readWhatCanBeRead(path: string, { driver }: OutboxOptions): Rescued {
  const connection = unlocked(new driver.open(path, { readonly: true }), driver);
  try {
    const facts = attempt(() => outboxFacts(connection));
    return {
      commands: [...readCommands(connection)],
      enrolment: attempt(() => facts?.enrolment()),
      people: attempt(() => facts?.people()) ?? [],
    };
  } finally {
    connection.close();
  }
}

/** Goes from row to row by its key, and over those that cannot be read. */
function* readCommands(connection: Database.Database): Generator<OutboxCommand> {
  const next = attempt(() =>
    connection.prepare<[number], OutboxLine>('SELECT * FROM commands NOT INDEXED WHERE n >= ? ORDER BY n LIMIT 1'),
  );
  if (next === undefined) return;
  let n = 1;
  for (let failures = 0; failures < patience; ) {
    const line = attempt(() => next.get(n) ?? 'none');
    if (line === 'none') return;
    const command = line === undefined ? undefined : attempt(() => fromLine(line));
    n = line === undefined ? n + 1 : line.n + 1;
    if (command === undefined) failures += 1;
    else {
      failures = 0;
      yield command;
    }
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function freePath(folder: string, ending: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `outbox-damaged-${number}.${ending}`);
    if (!existsSync(path)) return path;
  }
}

function writeFlushed(path: string, text: string): void {
  writeFileSync(path, text);
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
