/** Work that is done one piece at a time; what is urgent goes before the rest, but waits for the piece in hand. */
export type WorkQueue = { readonly add: (work: () => Promise<void>, how: { readonly urgent: boolean }) => void };

export function makeWorkQueue(): WorkQueue {
  const urgent: (() => Promise<void>)[] = [];
  const other: (() => Promise<void>)[] = [];
  let busy = false;

  async function run(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = urgent.shift() ?? other.shift(); next !== undefined; next = urgent.shift() ?? other.shift()) await next();
    busy = false;
  }

  return {
    add: (work, how) => {
      (how.urgent ? urgent : other).push(work);
      void run();
    },
  };
}
