import { viewOf } from '../../src/server/changes.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import { type Grant, scopesOf } from '../../src/shared/domain/access/index.ts';
import { baseRow } from './memory-replica.ts';
import { program } from './memory-server.ts';
import { flow, freeDisks, lookAfterTheDead, start } from './perform.ts';
import { checkWholeReplica } from './replica-invariants.ts';
import type { Station } from './station.ts';
import type { Violation } from './violations.ts';
import type { World } from './world.ts';

const second = 1_000;
/** No fault, no clerk, no hint: within this much time everything has come to where it belongs. */
const boundMs = 10 * 60 * second;
/** The messages come within this time: well below the patience of whoever asks. */
const longestRoundMs = 16 * second;

/** I14 and I9: ends all faults and lets time pass. Nobody does anything; the workstations find the way by themselves. */
export async function calmDown(world: World): Promise<void> {
  const { stations, server, time } = world;
  freeDisks(world);
  for (const { ailments, wire } of stations) {
    Object.assign(ailments, { dieAtWrite: 0, slowWrites: 0 });
    Object.assign(wire, { upCut: false, downCut: false });
  }
  Object.assign(server.ailments, { dieAtWrite: 0, slowWrites: 0, puzzlingWrites: 0 });
  server.halfBlobs.clear();
  server.pageEntries = 2_000;
  await time.settle();
  lookAfterTheDead(world, { b: 0 });

  const untilMs = time.nowMs() + boundMs;
  let roundMs = second;
  let amiss: readonly Violation[] = [];
  do {
    for (const station of stations) {
      await start(world, station);
      await flow(world, station, 100);
    }
    amiss = stations.flatMap((station) => whatIsLate(world, station));
    if (amiss.length === 0) amiss = stations.flatMap((station) => whatIsAmiss(world, station));
    if (amiss.length === 0 || world.violations.length > 0) break;
    await time.advance(roundMs);
    roundMs = Math.min(longestRoundMs, roundMs * 2);
  } while (time.nowMs() < untilMs);
  for (const { invariant, detail } of amiss) world.report(invariant, detail);
  for (const id of world.saved) if (!server.file.commands.has(id)) world.report('I1', `${id} was saved, and never decided`);
}

/** I14: what has not come to where it belongs yet. */
function whatIsLate({ server: { file: server } }: World, { device, running, outboxFile, shelf, issuing }: Station): Violation[] {
  if (running === undefined || issuing > 0) return [{ invariant: 'I14', detail: `${device} does not come to rest` }];
  const waiting = [...outboxFile.commands.values()].filter(({ decided }) => decided === null);
  if (waiting.length > 0) {
    const [first] = waiting;
    return [
      { invariant: 'I14', detail: `${device} still waits for ${waiting.length}, first ${first?.name} of dseq ${first?.dseq}` },
    ];
  }
  const { cursor } = shelf.current;
  if (cursor?.seq === server.head.seq) return [];
  return [{ invariant: 'I14', detail: `${device} stands at ${cursor?.seq}, and the log at ${server.head.seq}` }];
}

/** I9: what is not as the server has it. */
function whatIsAmiss({ server: { file: server, sessions, skewMs }, time, witness }: World, station: Station): Violation[] {
  const { device, running, shelf } = station;
  const { current: file } = shelf;
  const grants = server.state.rows.find(
    'grant',
    'byPerson',
    [sessions.get(device) ?? program],
    1_000,
  ) as unknown as readonly Grant[]; // rows of that entity
  const scopes = scopesOf(grants, dayInSweden(time.nowMs() + skewMs));
  const found: Violation[] = [];
  const note = (_: unknown, detail: string): void => void found.push({ invariant: 'I9', detail: `${device}: ${detail}` });
  if (file.cursor?.view !== viewOf(scopes)) note('I9', 'holds a view of before');
  if (file.shadows.size > 0) note('I9', `${file.shadows.size} rows still carry changes of its own`);
  if (running === undefined || running.replica.doubts().length > 0) note('I9', 'still in doubt about something');
  checkWholeReplica(file, witness.history, scopes, server.head.seq, note);
  for (const [key, seq] of file.corrupted) {
    const [entity, id] = key.split(' ') as ['supplierInvoice', string]; // as rowKey made it
    const changed = server.log.some((entry) => entry.seq > seq && entry.rowId === id && entry.entity === entity);
    const isRight = baseRow(file, entity, id) === witness.history.rowAt(entity, id, server.head.seq, () => true);
    if (changed && !isRight) note('I9', `${key} was corrupted, and has changed since, and nobody has noticed`);
  }
  return found;
}
