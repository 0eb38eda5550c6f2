import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Line, ratioAtMost } from './figures.ts';
import { startProcess } from './processes.ts';
import { fillRegister } from './register.ts';
import { type Device, type Stage, withServer } from './stage.ts';
import type { Filled, Opening } from './workstation-process.ts';

const suppliers = 100_000;

/** A register of 200 000 rows fetched by a new workstation, beside the same rows copied by hand. */
export async function snapshot(stage: Stage, runs: number): Promise<readonly Line[]> {
  const { folder, devices } = stage;
  const url = await stage.emptyOffice('register');
  await fillRegister(url, suppliers);
  const filled: Filled[] = [];
  const copied: number[] = [];
  const [device] = devices;
  if (device === undefined) throw new Error('there is a device');
  for (let run = 0; run < runs; run += 1) {
    const place = join(folder, `snapshot-${run}`);
    await withServer(url, folder, async (_, { address }) => filled.push(await fill(openingOf(device, address, place))));
    copied.push(await copy(url, join(folder, 'copy.db')));
    rmSync(place, { recursive: true });
  }
  const [ms, blocks] = [filled.map((each) => each.ms), filled.map(({ longestBlockMs }) => longestBlockMs)];
  return [
    {
      what: 'snapshot of 200 000 register rows, until adopted',
      unit: 'ms',
      ours: ms,
      reference: { name: 'copied by hand', figures: copied },
      bars: [atMost(5_000), ratioAtMost(2)],
    },
    { what: 'longest block of the engine meanwhile', unit: 'ms', ours: blocks, bars: [atMost(50)] },
  ];
}

export const openingOf = ({ id, token, session }: Device, address: string, folder: string): Opening => ({
  folder,
  address,
  token,
  session,
  device: id,
});

async function fill(opening: Opening): Promise<Filled> {
  const workstation = startProcess('workstation-process.ts');
  try {
    return await workstation.ask<Filled>('open', opening);
  } finally {
    await workstation.stop();
  }
}

async function copy(url: string, path: string): Promise<number> {
  const copier = startProcess('copy-process.ts');
  try {
    const { ms, rows } = await copier.ask<{ ms: number; rows: number }>('copy', { url, path });
    if (rows !== 2 * suppliers) throw new Error(`${rows} rows were copied`);
    return ms;
  } finally {
    await copier.stop();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
  }
}
