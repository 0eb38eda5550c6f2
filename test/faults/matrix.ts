import { mkdirSync } from 'node:fs';
import { audit, type Verdict } from './audit.ts';
import type { Cell } from './cells.ts';
import { startWorld } from './world.ts';

export type CellResult = Verdict & { readonly fault: string; readonly runs: number; readonly skipped: boolean };

/** Makes one fault so many times in one world, and audits after each. */
export async function runCell(cell: Cell, runs: number, folder: string): Promise<CellResult> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const world = await (cell.open ?? startWorld)(folder);
  const total = { lost: 0, doubled: 0, diverged: 0, stalled: 0 };
  if (world === undefined) return { fault: cell.fault, runs: 0, skipped: true, ...total };
  try {
    for (let serial = 1; serial <= runs; serial += 1) {
      await cell.run(world, serial);
      const found = await audit(world.cluster.databaseUrl, world.stations);
      for (const count of ['lost', 'doubled', 'diverged', 'stalled'] as const) total[count] += found[count];
    }
  } finally {
    await world.stop();
  }
  return { fault: cell.fault, runs, skipped: false, ...total };
}

export function asTable(results: readonly CellResult[]): string {
  const heads = ['fault', 'runs', 'lost', 'doubled', 'diverged', 'stalled'] as const;
  const lines = results.map((result) =>
    heads.map((head) => (head === 'runs' && result.skipped ? 'needs root on Linux' : String(result[head]))),
  );
  const width = heads.map((head, place) => Math.max(head.length, ...lines.map((line) => line[place]?.length ?? 0)));
  const row = (texts: readonly string[]): string => texts.map((text, place) => text.padEnd(width[place] ?? 0)).join('  ');
  return [row(heads), row(width.map((length) => '-'.repeat(length))), ...lines.map(row)].join('\n');
}
