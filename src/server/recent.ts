import type { PersonId } from '../shared/base/ids.ts';
import type { ChangesPage, DigestLine } from '../shared/contract/wire.ts';
import { type Grant, holds } from '../shared/domain/access/index.ts';
import type { Entry, Head } from '../shared/run/store.ts';
import type { Moment, ServerLogStore } from './log-store.ts';

/** The end of the log at one moment, of every scope and device. */
export type LogTail = {
  readonly head: Head;
  /** All after the head that was known, when `complete`; none when they were more than could be given. */
  readonly entries: readonly Entry[];
  readonly complete: boolean;
  readonly digests: readonly DigestLine[];
};
/** Undefined: the head is still the one that is known. */
export type ReadTail = (known: Head | undefined, limit: number) => Promise<LogTail | undefined>;

/**
 * The end of the log, kept in memory: three hundred workstations that ask about the same commit cost one reading of the database.
 * It only grows by whole commits, so that it is the log as it stood at one moment; who asks about what came before is sent to the
 * database.
 */
export type Recent = {
  head(): Head;
  /** Reads what was committed since; one reading for all who ask at the same time. Tells whether somebody's rights changed. */
  refresh(): Promise<{ readonly grantsChanged: boolean }>;
  /** This process has committed: who reads from now on sees it. */
  committed(head: Head): void;
  /** A moment at which all after this seq can be told. */
  read<T>(after: number, work: (moment: Moment) => Promise<T>): Promise<T>;
  /** A page as it is sent. What many are sent is put in writing once. */
  write(page: ChangesPage): string;
};

const kept = { entries: 10_000, bytes: 16_000_000 };

export async function startRecent(store: ServerLogStore, readTail: ReadTail): Promise<Recent> {
  const nothing: LogTail = { head: { epoch: 1, seq: 0 }, entries: [], complete: true, digests: [] };
  let tail = (await readTail(undefined, 0)) ?? nothing;
  let from = tail.head.seq;
  let entries: readonly Entry[] = [];
  let grants = new Map<PersonId, Promise<readonly Grant[]>>();
  let refreshing: Promise<{ grantsChanged: boolean }> | undefined;
  let committedSeq = tail.head.seq;
  const texts = new WeakMap<Entry, string>();

  function textOf(entry: Entry): string {
    const known = texts.get(entry);
    if (known !== undefined) return known;
    const text = JSON.stringify(entry);
    texts.set(entry, text);
    return text;
  }

  async function refreshOnce(): Promise<{ grantsChanged: boolean }> {
    const next = await readTail(tail.head, kept.entries);
    if (next === undefined) return { grantsChanged: false };
    const follows = next.complete && next.head.epoch === tail.head.epoch && next.head.seq >= tail.head.seq;
    const grantsChanged = !follows || next.entries.some(({ entity }) => entity === 'grant');
    if (grantsChanged) grants = new Map();
    const all = follows ? [...entries, ...next.entries] : [];
    entries = withinLimits(all, textOf);
    from = entries.length < all.length || !follows ? (entries[0]?.seq ?? next.head.seq + 1) - 1 : from;
    tail = next;
    return { grantsChanged };
  }

  function refresh(): Promise<{ grantsChanged: boolean }> {
    refreshing ??= refreshOnce().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }

  function grantsOf(person: PersonId): Promise<readonly Grant[]> {
    const asked = grants;
    const known = asked.get(person);
    if (known !== undefined) return known;
    const reading = store.read((moment) => moment.grants(person));
    asked.set(person, reading);
    reading.catch(() => asked.delete(person));
    return reading;
  }

  function momentNow(): Moment {
    const [{ head, digests }, held, start] = [tail, entries, from];
    return {
      head: async () => head,
      grants: grantsOf,
      entriesAfter: async (seq, { scopes, device }, limit) =>
        held
          .slice(seq - start)
          .filter(({ scope }) => holds(scopes, scope) || scope === `device:${device}`)
          .slice(0, limit),
      digests: async (scopes) => digests.filter(({ scope }) => holds(scopes, scope)),
    };
  }

  return {
    head: () => tail.head,
    refresh,
    committed: ({ seq }) => {
      committedSeq = seq;
    },
    read: async (after, work) => {
      if (committedSeq > tail.head.seq) await refresh();
      const knows = after >= from && after <= tail.head.seq && committedSeq <= tail.head.seq;
      return knows ? work(momentNow()) : store.read(work);
    },
    write: ({ entries: sent, ...rest }) => {
      const text = JSON.stringify(rest);
      return `${text.slice(0, -1)},"entries":[${sent.map(textOf).join()}]}`;
    },
  };
}

/** The last of them: as many as are kept. */
function withinLimits(entries: readonly Entry[], textOf: (entry: Entry) => string): readonly Entry[] {
  let bytes = 0;
  let start = entries.length;
  while (start > 0 && entries.length - start < kept.entries) {
    const entry = entries[start - 1];
    bytes += entry === undefined ? 0 : textOf(entry).length;
    if (bytes > kept.bytes) break;
    start -= 1;
  }
  return start === 0 ? entries : entries.slice(start);
}
