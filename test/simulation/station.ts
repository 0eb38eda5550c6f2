import { type Outbox, openOutbox } from '../../src/main/engine/sync/outbox.ts';
import { LinkError, type OutboxCommand } from '../../src/main/engine/sync/ports.ts';
import { openReplica, type Replica } from '../../src/main/engine/sync/replica.ts';
import { type Sync, startSync } from '../../src/main/engine/sync/start-sync.ts';
import type { CommandId, PersonId } from '../../src/shared/base/ids.ts';
import type { Scopes } from '../../src/shared/domain/access/index.ts';
import { type Envelope, StoreFailure } from '../../src/shared/run/store.ts';
import type { Count } from './coverage.ts';
import { emptyOutboxFile, memoryOutbox, type OutboxFile, type OutboxWatch } from './memory-outbox.ts';
import { cutPower, memoryShelf, type ReplicaFile, type ReplicaWatch, type Shelf } from './memory-replica.ts';
import { sessionOf } from './memory-server.ts';
import { hangUp, linkOver, openWire, type Wire } from './network.ts';
import { type Ailments, beginLife, healthy, type Life } from './process-life.ts';
import type { Report } from './violations.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A workstation: its disk, its wire, its clock, and the program while it runs. */
export type Station = {
  readonly device: string;
  readonly outboxFile: OutboxFile;
  readonly shelf: Shelf;
  readonly wire: Wire;
  readonly ailments: Ailments;
  /** Who has signed in here at some time. */
  readonly people: readonly PersonId[];
  /** Its clock, against true time. */
  skewMs: number;
  running: Running | undefined;
  /** A start that has not come to its end. */
  starting: Life | undefined;
  /** Issued, and neither saved nor refused yet. */
  issuing: number;
  /** Refused commands that a person is dealing with now. */
  readonly dealing: Set<string>;
  /** Commands whose effect the rows may have lost with a transaction: what is kept of them is what was typed. */
  readonly unsure: Set<string>;
  /** The scopes that the server last said are the person's, while the replica has not come to them yet. */
  told: Scopes | undefined;
  /** The disk refused a transaction, so the rows may lack something until the next one. */
  mayLag: boolean;
};
export type Running = {
  readonly life: Life;
  readonly outbox: Outbox;
  readonly replica: Replica;
  readonly sync: Sync;
  /** The commands that were issued since this start. */
  readonly issued: Set<CommandId>;
};

export type StationWatch = {
  readonly time: VirtualTime;
  readonly count: Count;
  readonly report: Report;
  kept(station: Station): OutboxWatch;
  committed(station: Station): ReplicaWatch;
  adopted(station: Station, file: ReplicaFile): void;
  saved(station: Station, id: CommandId): void;
};

export const aStation = (device: string, replica: ReplicaFile, people: readonly PersonId[]): Station => ({
  ...{ device, people, outboxFile: emptyOutboxFile(), shelf: { current: replica }, wire: openWire(), ailments: healthy() },
  ...{
    skewMs: 0,
    running: undefined,
    starting: undefined,
    issuing: 0,
    dealing: new Set(),
    unsure: new Set(),
    told: undefined,
    mayLag: false,
  },
});

/** Starts the program on what its disk holds. It stays down when the disk says no. */
export async function startStation(station: Station, watch: StationWatch): Promise<void> {
  const { time, count } = watch;
  const life = beginLife(station.ailments, time, (place, written) =>
    count(`station died ${written ? 'after' : 'before'} ${place} write`),
  );
  station.starting = life;
  const shelf = memoryShelf(station.shelf, life, {
    committed: watch.committed(station),
    failed: () => {
      station.mayLag = true;
      if (station.shelf.current.corrupted.size > 0) doubtRows(station);
    },
    adopted: (file) => watch.adopted(station, file),
  });
  try {
    const outbox = await openOutbox(
      memoryOutbox(station.outboxFile, life, watch.kept(station)),
      station.shelf.current.cursor?.seq ?? 0,
    );
    const replica = await openReplica(shelf, outbox, station.device);
    const issued = new Set<CommandId>();
    let draws = 0;
    const random = (): number => {
      draws += 1;
      return (draws * 0.618) % 1;
    };
    const after = (delayMs: number, work: () => void) => time.after(delayMs, () => void (life.dead() || work()));
    const sync = startSync({
      ...{ outbox, replica, shelf, link: linkOver(station.wire, life, time), breathe: () => Promise.resolve() },
      // Who sat here before the program was started anew has to sign in again.
      sessionOf: async ({ id, actor }) => (issued.has(id) ? sessionOf(actor) : undefined),
      scheduler: { nowMs: () => time.nowMs() + station.skewMs, after, random },
      on: {
        reached: () => {},
        failed: (error) => noteFailure(error, station, watch),
        level: () => {},
        rowsChanged: () => {},
        rebuilding: (reason) => count(`rebuild ${reason}`),
        rebuilt: () => count('rebuilt'),
      },
    });
    station.running = { life, outbox, replica, sync, issued };
    station.mayLag = false;
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    count('start refused by disk');
    life.die();
    powerOff(station, 0);
  }
  if (station.starting === life) station.starting = undefined;
}

/** The disk and the network may fail; anything else is a mistake of ours. */
function noteFailure(error: unknown, station: Station, { count, report }: StationWatch): void {
  if (error instanceof LinkError) count(`link ${error.code}`);
  else if (error instanceof StoreFailure) count('write refused by disk');
  else report('I14', `${station.device} met what nobody foresaw: ${error instanceof Error ? error.stack : String(error)}`);
}

/** Whether the program has died and its disk has not been looked after. */
export const hasDied = ({ running, starting }: Station): boolean => running?.life.dead() === true || starting?.dead() === true;

/** From now on the rows may not tell what the unanswered commands did. */
export function doubtRows({ outboxFile, unsure }: Station): void {
  for (const { id, decided } of outboxFile.commands.values()) if (decided === null) unsure.add(id);
}

/** The power is gone: what was not committed is lost, and the last `lost` transactions of the replica with it. */
export function powerOff(station: Station, lost: number): number {
  station.running?.life.die();
  station.running?.sync.stop();
  station.starting?.die();
  station.running = undefined;
  station.starting = undefined;
  station.issuing = 0;
  station.told = undefined;
  doubtRows(station);
  station.ailments.dieAtWrite = 0;
  station.ailments.slowWrites = 0;
  hangUp(station.wire);
  return cutPower(station.shelf.current, lost);
}

/** A clerk does something. Comes back when it is saved or refused; not at all when the program dies first. */
export async function issue(station: Station, envelope: Envelope, watch: StationWatch): Promise<void> {
  const { running } = station;
  if (running === undefined) return;
  station.issuing += 1;
  try {
    running.issued.add(envelope.id);
    const result = await running.replica.issue(envelope);
    if (result.ok) {
      watch.saved(station, envelope.id);
      running.sync.issued();
    } else watch.count(`refused here ${result.error.code}`);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    watch.count('not saved: disk full');
  }
  station.issuing -= 1;
}

/** The commands whose effect the rows ought to show above the server's. */
export const overlayOf = ({ outboxFile, shelf }: Station): OutboxCommand[] =>
  [...outboxFile.commands.values()]
    .filter(
      ({ decided }) =>
        decided === null || (decided.outcome.kind === 'accepted' && decided.seqLast > (shelf.current.cursor?.seq ?? 0)),
    )
    .sort((one, other) => one.n - other.n);
