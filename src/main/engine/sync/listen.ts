import { createParser } from 'eventsource-parser';
import { ask } from './http-requests.ts';
import type { Scheduler } from './ports.ts';
import { type Repeating, repeat } from './repeat.ts';

/** The server gives a sign of life every 15 s. */
const silenceMs = 45_000;
/** After an outage workstations come back over this long, not all at once: three hundred are sixty a second. */
const spreadMs = 5_000;

/**
 * Listens to the server's hints, and calls `hinted` for each. Whatever is missed is found by the next look, so a lost connection is
 * no more than that: it is tried again. `token` undefined: nobody is signed in.
 */
export function listen(options: {
  readonly address: string;
  readonly token: () => string | undefined;
  readonly scheduler: Scheduler;
  readonly hinted: () => void;
}): Repeating {
  const { scheduler, hinted } = options;
  let stop = new AbortController();
  let wasConnected = false;

  const repeating = repeat(scheduler, async () => {
    const token = options.token();
    if (token === undefined) return 'rest';
    if (wasConnected) await pause(scheduler.random() * spreadMs);
    wasConnected = false;
    stop = new AbortController();
    const connecting = setTimeout(() => stop.abort(), silenceMs);
    const response = await ask(options.address, '/v1/events', { token, signal: stop.signal }).finally(() =>
      clearTimeout(connecting),
    );
    wasConnected = true;
    if (response.body !== null) await readEvents(response.body, stop, hinted);
    return 'again';
  });

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = scheduler.after(delayMs, resolve);
      stop.signal.addEventListener('abort', () => {
        callOff();
        resolve();
      });
    });
  }

  return {
    /** Somebody else has signed in, or the clerk asks: a connection that stands is given up. */
    poke: () => {
      wasConnected = false;
      stop.abort();
      repeating.poke();
    },
    stop: () => {
      repeating.stop();
      stop.abort();
    },
  };
}

async function readEvents(body: ReadableStream<Uint8Array>, stop: AbortController, hinted: () => void): Promise<void> {
  const parser = createParser({ onEvent: hinted });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  for (;;) {
    const timer = setTimeout(() => stop.abort(), silenceMs);
    const chunk = await reader
      .read()
      .catch(() => undefined)
      .finally(() => clearTimeout(timer));
    if (chunk === undefined || chunk.done) return;
    parser.feed(decoder.decode(chunk.value, { stream: true }));
  }
}
