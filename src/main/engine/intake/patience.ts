import type { ReadFailure } from '../../../shared/contract/reader.ts';
import type { Outcome } from './readers.ts';

/** A reader that went away this many times over the same page: the page is at fault. */
const readerLosses = 5;

export type Settled<Value> = Extract<Outcome<Value>, { kind: 'done' }> | { readonly kind: 'failed'; readonly code: ReadFailure };

/** Asks again when a reader went away in the middle; what takes reader after reader with it is given up. */
export async function patiently<Value>(
  ask: () => Promise<Outcome<Value>>,
  onReaderLost: () => void,
  signal?: AbortSignal,
): Promise<Settled<Value>> {
  for (let loss = 1; ; loss += 1) {
    const outcome = await ask();
    if (outcome.kind !== 'reader-gone') return outcome;
    if (loss >= readerLosses || signal?.aborted === true) return { kind: 'failed', code: 'reader-crashed' };
    onReaderLost();
  }
}
