import { calmDown } from './calm.ts';
import type { Coverage } from './coverage.ts';
import { type Founded, found } from './founding.ts';
import { checkInbox } from './outbox-invariants.ts';
import { perform, start } from './perform.ts';
import { checkShown } from './shown-invariant.ts';
import type { Plan } from './steps.ts';
import type { Violation } from './violations.ts';
import { Spinning } from './virtual-time.ts';
import { openWorld, type World } from './world.ts';

/** What came of one run. `trace` is the same for the same plan, and hardly ever for another. */
export type Ending = {
  readonly violations: readonly Violation[];
  readonly steps: number;
  readonly coverage: Coverage;
  readonly trace: number;
};

let founded: Promise<Founded> | undefined;

/** Lives through a plan until something happens that may never happen; then ends all faults, and sees that all comes right. */
export async function live({ stations, steps }: Plan): Promise<Ending> {
  founded ??= found();
  const world = openWorld(await founded, stations);
  let done = 0;
  let trace = 0;
  try {
    for (const station of world.stations) await start(world, station);
    for (const step of steps) {
      await perform(world, step);
      done += 1;
      trace = mix(trace, world);
      await look(world, done);
      if (world.violations.length > 0) break;
    }
    if (world.violations.length === 0) await calmDown(world);
  } catch (error) {
    if (!(error instanceof Spinning)) throw error;
    world.report('I14', `${error.message} after ${steps[done]?.kind}`);
  }
  for (const { running } of world.stations) running?.sync.stop();
  return { violations: world.violations, steps: done, coverage: world.coverage, trace: mix(trace, world) };
}

const lookEach = 5;

/** What is dear to look at is looked at after every fifth step, at one workstation in turn. */
async function look({ stations, saved, report }: World, done: number): Promise<void> {
  if (done % lookEach !== 0) return;
  const station = stations[(done / lookEach) % stations.length];
  if (station === undefined) return;
  checkInbox(station, saved, report);
  await checkShown(station, report);
}

function mix(trace: number, { server, stations, time }: World): number {
  let mixed = trace;
  const add = (value: number): void => {
    mixed = (Math.imul(mixed ^ value, 0x01000193) + 0x9e3779b9) >>> 0;
  };
  add(server.file.head.seq);
  add(time.nowMs() % 0x7fffffff);
  for (const { outboxFile, shelf, wire } of stations) {
    add(outboxFile.commands.size);
    add(shelf.current.cursor?.seq ?? -1);
    add(wire.exchanges.length);
  }
  return mixed;
}
