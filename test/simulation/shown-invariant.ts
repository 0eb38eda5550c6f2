import type { EntityName } from '../../src/shared/run/entities/index.ts';
import { runCommand } from '../../src/shared/run/run-command.ts';
import type { Envelope } from '../../src/shared/run/store.ts';
import { entityNames } from './memory-rows.ts';
import { journaled, memoryTransaction, openJournal } from './memory-transaction.ts';
import { overlayOf, type Station } from './station.ts';
import type { Report } from './violations.ts';

/**
 * What a clerk has been told is saved is what the clerk sees: the rows of a replica are the server's, with each unanswered command
 * on top in the order in which they were issued. Worked out here anew, on a copy.
 */
export async function checkShown(station: Station, report: Report): Promise<void> {
  const { running, starting, issuing, mayLag, shelf, ailments } = station;
  if (running === undefined || starting !== undefined || issuing > 0 || mayLag || shelf.current.open || ailments.slowWrites > 0)
    return;
  if (shelf.current.corrupted.size > 0 || ailments.full.size > 0) return;
  const file = shelf.current;
  const rows = file.state.rows.copy();
  for (const { entity, id } of file.shadows.values()) rows.remove(entity, id);
  for (const { entity, row } of file.shadows.values()) if (row !== null) rows.set(entity, row);

  const journal = openJournal();
  const state = { rows, digests: new Map() };
  const touched = new Map<string, readonly [EntityName, string]>();
  const writer = journaled(state, journal, (entity, id) => void touched.set(`${entity} ${id}`, [entity, id]));
  const transaction = memoryTransaction(state, journal, writer);
  const overlay = overlayOf(station);
  const doubtful = new Set<string>();
  for (const command of overlay) {
    if (rows.get('event', `${command.id}:0`) !== undefined) continue;
    const from = journal.length();
    const envelope: Envelope = { ...command, device: station.device };
    const result = await runCommand(transaction, envelope, command.issuedAtMs, 'workstation');
    if (result.ok) continue;
    journal.backTo(from);
    doubtful.add(command.id);
  }
  const pending = overlay.map(({ name }) => name).join(', ');
  for (const [entity, id] of touched.values())
    if (!isSame(rows.get(entity, id), file.state.rows.get(entity, id)))
      report('shown', `${entity} ${id} is not as ${station.device} was told: ${pending}`);
  for (const entity of entityNames) {
    for (const row of file.state.rows.all(entity))
      if (rows.get(entity, row.id) === undefined) report('shown', `${entity} ${row.id} is there for no reason: ${pending}`);
  }
  const shownDoubts = running.replica.doubts();
  if (shownDoubts.length !== doubtful.size || shownDoubts.some(({ id }) => !doubtful.has(id)))
    report('shown', `${station.device} shows ${shownDoubts.length} in conflict, and ${doubtful.size} are`);
}

const isSame = (one: { readonly rev: number } | undefined, other: { readonly rev: number } | undefined): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && one.rev === other.rev && JSON.stringify(one) === JSON.stringify(other));
