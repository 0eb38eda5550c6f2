import { dayInSweden } from '../base/day.ts';
import { asId, type EventId } from '../base/ids.ts';
import { err, ok, type Result } from '../base/result.ts';
import { type Permission, permissionsOf } from '../domain/access/index.ts';
import type { Command, Context, DomainEvent } from './command.ts';
import { commands, isCommandName } from './commands/index.ts';
import type { EventRow } from './entities/event.ts';
import { type EntityName, entities, type RowOf } from './entities/index.ts';
import { evolve } from './evolve.ts';
import { type Envelope, type LogTransaction, NotUnique, type Rejection, type Store } from './store.ts';

/** A row as a command left it, and where it belongs in the log. */
export type Written = { readonly entity: EntityName; readonly row: RowOf<EntityName>; readonly scope: string };

/**
 * Parse, load, decide, evolve, write: the one place where rules meet a database. What it writes stands when the surrounding
 * transaction commits; on a rejection the caller rolls back.
 */
export async function runCommand(
  store: LogTransaction,
  envelope: Envelope,
  atMs: number,
): Promise<Result<readonly Written[], Rejection>> {
  if (!isCommandName(envelope.name)) return err({ code: 'malformed', at: 'name' });
  const command: Command<unknown, unknown, Rejection> = commands[envelope.name] as never; // one of many types, told apart by its own schema
  const input = command.input.safeParse(envelope.input);
  if (!input.success) return err({ code: 'malformed', at: input.error.issues.map(({ path }) => path.join('.')) });

  const ctx: Context = { actor: envelope.actor, atMs, today: dayInSweden(atMs) };
  if (!(await mayDo(store, command.permission, ctx))) return err({ code: 'forbidden', permission: command.permission });

  const facts = await command.load(store, input.data, ctx);
  const decision = command.decide(facts, input.data, ctx);
  if (!decision.ok) return decision;
  try {
    return ok(await writeAll(store, envelope, decision.value, atMs));
  } catch (error) {
    if (error instanceof NotUnique) return err({ code: 'not-unique', constraint: error.constraint });
    throw error;
  }
}

async function mayDo(store: Store, permission: Permission | null, { actor, today }: Context): Promise<boolean> {
  if (permission === null) return true;
  return permissionsOf(await store.find('grant', 'byPerson', [actor]), today).has(permission);
}

async function writeAll(
  store: LogTransaction,
  envelope: Envelope,
  events: readonly DomainEvent[],
  atMs: number,
): Promise<Written[]> {
  const written: Written[] = [];
  for (const [place, event] of events.entries()) {
    const row = evolve(await store.get(event.on, event.id), event as never); // `on` ties the event to its row
    const scope = entities[event.on].scope(row as never);
    await store.put(event.on, row);
    written.push({ entity: event.on, row, scope });

    const eventRow = asEventRow(envelope, event, place, scope, atMs);
    await store.put('event', eventRow);
    written.push({ entity: 'event', row: eventRow, scope });
  }
  return written;
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
