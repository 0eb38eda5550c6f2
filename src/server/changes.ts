import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Day } from '../shared/base/day.ts';
import type { PersonId } from '../shared/base/ids.ts';
import type { ChangesPage, ChangesQuery, WireErrorCode } from '../shared/contract/wire.ts';
import { type Scopes, scopesOf } from '../shared/domain/access/index.ts';
import type { Entry } from '../shared/run/store.ts';
import type { Moment } from './log-store.ts';

/** Names a list of scopes: the same list has the same name, and no other has. */
export const viewOf = (scopes: Scopes): string => bytesToHex(sha256(utf8ToBytes(scopes.join(' ')))).slice(0, 16);

/** Who asks, from which device, on which day. */
export type Asker = { readonly person: PersonId; readonly device: string; readonly today: Day };

/** The question was put to another history or another view; the answer tells the ones that are. */
export class Misdirected extends Error {
  readonly code: Extract<WireErrorCode, 'other-epoch' | 'other-view' | 'ahead-of-log'>;
  readonly now: { readonly epoch: number; readonly view: string; readonly scopes: Scopes };
  constructor(code: Misdirected['code'], now: Misdirected['now']) {
    super(code);
    this.code = code;
    this.now = now;
  }
}

/**
 * One page of what has changed after a cursor, of what the asker may see now. It ends on the border of a command. Throws Misdirected.
 */
export async function readChanges(
  moment: Moment,
  asker: Asker,
  { epoch, after, view, limit }: ChangesQuery,
  nowMs: number,
): Promise<ChangesPage> {
  const head = await moment.head();
  const scopes = scopesOf(await moment.grants(asker.person), asker.today);
  const now = { epoch: head.epoch, view: viewOf(scopes), scopes };
  if (epoch !== now.epoch) throw new Misdirected('other-epoch', now);
  if (view !== now.view) throw new Misdirected('other-view', now);
  if (after > head.seq) throw new Misdirected('ahead-of-log', now);

  const found = await moment.entriesAfter(after, { scopes, device: asker.device }, limit + 1);
  const entries = found.length > limit ? await wholeCommands(moment, asker, scopes, found, after) : found;
  const last = entries.at(-1);
  const to = found.length > limit && last !== undefined ? last.seq : head.seq;
  return {
    epoch: head.epoch,
    view,
    from: after,
    to,
    head: head.seq,
    entries: [...entries],
    digests: to === head.seq ? [...(await moment.digests(scopes))] : null,
    serverTimeMs: nowMs,
  };
}

/** Cuts before the last command, which may go on; a single command that is longer than a page is sent whole. */
async function wholeCommands(
  moment: Moment,
  { device }: Asker,
  scopes: Scopes,
  found: readonly Entry[],
  after: number,
): Promise<readonly Entry[]> {
  const last = found.at(-1);
  const whole = found.filter(({ tx }) => tx !== last?.tx);
  if (whole.length > 0 || last === undefined) return whole;
  const longest = 100_000;
  return (await moment.entriesAfter(after, { scopes, device }, longest)).filter(({ tx }) => tx === last.tx);
}
