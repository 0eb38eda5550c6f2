import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, type JoinReport } from '../../shared/contract/engine.ts';
import type { FoundingLine } from '../../shared/contract/wire.ts';
import type { EntityName, RowOf } from '../../shared/run/entities/index.ts';
import type { Entry } from '../../shared/run/store.ts';
import type { Blobs } from './blobs.ts';
import type { SqliteDriver } from './store/open.ts';
import type { HeldBack } from './store/outbox-commands.ts';
import type { Enrolment } from './store/outbox-facts.ts';
import { type OutboxFile, openOutboxFile } from './store/outbox-file.ts';
import type { LoggedCommand, LogReader } from './store/read-log.ts';
import { keepServerNote } from './store/server-note.ts';
import { concerns } from './sync/concerns.ts';
import { enrol, type HttpLink, httpLink } from './sync/http-link.ts';
import { LinkError } from './sync/ports.ts';
import { parseServerAddress } from './sync/server-address.ts';

export type JoinInput = { readonly address: string; readonly code: string; readonly deviceName: string };

type Options = {
  readonly workspace: string;
  readonly driver: SqliteDriver;
  readonly clock: () => number;
  readonly blobs: Blobs;
  /** All that was done on this single seat; null where a workstation is enrolled anew. */
  readonly log: LogReader | null;
};

/**
 * Enrols this computer at a server, and takes along all that was done on it. An empty server takes over the log as it is; one with a
 * history decides each command again, once somebody has signed in. Nothing here counts as joined before all of it is on the disk or
 * at the server: cut off at any point, the single seat goes on as it was, and joining again goes on from there.
 *
 * Throws EngineError: `malformed` (the address), `wrong-code`, `offline`, `already-joined`.
 */
export async function joinServer(options: Options, input: JoinInput): Promise<JoinReport> {
  const server = addressIn(input);
  const outbox = await openOutboxFile({ folder: options.workspace, driver: options.driver, clock: options.clock });
  try {
    const enrolment = await enrolled(outbox, { ...input, server }, options);
    const link = linkFor(enrolment, outbox, options.blobs);
    const report = await takeAlong(options.log, enrolment, { outbox, link });
    keepServerNote(options.workspace, enrolment);
    outbox.facts.keepEnrolment({ ...enrolment, state: 'joined' });
    return report;
  } catch (error) {
    throw asEngineError(error);
  } finally {
    outbox.close();
  }
}

function addressIn({ address }: JoinInput): string {
  const server = parseServerAddress(address);
  if (!server.ok) throw new EngineError('malformed', server.error);
  return server.value;
}

/** Goes on with an enrolment that was begun and cut off, as long as the server knows it. */
async function enrolled(
  { facts, commands }: OutboxFile,
  { server, code, deviceName }: JoinInput & { readonly server: string },
  { log, blobs }: Options,
): Promise<Enrolment> {
  const known = facts.enrolment();
  if (known?.state === 'joined' && known.server !== server) throw new EngineError('already-joined');
  if (known?.state === 'joining' && known.server === server && (await isKnown(known, { facts, blobs }))) return known;
  const { device, token, empty } = await enrol(server, code, deviceName);
  const founds = empty && log !== null && log.length().commands > 0;
  const enrolment: Enrolment = { server, device, token, deviceName, founds, state: 'joining' };
  facts.keepEnrolment(log === null ? { ...enrolment, state: 'joined' } : enrolment);
  commands.forgetNumbers();
  return enrolment;
}

const noBlob = '0'.repeat(64);

async function isKnown(enrolment: Enrolment, { facts, blobs }: { facts: OutboxFile['facts']; blobs: Blobs }): Promise<boolean> {
  const link = linkFor(enrolment, { facts }, blobs);
  return link.hasBlob(noBlob).then(
    () => true,
    (error) => {
      if (error instanceof LinkError && error.code === 'unknown-device') return false;
      throw error;
    },
  );
}

