import type { CommandId } from '../../../shared/base/ids.ts';
import type { Conflict, HistoryLine, OutboxView, RefusedWork, WorkSubject } from '../../../shared/contract/engine.ts';
import { holds, program, type Scopes } from '../../../shared/domain/access/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { CommandName } from '../../../shared/run/commands/index.ts';
import { type EntityName, entities, type RowOf } from '../../../shared/run/entities/index.ts';
import type { Rejection, Store } from '../../../shared/run/store.ts';
import type { Outbox } from './outbox.ts';
import type { Doubt, KeptRow, OutboxCommand } from './ports.ts';

/** Refused commands that share a row, directly or through others, are one piece of work. The oldest first, also within one. */
export function groupRefused(refused: readonly OutboxCommand[]): readonly (readonly OutboxCommand[])[] {
  const groups: { readonly rows: Set<string>; readonly commands: OutboxCommand[] }[] = [];
  for (const command of refused) {
    const rows = command.touches.map(({ entity, id }) => `${entity} ${id}`);
    const joined = groups.filter((group) => rows.some((row) => group.rows.has(row)));
    const [first = { rows: new Set<string>(), commands: [] }, ...others] = joined;
    for (const { rows: more, commands } of others) {
      for (const row of more) first.rows.add(row);
      first.commands.push(...commands);
    }
    for (const row of rows) first.rows.add(row);
    first.commands.push(command);
    first.commands.sort((one, other) => one.n - other.n);
    for (const other of others) groups.splice(groups.indexOf(other), 1);
    if (joined.length === 0) groups.push(first);
  }
  return groups.map(({ commands }) => commands);
}

type Around = {
  readonly outbox: Pick<Outbox, 'refused' | 'overlay' | 'find' | 'wantedBlobs'>;
  readonly doubts: readonly Doubt[];
  /** What the person may see: the scopes, and the rows of them. */
  readonly scopes: Scopes;
  readonly store: Store;
  readonly history: (invoiceId: SupplierInvoice['id'], limit: number) => readonly HistoryLine[];
};

/** What waits for the server and what it refused, as a clerk reads it. */
export async function outboxView(around: Around, limit: number): Promise<OutboxView> {
  const { outbox, doubts, store } = around;
  const missing = new Set(outbox.wantedBlobs());
  const waiting = outbox.overlay(Number.MAX_SAFE_INTEGER).filter(({ decided }) => decided === null);
  return {
    waiting: await Promise.all(
      waiting.slice(0, limit).map(async (command) => ({
        commandId: command.id,
        name: command.name as CommandName, // it was decided here under that name
        actorName: await nameOf(store, command),
        issuedAtMs: command.issuedAtMs,
        about: await subjectOf(around, command),
        waitsForBlobs: command.cites.some((sha256) => missing.has(sha256)),
        doubt: doubts.find(({ id }) => id === command.id)?.error ?? null,
      })),
    ),
    refused: await Promise.all(
      groupRefused(outbox.refused())
        .slice(0, limit)
        .map((group) => asWork(around, group)),
    ),
  };
}

/** The piece of work that begins with a command, beside what is there now. */
export async function conflictOf(around: Around, id: CommandId): Promise<Conflict | null> {
  const { outbox, store, history } = around;
  const group = groupRefused(outbox.refused()).find((commands) => commands.some((command) => command.id === id));
  if (group === undefined) return null;
  const kept = group
    .flatMap(({ keptWork }) => keptWork ?? [])
    .filter((row) => mayBeSeen(around.scopes, row))
    .filter(isInvoice);
  const work = kept.find(({ mine }) => mine !== null) ?? kept[0];
  const theirs = (await namedIn(store, group)) ?? (work === undefined ? undefined : await store.get('supplierInvoice', work.id));
  return {
    work: await asWork(around, group),
    mine: work?.mine ?? null,
    base: work?.base ?? null,
    theirs: theirs ?? null,
    theirHistory: theirs === undefined ? [] : history(theirs.id, 50),
  };
}

type KeptInvoice = { readonly id: string; readonly mine: SupplierInvoice | null; readonly base: SupplierInvoice | null };
/** Somebody else's work on this computer stays theirs to see. */
const mayBeSeen = (scopes: Scopes, { entity, mine, base }: KeptRow): boolean =>
  [mine, base].every((row) => row === null || holds(scopes, entities[entity].scope(row as never))); // the row of that entity

const isInvoice = (row: KeptRow): row is KeptRow & KeptInvoice => row.entity === 'supplierInvoice';

/** The invoice that a refusal names as being in the way: by its own id, or by the file that it came in. */
async function namedIn(store: Store, group: readonly OutboxCommand[]): Promise<SupplierInvoice | undefined> {
  for (const command of group) {
    const { existing, invoiceId, fileId } = errorOf(command);
    const id = [existing, invoiceId].find((named) => typeof named === 'string');
    const named = typeof id === 'string' ? await store.get('supplierInvoice', id) : undefined;
    const [inFile] = typeof fileId === 'string' ? await store.find('supplierInvoice', 'byDocument', [fileId, 0], 1) : [];
    if (named !== undefined || inFile !== undefined) return named ?? inFile;
  }
  return undefined;
}

async function asWork(around: Around, group: readonly OutboxCommand[]): Promise<RefusedWork> {
  const [first] = group;
  if (first === undefined) throw new Error('a piece of work has a command');
  // What a person wanted in the end; what the program did on the way there is no one's wish.
  const wish = group.findLast(({ actor }) => actor !== program) ?? first;
  const subjects = await Promise.all(group.map((command) => subjectOf(around, command)));
  return {
    commandId: first.id,
    commandIds: group.map(({ id }) => id),
    name: wish.name as CommandName, // as above
    actorName: await nameOf(around.store, wish),
    issuedAtMs: wish.issuedAtMs,
    error: errorOf(first),
    about: subjects.find((about) => about?.entity === 'supplierInvoice') ?? subjects[0] ?? null,
  };
}

export function errorOf({ decided }: OutboxCommand): Rejection {
  if (decided?.outcome.kind === 'rejected') return decided.outcome.error;
  return { code: decided?.outcome.kind === 'parked' ? 'parked' : 'unanswered' };
}

const nameOf = async (store: Store, { actor }: OutboxCommand): Promise<string> => (await store.get('person', actor))?.name ?? '';

/** What a command is about: the invoice among its rows, or else the first of them. Null where the person may not see it. */
async function subjectOf({ store, scopes }: Around, command: OutboxCommand): Promise<WorkSubject | null> {
  const name = command.touches.find(({ entity }) => entity === 'supplierInvoice') ?? command.touches[0];
  if (name === undefined) return null;
  const kept = command.keptWork?.find(({ entity, id }) => entity === name.entity && id === name.id);
  if (kept !== undefined && !mayBeSeen(scopes, kept)) return null;
  const row = kept?.mine ?? kept?.base ?? (await store.get(name.entity, name.id));
  if (row === undefined || row === null) return null;
  if (name.entity !== 'supplierInvoice') return { entity: name.entity, id: name.id, name: wordFor(row) };
  const { id, fields } = row as SupplierInvoice; // the name says so
  return {
    entity: 'supplierInvoice',
    id,
    supplierName: fields.supplierName.value,
    number: fields.invoiceNumber.value,
    totalMinor: fields.totalMinor.value,
  };
}

const wordFor = (row: RowOf<EntityName>): string => ('name' in row ? row.name : '');
