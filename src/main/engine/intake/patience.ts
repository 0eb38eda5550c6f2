import type { ReadFailure } from '../../../shared/contract/reader.ts';
import type { Outcome, Urgency } from './readers.ts';

/** A reader that went away this many times over the same page: the page is at fault. */
const readerLosses = 5;

export type Settled<Value> = Extract<Outcome<Value>, { kind: 'done' }> | { readonly kind: 'failed'; readonly code: ReadFailure };

type Patience = { readonly urgency?: Urgency; readonly onReaderLost: () => void; readonly signal?: AbortSignal };

/**
 * Asks again when a reader went away in the middle; what takes reader after reader with it is given up. What has cost more than one reader
 * waits behind the rest, so that a bad page does not keep the others waiting, and good ones share the losses of a bad hour.
 */
export async function patiently<Value>(
  ask: (urgency: Urgency) => Promise<Outcome<Value>>,
  { urgency = () => [], onReaderLost, signal }: Patience,
): Promise<Settled<Value>> {
  for (let losses = 0; ; ) {
    const behind = Math.max(0, losses - 1);
    const outcome = await ask(() => [behind, ...urgency()]);
    if (outcome.kind !== 'reader-gone') return outcome;
    losses += 1;
    if (losses >= readerLosses || signal?.aborted === true) return { kind: 'failed', code: 'reader-crashed' };
    onReaderLost();
  }
}
