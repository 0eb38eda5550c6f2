import { asId } from '../../src/shared/base/ids.ts';
import type { PushInput } from '../../src/shared/contract/wire.ts';
import type { Lease } from '../../src/shared/domain/work-queue/index.ts';
import { commands, isCommandName } from '../../src/shared/run/commands/index.ts';
import type { Envelope } from '../../src/shared/run/store.ts';
import { isClerkWork, workOf } from './clerk-work.ts';
import { baseRow, rowKey } from './memory-replica.ts';
import { bringAnswer, type Exchange, finish, lose } from './network.ts';
import type { Place } from './process-life.ts';
import { checkTold } from './replica-invariants.ts';
import { restartServer, serve } from './server-process.ts';
import { doubtRows, hasDied, issue, powerOff, type Station, startStation } from './station.ts';
import type { Step, StepKind } from './steps.ts';
import type { World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Does one step and lets everybody come to rest. Some steps find nothing to do. */
export async function perform(world: World, step: Step): Promise<void> {
  const station = world.stations[step.who % world.stations.length];
  if (station === undefined) return;
  world.stationWatch.count(`step ${step.kind}`);
  await (isClerkWork(step.kind) ? work(world, station, step) : happenings[step.kind]?.(world, station, step));
  await world.time.settle();
  checkTold(station, world.report);
  lookAfterTheDead(world, step);
}

/** Disks of processes that died, as the power cut left them; the server is started anew at once. */
export function lookAfterTheDead(world: World, { b }: Pick<Step, 'b'>): void {
  for (const station of world.stations) if (hasDied(station)) cut(world, station, b % 4);
  if (world.server.process.life.dead()) restartServer(world.server, world.time, world.serverWatch);
}

function cut({ stationWatch: { count } }: World, station: Station, lost: number): void {
  const gone = powerOff(station, lost);
  count('station down');
  if (gone > 0) count('replica lost its last transactions');
}

async function work(world: World, station: Station, step: Step): Promise<void> {
  const { time, stationWatch, newId } = world;
  if (station.running === undefined) await start(world, station);
  const { rows } = station.shelf.current.state;
  const atMs = time.nowMs() + station.skewMs;
  const wanted = workOf({ station, rows, atMs, newId }, step);
  if (wanted === undefined) return;
  const { name, input, actor, under } = wanted;
  const version = (isCommandName(name) ? commands[name].version : undefined) ?? 1;
  const lease = under === undefined ? undefined : (rows.get('lease', under) as Lease | undefined); // a row of that entity
  const isTheirs = lease !== undefined && lease.device === station.device && lease.holder === actor;
  const leaseToken = isTheirs && step.b % 3 !== 0 ? lease.token : null;
  const envelope: Envelope = {
    id: asId<'command'>(newId(0xf0)),
    ...{ name, version, input, actor, device: station.device, dseq: null, leaseToken, issuedAtMs: atMs },
  };
  void issue(station, envelope, stationWatch);
}

export async function start(world: World, station: Station): Promise<void> {
  if (station.running !== undefined || station.starting !== undefined) return;
  void startStation(station, world.stationWatch);
  await world.time.settle();
}

/** Brings a question to the server. */
export function bringQuestion({ server, time, serverWatch }: World, station: Station, exchange: Exchange): void {
  if (exchange.state !== 'asked' || station.wire.upCut) return;
  exchange.state = 'at-server';
  void serve(server, station.device, exchange.question, time, serverWatch).then((answer) => {
    if (exchange.state !== 'at-server') return;
    exchange.state = 'answered';
    exchange.answer = answer;
  });
}

/** Brings an answer back, and notes what it says of the person's scopes. */
function bring(station: Station, exchange: Exchange): void {
  const { answer } = exchange;
  const said = answer?.ok === false && answer.error.code === 'other-view' ? answer.error.said.scopes : undefined;
  if (exchange.state === 'answered' && said !== undefined) station.told = said;
  bringAnswer(station.wire, exchange);
}

/** Whatever is on the wire comes to where it goes, until nothing moves or `rounds` are over. */
export async function flow(world: World, station: Station, rounds: number): Promise<void> {
  const { wire } = station;
  for (let round = 0; round < rounds; round += 1) {
    const movable = wire.exchanges.filter(({ state }) =>
      state === 'asked' ? !wire.upCut : state === 'answered' && !wire.downCut,
    );
    if (movable.length === 0) return;
    for (const exchange of movable)
      if (exchange.state === 'asked') bringQuestion(world, station, exchange);
      else bring(station, exchange);
    await world.time.settle();
    checkTold(station, world.report);
  }
}

type Happening = (world: World, station: Station, step: Step) => void | Promise<void>;
const one = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const onWire = (station: Station, state: Exchange['state'], n: number) =>
  one(
    station.wire.exchanges.filter((exchange) => exchange.state === state),
    n,
  );

const happenings: { readonly [Kind in StepKind]?: Happening } = {
  exchange: async (world, station, { a, b }) => {
    if (b % 2 === 0) station.running?.sync.hinted();
    if (b % 8 === 1) station.running?.sync.retry();
    await world.time.settle();
    await flow(world, station, 2 + (a % 12));
  },
  askServer: (world, station, { a }) => {
    const exchange = onWire(station, 'asked', a);
    if (exchange !== undefined) bringQuestion(world, station, exchange);
  },
  bringAnswer: (_, station, { a }) => {
    const exchange = onWire(station, 'answered', a);
    if (exchange !== undefined && !station.wire.downCut) bring(station, exchange);
  },
  breakSnapshot: (_, { wire }, { a }) => {
    wire.breaksOffAfter = a % 100;
  },
  lose: (_, station, { a }) => {
    const exchange = one(station.wire.exchanges, a);
    if (exchange !== undefined) lose(station.wire, exchange);
  },
  repeatPush: async (world, station, { a }) => {
    const input = one(station.wire.pushes, a);
    if (input === undefined) return;
    world.stationWatch.count('push repeated by the network');
    void serve(world.server, station.device, { kind: 'push', input }, world.time, world.serverWatch);
  },
  stalePage: ({ stationWatch: { count } }, station, { a }) => {
    const page = one(station.wire.pages, a);
    const exchange = station.wire.exchanges.find(({ question }) => question.kind === 'changes');
    if (page === undefined || exchange === undefined) return;
    count('stale page');
    finish(station.wire, exchange, { ok: true, value: page });
  },
  malformedPush: (world, station, step) => {
    const device = step.b % 8 === 0 ? 'nobody' : station.device;
    void serve(world.server, device, { kind: 'push', input: badPush(world, station, step) }, world.time, world.serverWatch);
  },
  cutUp: (_, { wire }) => {
    wire.upCut = true;
  },
  cutDown: (_, { wire }) => {
    wire.downCut = true;
  },
  cutBoth: ({ stations }, { wire }, { b }) => {
    for (const each of b % 8 === 0 ? stations.map((station) => station.wire) : [wire])
      Object.assign(each, { upCut: true, downCut: true });
  },
  heal: ({ stations }, { wire }, { b }) => {
    for (const each of b % 2 === 0 ? stations.map((station) => station.wire) : [wire])
      Object.assign(each, { upCut: false, downCut: false });
  },
  hint: (_, station) => station.running?.sync.hinted(),
  shortTime: ({ time }, _, { a, b }) => time.advance([10, 100, 600, 1_500, 5_000, 31_000, 61_000, 95_000][a % 8] ?? b),
  longTime: ({ time }, _, { a, b }) => time.leap((a % 4 === 0 ? 24 : 1) * hour * (b % 3) + 11 * minute),
  jumpClock: (_, station, { a }) => {
    station.skewMs = [hour, -hour, 24 * hour, -24 * hour, 0][a % 5] ?? 0;
  },
  skewServer: ({ server }, _, { a }) => {
    server.skewMs = [0, 1_000, -1_000][a % 3] ?? 0;
  },
  sitDown: ({ server }, station, { a }) => {
    const person = one(station.people, a);
    if (person !== undefined) server.sessions.set(station.device, person);
  },
  dealWithRefused: async (_, station, { a }) => {
    const { outbox } = station.running ?? {};
    const refused = outbox === undefined ? undefined : one(outbox.refused(), a);
    if (outbox === undefined || refused === undefined) return;
    station.dealing.add(refused.id);
    void outbox.dealWith([refused.id]).catch(() => {});
  },
  stationDies: (world, station, { a }) => {
    if (station.running !== undefined || station.starting !== undefined) cut(world, station, a % 4);
  },
  stationDiesAtWrite: (_, { ailments }, { a, c }) => {
    ailments.dieAtWrite = 1 + (a % 8);
    ailments.diesAfterWriting = c % 2 === 0;
  },
  start,
  slowWrites: (_, { ailments }, { a }) => {
    ailments.slowWrites = 1 + (a % 4);
  },
  outboxFull: (_, { ailments }) => void ailments.full.add('outbox'),
  replicaFull: (_, { ailments }) => void ailments.full.add('replica'),
  serverFull: ({ server }) => void server.ailments.full.add('server'),
  diskFreed: (world) => freeDisks(world),
  serverDies: ({ server, stationWatch: { count } }) => {
    server.process.life.die();
    count('server died at rest');
  },
  serverDiesAtWrite: ({ server: { ailments } }, _, { a, c }) => {
    ailments.dieAtWrite = 1 + (a % 3);
    ailments.diesAfterWriting = c % 2 === 0;
  },
  serverWritesSlowly: ({ server: { ailments } }, _, { a }) => {
    ailments.slowWrites = 1 + (a % 3);
  },
  puzzleServer: ({ server: { ailments } }, _, { a }) => {
    ailments.puzzlingWrites = 1 + (a % 4);
  },
  badBlob: ({ server }, station, { a }) => {
    const sha256 = one(station.running?.outbox.wantedBlobs() ?? [], a);
    if (sha256 !== undefined) server.halfBlobs.add(sha256);
  },
  loseBlob: ({ server: { file }, stationWatch: { count } }, _, { a }) => {
    const sha256 = one([...file.blobs], a);
    if (file.journal.length() === 0 && sha256 !== undefined && file.blobs.delete(sha256)) count('blob lost by the server');
  },
  corruptRow: corrupt,
  pageSize: ({ server }, _, { a }) => {
    server.pageEntries = a % 3 === 0 ? 2_000 : 1 + (a % 5);
  },
};

export function freeDisks({ stations, server }: World): void {
  const freed = new Set<Place>(['outbox', 'replica', 'server']);
  for (const { full } of [...stations.map(({ ailments }) => ailments), server.ailments])
    for (const place of freed) full.delete(place);
}

/** What no right workstation sends: the server refuses it, or answers as it did before, and nothing changes. */
function badPush({ server: { file } }: World, { device }: Station, { a, c }: Step): PushInput {
  const lastDseq = file.devices.get(device)?.lastDseq ?? 0;
  const decided = one([...file.commands.values()], c);
  const command = {
    ...{ id: decided?.id ?? '', dseq: lastDseq + 1_000, name: 'supplier-invoices/approve', version: 1, input: {} },
    ...{ actor: decided?.actor ?? '', leaseToken: null, issuedAtMs: 0 },
  };
  const bad: readonly unknown[] = [
    { epoch: null, commands: [] },
    { epoch: 1, commands: [{ ...command, dseq: lastDseq === 0 ? 1_000 : lastDseq }] },
    { epoch: 1, commands: [{ ...command, id: `${command.id.slice(0, -6)}ffffff` }] },
    { epoch: 7, commands: [command] },
    { epoch: 1, commands: [{ ...command, dseq: 0 }] },
  ];
  return one(bad, a) as PushInput; // the server parses it
}

/** A fault of the disk changes a row behind the program's back. */
function corrupt({ stationWatch: { count } }: World, station: Station, { a, b }: Step): void {
  const file = station.shelf.current;
  const entity = b % 2 === 0 ? 'supplierInvoice' : 'lease';
  const row = one([...file.state.rows.all(entity)], a);
  if (row === undefined || file.cursor === null || file.open || file.shadows.has(rowKey(entity, row.id))) return;
  if (baseRow(file, entity, row.id) === undefined || file.corrupted.has(rowKey(entity, row.id))) return;
  count('row corrupted');
  doubtRows(station);
  file.corrupted.set(rowKey(entity, row.id), file.cursor.seq);
  if (b % 3 === 0) file.state.rows.remove(entity, row.id);
  else file.state.rows.set(entity, { ...row, rev: row.rev + (b % 3 === 1 ? 1 : -1) });
}
