import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anInvoicePdf } from '../make/documents.ts';
import { pause } from './cluster.ts';
import type { Spoiling } from './proxy.ts';
import { organisationNumber, registerCustomer, takeInAndVerify, workABit } from './work.ts';
import { startWorld, type World } from './world.ts';

/** One line of the fault matrix: what goes wrong while clerks work. Afterwards nothing does, and the audit begins. */
export type Cell = {
  readonly fault: string;
  /** Where the fault needs a special place; undefined when this machine has none. */
  readonly open?: (folder: string) => Promise<World | undefined>;
  run(world: World, serial: number): Promise<void>;
};

/** While everybody works, `wrong` happens at some moment. */
async function amidWork({ stations }: World, serial: number, wrong: () => Promise<void>): Promise<void> {
  const working = stations.map((station) => workABit(station, organisationNumber(serial)));
  await pause(Math.random() * 300);
  await wrong();
  await Promise.all(working);
}

const messages = (fault: string, how: Spoiling): Cell => ({
  fault,
  run: async (world, serial) => {
    world.proxy.spoil(how, 0.3);
    await amidWork(world, serial, () => pause(1_000));
    world.proxy.spoil(null);
  },
});

const killStation: Cell = {
  fault: 'workstation killed (SIGKILL)',
  run: (world, serial) =>
    amidWork(world, serial, async () => {
      const station = world.stations[serial % world.stations.length];
      await station?.kill();
      station?.start();
    }),
};

const killServer: Cell = {
  fault: 'server killed (SIGKILL)',
  run: (world, serial) =>
    amidWork(world, serial, async () => {
      await world.cluster.killServer();
      await world.cluster.startServer();
    }),
};

const killPostgres: Cell = {
  fault: 'PostgreSQL killed (SIGKILL)',
  run: (world, serial) =>
    amidWork(world, serial, async () => {
      await world.cluster.killPostgres();
      await world.cluster.startPostgres();
    }),
};

const noNetwork: Cell = {
  fault: 'no network while all work',
  run: async (world, serial) => {
    world.proxy.spoil('part');
    await Promise.all(world.stations.map((station) => workABit(station, organisationNumber(serial))));
    world.proxy.spoil(null);
  },
};

/** Two clerks without a network take in the same paper, scanned twice, and vouch for it. */
const sameInvoice: Cell = {
  fault: 'two workstations, one invoice',
  run: async (world, serial) => {
    const pair = world.stations.slice(0, 2);
    if (serial === 1) for (const station of pair) station.startReader();
    world.proxy.spoil('part');
    const number = String(30_000 + serial);
    await Promise.all(
      pair.map(async (station, place) =>
        takeInAndVerify(station, `faktura-${number}.pdf`, await anInvoicePdf({ number, subject: `${place}` })),
      ),
    );
    world.proxy.spoil(null);
  },
};

/** A disk of ten megabytes in memory under one of the parties, which only root on Linux can mount; filled, and emptied again. */
const diskFull = (fault: string, whose: 'anna' | 'server'): Cell => {
  let disk = '';
  return {
    fault,
    open: async (folder) => {
      disk = join(folder, 'disk');
      mkdirSync(disk, { recursive: true });
      try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { stdio: 'ignore' });
      } catch {
        return undefined;
      }
      const small = join(disk, whose);
      const world = await startWorld(
        folder,
        (name) => (name === whose ? small : join(folder, name)),
        whose === 'server' ? small : undefined,
      );
      return { ...world, stop: () => world.stop().finally(() => execFileSync('umount', ['--lazy', disk])) };
    },
    run: async (world, serial) => {
      const ballast = join(disk, 'ballast');
      fill(ballast);
      await amidWork(world, serial, () => pause(500));
      rmSync(ballast);
      const [station] = world.stations;
      if (station !== undefined) await registerCustomer(station);
    },
  };
};

function fill(path: string): void {
  for (let bytes = 1 << 20; bytes >= 4_096; bytes >>= 1)
    try {
      for (;;) writeFileSync(path, Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // no room for that much more
    }
}

export const cells: readonly Cell[] = [
  killStation,
  killServer,
  killPostgres,
  messages('requests cut', 'cut-request'),
  messages('answers lost', 'cut-answer'),
  messages('answers halved', 'halve'),
  messages('requests repeated', 'repeat'),
  messages('messages delayed', 'delay'),
  noNetwork,
  sameInvoice,
  diskFull("workstation's disk full", 'anna'),
  diskFull("server's blob disk full", 'server'),
];
