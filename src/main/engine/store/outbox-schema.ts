import type Database from 'better-sqlite3';

/**
 * The tables of `outbox.db`. Each step only adds: an older program's outbox is taken over as it is, whatever version it comes from.
 * The number of steps that have been taken stands in the file.
 */
const steps: readonly string[] = [
  `
  -- Every time this workstation was enrolled. Numbers of commands begin anew with each.
  CREATE TABLE enrolments (
    enrolment INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    device TEXT NOT NULL,
    token TEXT NOT NULL,
    device_name TEXT NOT NULL,
    founds INTEGER NOT NULL,
    state TEXT NOT NULL
  );
  -- People who have signed in here: what is needed to let them in without a network, and to go on fetching for them.
  CREATE TABLE local_people (
    person_id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    verifier TEXT NOT NULL,
    scopes TEXT NOT NULL,
    session_token TEXT,
    signed_in_at_ms INTEGER NOT NULL
  );
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE commands (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    input TEXT NOT NULL,
    actor TEXT NOT NULL,
    lease_token INTEGER,
    issued_at_ms INTEGER NOT NULL,
    touches TEXT NOT NULL,
    cites TEXT NOT NULL,
    dseq INTEGER,
    enrolment INTEGER,
    outcome_kind TEXT,
    outcome TEXT,
    seq_last INTEGER,
    answered_at_ms INTEGER,
    kept_work TEXT,
    dealt_with INTEGER NOT NULL,
    -- 1: it came from a single seat, and waits for a person to take it over.
    held_back INTEGER NOT NULL,
    -- Of what the clerk wanted: a damaged command is known from a whole one.
    checksum TEXT NOT NULL
  );
  CREATE INDEX commands_open ON commands (outcome_kind, dealt_with, seq_last);
  CREATE UNIQUE INDEX commands_dseq ON commands (enrolment, dseq) WHERE dseq IS NOT NULL;
  CREATE TABLE held_blobs (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE uploads (sha256 TEXT PRIMARY KEY, url TEXT NOT NULL) WITHOUT ROWID;
  `,
];

/** The outbox was written by a newer program: it is left as it is. */
export class OutboxTooNew extends Error {
  constructor() {
    super(
      'This workstation was last used with a newer version of the program. Start that one: what waits to be sent is unharmed.',
    );
  }
}

/** Brings the tables up to date. Throws OutboxTooNew. */
export function bringUpToDate(connection: Database.Database): void {
  const taken = Number(connection.pragma('user_version', { simple: true }));
  if (taken > steps.length) throw new OutboxTooNew();
  if (taken === steps.length) return;
  connection.exec('BEGIN IMMEDIATE');
  try {
    for (const step of steps.slice(taken)) connection.exec(step);
    connection.pragma(`user_version = ${steps.length}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
