import { needsOwnSession } from '../shared/run/commands/own-session.ts';
import { entities } from '../shared/run/entities/index.ts';
import type { Admission } from '../shared/run/sequencer.ts';
import type { ServerTransaction } from './log-store.ts';

/**
 * What a command from a device must meet besides its own rule: an enrolled device, the next of its numbers, a person who has signed
 * in there (for what takes two: who sits there now), and blobs that are here whole.
 */
export const admissionBy = (clock: () => number): Admission<ServerTransaction> => ({
  beforeDeciding: async (transaction, { device: id, dseq, actor, name, session, input }) => {
    const device = await transaction.device(id);
    if (device === undefined || device.revoked) return { kind: 'for-now', reason: { code: 'unknown-device' } };
    const expected = device.lastDseq + 1;
    if (dseq !== expected) return { kind: 'for-now', reason: { code: 'dseq-gap', expected } };
    if (!(await transaction.mayActOn(id, actor))) return { kind: 'finally', error: { code: 'not-signed-in' } };
    if (needsOwnSession(name) && !(await transaction.sitsAt(id, actor, session ?? null, clock())))
      return { kind: 'finally', error: { code: 'session-needed' } };
    if (!canBeKept(input)) return { kind: 'finally', error: { code: 'malformed', at: ['text'] } };
    return undefined;
  },
  afterDeciding: async (transaction, _, written) => {
    const cited = written.flatMap(({ entity, row }) => entities[entity].cites(row as never)); // the entity's own row
    if (cited.length === 0) return undefined;
    const sha256s = await transaction.missingBlobs([...new Set(cited)]);
    return sha256s.length === 0 ? undefined : { kind: 'for-now', reason: { code: 'blobs-missing', sha256s } };
  },
  answered: async (transaction, { device, dseq }) => {
    // A device that was enrolled anew sends under new numbers what it had sent before.
    const isNext = dseq !== null && dseq === ((await transaction.device(device))?.lastDseq ?? 0) + 1;
    if (isNext) await transaction.moveDevice(device, dseq);
  },
});

/** PostgreSQL keeps no NUL in a text, and no half of a surrogate pair. */
function canBeKept(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, part]) => canBeKept(key) && canBeKept(part));
}
