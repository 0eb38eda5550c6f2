import { asId } from '../shared/base/ids.ts';
import { type Founded, type FoundingLine, foundingLine } from '../shared/contract/wire.ts';
import { type Entity, integer, text } from '../shared/run/define-entity.ts';
import { type Digest, emptyDigest, withoutRow, withRow } from '../shared/run/digest.ts';
import { type EntityName, entities, type RowOf } from '../shared/run/entities/index.ts';
import { toColumns } from '../shared/run/row-columns.ts';
import type { Change, Entry } from '../shared/run/store.ts';
import { isShallow } from './json-depth.ts';
import type { ServerTransaction } from './log-store.ts';
import { WireFailure } from './wire-failure.ts';

type FoundingCommand = Extract<FoundingLine, { kind: 'command' }>;
type AnyRowHere = RowOf<EntityName>;

const missingAtMost = 1_000;

/**
 * Writes a workspace's log as the founding log of a server that has none: commands and entries as they are, rows by putting them
 * one after the other as the log says, digests computed anew. Throws WireFailure: already-founded, malformed, blobs-missing.
 */
export async function foundLog(transaction: ServerTransaction, lines: AsyncIterable<string>): Promise<Founded> {
  const { epoch, seq } = await transaction.lockHead();
  if (seq > 0) throw new WireFailure('already-founded');
  const counted = startCounting();
  let head = 0;
  let commands = 0;
  let isWhole = false;

  for await (const lineText of lines) {
    const line = parseLine(lineText);
    if (isWhole) throw new WireFailure('malformed');
    if (line.kind === 'end') {
      isWhole = line.commands === commands && line.head === head;
      if (!isWhole) throw new WireFailure('malformed');
      continue;
    }
    check(line, head);
    const written: Change[] = [];
    for (const entry of line.entries) {
      if (entry.op === 'put') written.push(await putRow(transaction, entry, counted));
      if (entry.op === 'evict') await checkLeft(transaction, entry);
    }
    checkOutcome(line, written);
    await transaction.append(line.entries);
    const seqLast = head + line.entries.length;
    await transaction.keepCommand({ ...envelopeOf(line), epoch, seqFirst: head + 1, seqLast });
    head = seqLast;
    commands += 1;
  }
  if (!isWhole) throw new WireFailure('malformed');

  const sha256s = await transaction.missingBlobs([...counted.cited]);
  if (sha256s.length > 0) throw new WireFailure('blobs-missing', { sha256s: sha256s.slice(0, missingAtMost) });
  for (const [scope, digest] of counted.digests) await transaction.keepDigest(scope, digest);
  await transaction.moveHead({ epoch, seq: head });
  return { epoch, head };
}

function parseLine(lineText: string): FoundingLine {
  let value: unknown;
  try {
    value = JSON.parse(lineText);
  } catch {
    throw new WireFailure('malformed');
  }
  const line = foundingLine.safeParse(value);
  if (!line.success || !isShallow(value)) throw new WireFailure('malformed');
  return line.data;
}

/** The entries follow on those before, belong to the command, and the last of them is its outcome. */
function check({ command, entries }: FoundingCommand, head: number): void {
  const tx = head + 1;
  const follow = entries.every(
    (entry, place) => entry.seq === tx + place && entry.tx === tx && entry.commandId === command.id && isKnown(entry),
  );
  const last = entries.at(-1);
  const endsInOutcome = entries.every((entry) => (entry.op === 'outcome') === (entry === last));
  const isItsOutcome =
    last?.entity === 'command' &&
    last.rowId === command.id &&
    last.scope === `device:${command.device}` &&
    JSON.stringify(last.body) === JSON.stringify(command.outcome);
  if (!follow || !endsInOutcome || !isItsOutcome) throw new WireFailure('malformed');
}

const isKnown = ({ op, entity, body }: Entry): boolean =>
  op === 'outcome' ? entity === 'command' : entity !== 'command' && (op === 'put' ? hasColumns(entity, body) : body === null);

/** Whether a row has what its entity asks for, each in its kind. */
function hasColumns(name: EntityName, body: unknown): body is AnyRowHere {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return false;
  const known: { readonly [column: string]: unknown } = { ...body };
  const columns: Entity['columns'] = { ...entities[name].columns, id: text, rev: integer };
  return Object.entries(columns).every(([column, { kind, optional }]) => {
    const value = known[column];
    if (value === undefined || value === null) return optional;
    if (kind === 'json') return true;
    if (kind === 'flag') return typeof value === 'boolean';
    return kind === 'integer' || kind === 'minor' || kind === 'moment' ? Number.isSafeInteger(value) : typeof value === 'string';
  });
}

/** What an accepted command says that it changed is what it put, and nothing else puts anything. */
function checkOutcome({ command: { outcome }, entries }: FoundingCommand, written: readonly Change[]): void {
  const changes = outcome.kind === 'accepted' ? outcome.changes : [];
  const same = JSON.stringify(changes) === JSON.stringify(written);
  if (!same || (outcome.kind !== 'accepted' && entries.length > 1)) throw new WireFailure('malformed');
}

/** Puts the row of an entry. Its revision follows on the one that is there, and its scope is the one that its entity says. */
async function putRow(transaction: ServerTransaction, entry: Entry, counted: Counted): Promise<Change> {
  const entity = entry.entity as EntityName; // the line has been checked
  const row = entry.body as AnyRowHere; // as above
  const before = await transaction.get(entity, row.id);
  const { scope, cites } = aboutRow(entity, row);
  const follows = row.rev === (before?.rev ?? 0) + 1;
  if (row.id !== entry.rowId || row.rev !== entry.rev || scope !== entry.scope || !follows) throw new WireFailure('malformed');
  await transaction.put(entity, row);
  if (before !== undefined) counted.change(aboutRow(entity, before).scope, (digest) => withoutRow(digest, row.id, row.rev - 1));
  counted.change(scope, (digest) => withRow(digest, row.id, row.rev));
  for (const sha256 of cites) counted.cited.add(sha256);
  return { entity, id: row.id, rev: row.rev };
}

/** A row leaves a scope that it was in. */
async function checkLeft(transaction: ServerTransaction, { entity, rowId, scope }: Entry): Promise<void> {
  const row = await transaction.get(entity as EntityName, rowId); // as above
  if (row === undefined || aboutRow(entity as EntityName, row).scope !== scope) throw new WireFailure('malformed');
}

/** A row that is not what its entity thinks makes its functions throw. */
function aboutRow(name: EntityName, row: AnyRowHere): { readonly scope: string; readonly cites: readonly string[] } {
  const entity: Entity = entities[name];
  try {
    toColumns(name, row);
    return { scope: entity.scope(row), cites: entity.cites(row) };
  } catch {
    throw new WireFailure('malformed');
  }
}

const envelopeOf = ({ command: { id, actor, input, ...rest } }: FoundingCommand) => ({
  ...rest,
  id: asId<'command'>(id),
  actor: asId<'person'>(actor),
  input: input ?? {}, // no command takes nothing: it is refused, and what is kept of it is not null
  dseq: null,
});

/** What is counted while the log is written. */
function startCounting() {
  const digests = new Map<string, Digest>();
  return {
    digests,
    cited: new Set<string>(),
    change: (scope: string, by: (digest: Digest) => Digest): void =>
      void digests.set(scope, by(digests.get(scope) ?? emptyDigest)),
  };
}
type Counted = ReturnType<typeof startCounting>;
