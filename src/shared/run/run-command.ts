import { dayInSweden } from '../base/day.ts';
import { asId, type EventId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { mayTouch, permissionsOf, scopesOf } from '../domain/access/index.ts';
import { refusedByLease } from '../domain/work-queue/index.ts';
import type { Command, Context, DomainEvent } from './command.ts';
import { commands, isCommandName } from './commands/index.ts';
import type { EventRow } from './entities/event.ts';
import { type EntityName, entities, type RowOf } from './entities/index.ts';
import { evolve } from './evolve.ts';
import { type Envelope, NotUnique, type Rejection, type WritableStore } from './store.ts';

/** A row as a command left it, and where it belongs in the log. */
export type Written = {
  readonly entity: EntityName;
  readonly row: RowOf<EntityName>;
  readonly scope: string;
  /** Where it belonged before; null for a new row. */
  readonly scopeBefore: string | null;
};

/** Where a command is decided: finally, by the one who holds the log, or for now, at a workstation that asks a server. */
export type Place = 'authority' | 'workstation';

type AnyCommand = Command<unknown, unknown, Rejection>;

/** More than anyone holds. */
const allGrants = 10_000;

/**
 * Parse, load, decide, evolve, write: the one place where rules meet a database. What it writes stands when the surrounding
 * transaction commits; on a rejection the caller rolls back.
 *
 * A command may be decided differently at a workstation and at the server because the rows differ, never because the code does.
 */
export async function runCommand(
  store: WritableStore,
  envelope: Envelope,
  atMs: number,
  place: Place,
): Promise<Result<readonly Written[], Rejection>> {
  if (!isCommandName(envelope.name)) return err({ code: 'malformed', at: 'name' });
  const command = commands[envelope.name] as unknown as AnyCommand; // one of many types, told apart by its own schema
  const input = command.input.safeParse(upcast(command, envelope));
  if (!input.success) return err({ code: 'malformed', at: input.error.issues.map(({ path }) => path.join('.')) });

  const { permission } = command;
  const grants = await store.find('grant', 'byPerson', [envelope.actor], allGrants);
  const today = dayInSweden(atMs);
  const ctx: Context = { actor: envelope.actor, device: envelope.device, atMs, today, scopes: scopesOf(grants, today) };
  const forbidden = err({ code: 'forbidden', permission });
  if (permission !== null && !permissionsOf(grants, today).has(permission)) return forbidden;

  const refusal = await leaseInTheWay(store, command, input.data, envelope, place === 'authority' ? atMs : null);
  if (refusal !== undefined) return err(refusal);

  const facts = await command.load(store, input.data, ctx);
  const decision = command.decide(facts, input.data, ctx);
  if (!decision.ok) return decision;
  try {
    const written = await writeAll(store, envelope, decision.value, atMs);
    const mayTouchAll = written.every(
      (row) => permission === null || row.entity === 'event' || mayTouch(grants, permission, scopeOfRight(row), today),
    );
    return mayTouchAll ? ok(written) : forbidden;
  } catch (error) {
    if (error instanceof NotUnique) return err({ code: 'not-unique', constraint: error.constraint });
    throw error;
  }
}

/** The scope in which one must have the right: where the row was, also when it is given away. An event has its subject's. */
const scopeOfRight = ({ scope, scopeBefore }: Written): string => scopeBefore ?? scope;

/** The input in the form of today, whatever version it was written in. One from the future is left as it is, for its schema to refuse. */
function upcast({ version = 1, upcasts = {} }: AnyCommand, envelope: Envelope): unknown {
  let { input } = envelope;
  for (let from = envelope.version; from < version; from += 1) input = upcasts[from]?.(input) ?? input;
  return input;
}

async function leaseInTheWay(
  store: WritableStore,
  { leaseOn }: AnyCommand,
  input: unknown,
  { actor, device, leaseToken: token }: Envelope,
  atMs: number | null,
): Promise<Rejection | undefined> {
  if (leaseOn === undefined) return undefined;
  return refusedByLease(await store.get('lease', leaseOn(input)), { actor, device, token }, atMs);
}

async function writeAll(
  store: WritableStore,
  envelope: Envelope,
  events: readonly DomainEvent[],
  atMs: number,
): Promise<Written[]> {
  const written: Written[] = [];
  const subjects = await subjectsOf(store, events);
  for (const [place, event] of events.entries()) {
    const key = `${event.on} ${event.id}`;
    const before = subjects.get(key);
    const row = evolve(before, event as never); // `on` ties the event to its row
    const scopeOf = entities[event.on].scope as (row: RowOf<EntityName>) => string;
    const scope = scopeOf(row);
    await store.put(event.on, row);
    subjects.set(key, row);
    written.push({ entity: event.on, row, scope, scopeBefore: before === undefined ? null : scopeOf(before) });

    const eventRow = asEventRow(envelope, event, place, scope, atMs);
    await store.put('event', eventRow);
    written.push({ entity: 'event', row: eventRow, scope, scopeBefore: null });
  }
  return written;
}

/** The rows that the events are about, as they are before the first of them, by entity and id. */
async function subjectsOf(store: WritableStore, events: readonly DomainEvent[]) {
  const ids = new Map<DomainEvent['on'], Set<string>>();
  for (const { on, id } of events) ids.set(on, (ids.get(on) ?? new Set()).add(id));
  const subjects = new Map<string, RowOf<DomainEvent['on']>>();
  for (const [entity, asked] of ids)
    for (const row of await store.getMany(entity, [...asked])) if (row !== undefined) subjects.set(`${entity} ${row.id}`, row);
  return subjects;
}

const asEventRow = (envelope: Envelope, event: DomainEvent, place: number, scope: string, atMs: number): EventRow => ({
  id: asId<'event'>(`${envelope.id}:${place}`) satisfies EventId,
  rev: 1,
  commandId: envelope.id,
  place,
  subject: event.on,
  subjectId: event.id,
  type: event.type,
  event,
  actor: envelope.actor,
  atMs,
  scope,
});
