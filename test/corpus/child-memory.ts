import { readdirSync, readFileSync } from 'node:fs';

export type ChildMemory = { readonly largestMb: () => number; readonly togetherMb: () => number; readonly stop: () => void };

const lookEveryMs = 100;

/** Watches the resident memory of this process's children, by Linux's /proc; elsewhere it sees nothing and says 0. */
export function watchChildMemory(): ChildMemory {
  let largest = 0;
  let together = 0;
  const timer = setInterval(() => {
    const sizes = childrenOf(process.pid).map(residentMb);
    largest = Math.max(largest, ...sizes);
    together = Math.max(
      together,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  }, lookEveryMs);
  return { largestMb: () => largest, togetherMb: () => together, stop: () => clearInterval(timer) };
}

function childrenOf(parent: number): number[] {
  try {
    return readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return childrenByStatus(parent);
  }
}

function childrenByStatus(parent: number): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => fieldOf(pid, 'PPid') === parent);
  } catch {
    return [];
  }
}

const residentMb = (pid: number): number => fieldOf(pid, 'VmRSS') / 1024;

function fieldOf(pid: number, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
