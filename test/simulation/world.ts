import { viewOf } from '../../src/server/changes.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import type { ChangesPage } from '../../src/shared/contract/wire.ts';
import { type Grant, holds, type Scopes, scopesOf } from '../../src/shared/domain/access/index.ts';
import { needsOwnSession } from '../../src/shared/run/commands/own-session.ts';
import { newIds } from './clerk-work.ts';
import { type Coverage, counting } from './coverage.ts';
import { type Founded, people, startMs } from './founding.ts';
import { type LogWitness, openWitness, witnessCommit } from './log-invariants.ts';
import { emptyReplicaFile } from './memory-replica.ts';
import { copyServerFile, program, sessionOf } from './memory-server.ts';
import { watchOutbox } from './outbox-invariants.ts';
import { checkReplica, checkWholeReplica } from './replica-invariants.ts';
import { type Server, type ServerWatch, startServer } from './server-process.ts';
import { aStation, type Station, type StationWatch } from './station.ts';
import type { Report, Violation } from './violations.ts';
import { openVirtualTime, type VirtualTime } from './virtual-time.ts';

/** Everything there is in one run. */
export type World = {
  readonly time: VirtualTime;
  readonly server: Server;
  readonly serverWatch: ServerWatch;
  readonly stations: readonly Station[];
  readonly stationWatch: StationWatch;
  readonly witness: LogWitness;
  /** The scopes of each view that the server has named. */
  readonly views: Map<string, Scopes>;
  readonly saved: Set<string>;
  readonly violations: Violation[];
  readonly report: Report;
  readonly coverage: Coverage;
  readonly newId: (kind: number) => string;
};

/** Who has signed in at each workstation; the first of them sits there. Places in `people`. */
const seats: readonly (readonly number[])[] = [
  [0, 3, 2],
  [1, 6, 4, 7],
  [2, 5, 0, 7],
  [4, 3, 1],
  [6, 2, 5],
];

export function openWorld({ server: foundedServer, history, replicaFor }: Founded, stationCount: number): World {
  const time = openVirtualTime(startMs);
  const coverage: Coverage = new Map();
  const violations: Violation[] = [];
  const report: Report = (invariant, detail) => void violations.push({ invariant, detail });
  const count = counting(coverage);
  const file = copyServerFile(foundedServer);
  const sessions = new Map<string, string>();
  const views = new Map<string, Scopes>();
  const witness = openWitness(history.branch(), file.log.length);
  const saved = new Set<string>();
  const serverNowMs = (): number => time.nowMs() + server.skewMs;

  const stations = seats.slice(0, stationCount).map((seat, n) => {
    const device = `desk-${n}`;
    const here = seat.flatMap((place) => people[place]?.id ?? []);
    file.devices.set(device, { lastDseq: 0, revoked: false, people: new Set(here) });
    const [first] = here;
    if (first === undefined) throw new Error('somebody sits at each desk');
    sessions.set(device, first);
    const { state, cursor } = replicaFor(first);
    return aStation(device, emptyReplicaFile(state, cursor), here);
  });

  /** What the person at a device may see now, and the name of that. */
  function seenFrom(device: string): { readonly scopes: Scopes; readonly view: string } {
    const grants = file.state.rows.find(
      'grant',
      'byPerson',
      [sessions.get(device) ?? program],
      1_000,
    ) as unknown as readonly Grant[]; // rows of that entity
    const scopes = scopesOf(grants, dayInSweden(serverNowMs()));
    const view = viewOf(scopes);
    views.set(view, scopes);
    return { scopes, view };
  }

  /** The commands that came with the session of the very person in whose name they are. */
  const vouchedFor = new Set<string>();
  const serverWatch: ServerWatch = {
    committed: (from, touched) => {
      const before = witness.seen;
      witnessCommit(witness, file, from, touched, serverNowMs(), report);
      for (const { op, commandId } of file.log.slice(before)) if (op === 'outcome') countOutcome(commandId);
    },
    arrives: ({ commands }) => {
      for (const { id, actor, session } of commands) if (session === sessionOf(actor)) vouchedFor.add(id);
    },
    died: (written) => count(`server died ${written ? 'after' : 'before'} commit`),
    answered: (device, { commands }, decidedBefore, { answers }) => {
      for (const [place, command] of commands.entries()) {
        const kept = file.commands.get(command.id);
        if (decidedBefore[place] !== true) break;
        count('push of a decided command');
        if (answers[place]?.outcome !== kept?.outcome)
          report('I3', `${device} asked again for ${command.name}, and got another answer`);
      }
    },
    sends: (device, { entries, view }: ChangesPage) => {
      const { scopes } = seenFrom(device);
      for (const { scope, entity } of entries)
        if (scope !== `device:${device}` && !holds(scopes, scope))
          report('I11', `${device} was sent a ${entity} of ${scope} in ${view}`);
    },
    snapshots: (device) => void seenFrom(device),
  };

  function countOutcome(id: string): void {
    const kept = file.commands.get(id);
    if (kept === undefined) return;
    const { outcome, name } = kept;
    if (outcome.kind === 'accepted' && needsOwnSession(name) && !vouchedFor.has(id))
      report('I18', `${name} was accepted, and never came with the session of ${kept.actor}`);
    count(
      outcome.kind === 'accepted'
        ? `accepted ${name}`
        : outcome.kind === 'rejected'
          ? `rejected ${outcome.error.code}`
          : 'parked',
    );
  }

  const stationWatch: StationWatch = {
    time,
    count,
    report,
    kept: (station) => watchOutbox(station, witness, report),
    committed: (station) => (replica, touched, before) => {
      const pending = [...station.outboxFile.commands.values()].filter(({ decided }) => decided === null).length;
      if (touched.size > 0 && before?.seq !== replica.cursor?.seq) {
        station.mayLag = false;
        count('rebase');
        if (pending >= 3) count('rebase with 3 or more pending');
      }
      if (replica.dropped.size > 0) count('scopes dropped');
      checkReplica(replica, file, witness.history, views, touched, before, report);
    },
    adopted: (station, replica) => {
      station.mayLag = false;
      station.told = undefined;
      const { cursor } = replica;
      if (cursor !== null) checkWholeReplica(replica, witness.history, views.get(cursor.view) ?? [], cursor.seq, report);
    },
    saved: (station, id) => {
      saved.add(id);
      count('saved');
      if (!station.outboxFile.commands.has(id))
        report('I1', `${station.device} said that ${id} is saved, and it is not on the disk`);
    },
  };

  const server = startServer(file, sessions, time, serverWatch);
  for (const { device } of stations) seenFrom(device);
  return {
    time,
    server,
    serverWatch,
    stations,
    stationWatch,
    witness,
    views,
    saved,
    violations,
    report,
    coverage,
    newId: newIds(),
  };
}