const linkFor = ({ server, token }: Enrolment, { facts }: Pick<OutboxFile, 'facts'>, blobs: Blobs): HttpLink =>
  httpLink({
    address: server,
    deviceToken: token,
    session: { get: async () => undefined, lost: () => {} },
    blobs,
    notes: facts,
  });

async function takeAlong(
  log: LogReader | null,
  { founds }: Enrolment,
  { outbox, link }: { readonly outbox: OutboxFile; readonly link: HttpLink },
): Promise<JoinReport> {
  if (log === null) return { kind: 'added', taken: 0, refused: 0 };
  if (founds && (await found(log, link))) return { kind: 'founded', taken: log.length().commands, refused: 0 };
  const commands = [...log.commands()].filter(isWorkToTakeAlong).map(asHeldBack);
  outbox.commands.holdBack(commands);
  return { kind: 'added', taken: commands.length, refused: 0 };
}

/** False: somebody has founded it before us. That may have been this computer, whose answer was lost: known commands keep their outcomes. */
async function found(log: LogReader, link: HttpLink): Promise<boolean> {
  for (const sha256 of citedIn(log)) await link.sendBlob(sha256);
  try {
    await link.found(linesOf(log));
    return true;
  } catch (error) {
    if (error instanceof LinkError && error.code === 'already-founded') return false;
    throw error;
  }
}

async function* linesOf(log: LogReader): AsyncGenerator<FoundingLine> {
  for (const { command, entries } of log.commands()) {
    const { id, name, version, input, actor, device, leaseToken, issuedAtMs, receivedAtMs, outcome } = command;
    yield {
      kind: 'command',
      command: { id, name, version, input, actor, device, leaseToken, issuedAtMs, receivedAtMs, outcome },
      entries: entries.map(inFormOfToday),
    };
  }
  yield { kind: 'end', ...log.length() };
}

/** Roles that were given before units came are for every unit. */
function inFormOfToday(entry: Entry): Entry {
  if (entry.entity !== 'grant' || entry.op !== 'put') return entry;
  return { ...entry, body: { within: 'all', ...(entry.body as object) } }; // a row
}

function citedIn(log: LogReader): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { entries } of log.commands()) for (const sha256 of concerns(rowsIn(entries)).cites) cited.add(sha256);
  return cited;
}

const rowsIn = (entries: readonly Entry[]) =>
  entries
    .filter(({ op, entity }) => op === 'put' && entity !== 'command')
    .map((entry) => ({ entity: entry.entity as EntityName, row: inFormOfToday(entry).body as RowOf<EntityName> })); // the log says whose row it is

/** What changed something. The first people and the leases of a single seat mean nothing elsewhere, and the server's calendars hold for all. */
const isWorkToTakeAlong = ({ command }: LoggedCommand): boolean =>
  command.outcome.kind === 'accepted' && !/^(access\/found-workspace$|leases\/|calendars\/)/.test(command.name);

function asHeldBack({ command, entries }: LoggedCommand): HeldBack {
  const { id, name, version, input, actor, issuedAtMs } = command;
  return {
    id,
    name,
    version,
    input,
    actor,
    issuedAtMs,
    leaseToken: null,
    ...concerns(rowsIn(entries)),
  };
}

function asEngineError(error: unknown): unknown {
  if (!(error instanceof LinkError)) return error;
  if (error.code === 'wrong-code') return new EngineError('wrong-code');
  return ['unreachable', 'busy'].includes(error.code) ? new EngineError('offline') : new EngineError('failed', error.code);
}

/** The single seat's own file leaves the place where it is looked for, and stays. */
export function setWorkspaceFileAside(workspace: string): void {
  const path = join(workspace, 'workspace.db');
  if (!existsSync(path)) return;
  const nameFor = (number: number): string => join(workspace, `workspace-before-joining${number === 1 ? '' : `-${number}`}.db`);
  let number = 1;
  while (existsSync(nameFor(number))) number += 1;
  for (const ending of ['-wal', '-shm', ''])
    if (existsSync(`${path}${ending}`)) renameSync(`${path}${ending}`, `${nameFor(number)}${ending}`);
}
