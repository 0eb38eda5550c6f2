import { StoreFailure } from '../../src/shared/run/store.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Where a process writes: each place can be full on its own. */
export type Place = 'outbox' | 'replica' | 'server';
/** What can go wrong at the next writes of a process. */
export type Ailments = {
  readonly full: Set<Place>;
  /** The process dies at this write, counted from 1; 0: it does not. */
  dieAtWrite: number;
  /** The write at which it dies has come onto the disk. */
  diesAfterWriting: boolean;
  /** So many writes take their time. */
  slowWrites: number;
};

export const healthy = (): Ailments => ({ full: new Set(), dieAtWrite: 0, diesAfterWriting: false, slowWrites: 0 });

/** One process from its start to its death. Nothing that a dead one asks for is ever answered. */
export type Life = {
  dead(): boolean;
  die(): void;
  /** Does one write, all of it or nothing. Throws StoreFailure. Never comes back where the process dies. */
  write(place: Place, work: () => void): Promise<void>;
  /** Does not come back when the process is dead. */
  alive(): Promise<void>;
};

export const never = new Promise<never>(() => {});
const slowMs = 40;

export function beginLife(ailments: Ailments, time: VirtualTime, died: (atWrite: Place, written: boolean) => void): Life {
  let dead = false;
  return {
    dead: () => dead,
    die: () => {
      dead = true;
    },
    alive: () => (dead ? never : Promise.resolve()),
    write: async (place, work) => {
      if (dead) return never;
      if (ailments.slowWrites > 0) {
        ailments.slowWrites -= 1;
        await new Promise<void>((resolve) => time.after(slowMs, resolve));
        if (dead) return never;
      }
      if (ailments.full.has(place)) throw new StoreFailure('disk-full', undefined);
      if (ailments.dieAtWrite > 0) {
        ailments.dieAtWrite -= 1;
        if (ailments.dieAtWrite === 0) {
          if (ailments.diesAfterWriting) work();
          dead = true;
          died(place, ailments.diesAfterWriting);
          return never;
        }
      }
      work();
      return undefined;
    },
  };
}
