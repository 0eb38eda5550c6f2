import { readdir, readFile } from 'node:fs/promises';
import type { LaunchedApp } from './launch.ts';

/** The process ids of the running engine or readers, on either runtime. Under plain Node they are found by Linux's /proc. */
export async function childrenOf(launched: LaunchedApp, name: 'engine' | 'reader'): Promise<number[]> {
  const utilities = await launched.app.evaluate(
    ({ app }, wanted) => app.getAppMetrics().flatMap((metric) => (metric.name === wanted ? [metric.pid] : [])),
    `Fakturist ${name}`,
  );
  return [...utilities, ...(await nodeChildrenOf(launched.pid, `${name}.js`))];
}

async function nodeChildrenOf(parent: number, file: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parentPid = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (parentPid === parent && command.includes(file)) found.push(Number(name));
  }
  return found;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
