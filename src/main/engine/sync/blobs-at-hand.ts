import type { Blobs } from '../blobs.ts';
import type { Scheduler } from './ports.ts';
import { repeat } from './repeat.ts';

/** Blobs of the server's that are kept here take up this much at most. */
const capBytes = 5_000_000_000;

export type BlobsAtHand = {
  /** Whether the blob is here, after an attempt to fetch it. */
  fetch(sha256: string): Promise<boolean>;
  /** There may be more to fetch. */
  poke(): void;
  stop(): void;
};

type Options = {
  readonly blobs: Blobs;
  readonly scheduler: Scheduler;
  /** Throws LinkError. */
  readonly fetch: (sha256: string) => Promise<boolean>;
  /** What a clerk will look at soon. */
  readonly wanted: () => readonly string[];
  /** What only this computer has, or is at work on. */
  readonly neverDrop: () => Promise<readonly string[]>;
  readonly cap?: number;
};

/**
 * Fetches what clerks will look at before they ask, and drops what was not looked at for longest when there is too much. What the
 * server does not have yet is never dropped.
 */
export function keepBlobsAtHand({ blobs, scheduler, fetch, wanted, neverDrop, cap = capBytes }: Options): BlobsAtHand {
  const underWay = new Map<string, Promise<boolean>>();
  const notThere = new Set<string>();

  async function fetchOnce(sha256: string): Promise<boolean> {
    if (await blobs.has(sha256)) return true;
    const running = underWay.get(sha256) ?? fetch(sha256).finally(() => underWay.delete(sha256));
    underWay.set(sha256, running);
    return running;
  }

  const ahead = repeat(scheduler, async () => {
    for (const sha256 of wanted()) {
      if (notThere.has(sha256) || (await blobs.has(sha256))) continue;
      if (!(await fetchOnce(sha256))) notThere.add(sha256);
      return 'again';
    }
    notThere.clear();
    await blobs.dropOldest(cap, new Set([...(await neverDrop()), ...wanted()]));
    return 'rest';
  });

  return {
    fetch: (sha256) => fetchOnce(sha256).catch(() => false), // a picture that cannot be fetched now is not there now
    poke: ahead.poke,
    stop: ahead.stop,
  };
}
