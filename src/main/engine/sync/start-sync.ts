import { asId } from '../../../shared/base/ids.ts';
import { type ChangesPage, type PushAnswer, pageLimit, type SentCommand } from '../../../shared/contract/wire.ts';
import { needsOwnSession } from '../../../shared/run/commands/own-session.ts';
import { loadSnapshot } from './load-snapshot.ts';
import type { Outbox } from './outbox.ts';
import { type Cursor, type Link, LinkError, type OutboxCommand, type ReplicaShelf, type Scheduler } from './ports.ts';
import { repeat } from './repeat.ts';
import type { Replica } from './replica.ts';

export type SyncParts = {
  readonly outbox: Outbox;
  readonly replica: Replica;
  readonly shelf: ReplicaShelf;
  readonly link: Link;
  readonly scheduler: Scheduler;
  /** Lets other work of the process go on between two pieces of a long one. */
  readonly breathe: () => Promise<void>;
  /** The session that decides, of the person in whose name the command is, while that person sits here. */
  readonly sessionOf: (command: OutboxCommand) => Promise<string | undefined>;
  readonly on: SyncEvents;
};

const misdirections = ['other-view', 'other-epoch', 'ahead-of-log'] as const;
type Misdirection = (typeof misdirections)[number];
const isMisdirection = (code: LinkError['code']): code is Misdirection => misdirections.some((known) => known === code);

export type RebuildReason = 'first' | 'diverged' | Misdirection;

/** What the sync tells as it goes. */
export type SyncEvents = {
  /** The server answered, by its clock at this time where it says one. */
  reached(serverTimeMs: number | null): void;
  /** It did not, or said no; it is tried again. */
  failed(error: unknown): void;
  /** All that the server has is here; or something has come to the server that is not here yet. */
  level(isLevel: boolean): void;
  /** Rows have changed here that the clerk did not change. */
  rowsChanged(): void;
  /** The replica is being made anew: why. */
  rebuilding(reason: RebuildReason): void;
  rebuilt(): void;
};

export type Sync = {
  /** There is something in the outbox. */
  issued(): void;
  /** The server hinted that there is something to fetch. */
  hinted(): void;
  /** Tries everything at once: the clerk asked, or the network is back. */
  retry(): void;
  stop(): void;
};

/** Keeps a workstation and its server in step: three loops, each with one request under way at most. */
export function startSync({ outbox, replica, shelf, link, scheduler, breathe, sessionOf, on }: SyncParts): Sync {
  let rebuildWanted: RebuildReason | undefined;

  /** Failed attempts to send a blob: each lets the next one try, so that one that cannot be read holds up no other. */
  let failedUploads = 0;
  const uploads = repeat(
    scheduler,
    async () => {
      const wanted = outbox.wantedBlobs();
      const sha256 = wanted[failedUploads % wanted.length];
      if (sha256 === undefined) return 'rest';
      failedUploads += 1;
      await link.sendBlob(sha256);
      await outbox.blobHeld(sha256);
      failedUploads -= 1;
      pushes.poke();
      return 'again';
    },
    on.failed,
  );

  const pushes = repeat(
    scheduler,
    async () => {
      const batch = await outbox.batch();
      if (batch.length === 0) return 'rest';
      const epoch = (await replica.cursor())?.epoch ?? null;
      const answer = await link.push({ epoch, commands: await Promise.all(batch.map(sent)) });
      await takeAnswer(answer);
      return 'again';
    },
    on.failed,
  );

  async function sent(command: OutboxCommand): Promise<SentCommand> {
    const session = needsOwnSession(command.name) ? await sessionOf(command) : undefined;
    return { ...toSent(command), ...(session !== undefined && { session }) };
  }

  async function takeAnswer({ answers, stopped }: PushAnswer): Promise<void> {
    on.reached(null);
    await replica.answered(answers.map(({ id, outcome, seqLast }) => ({ id: asId(id), decided: { outcome, seqLast } })));
    if (answers.length > 0) {
      on.level(false);
      on.rowsChanged();
      pulls.poke();
    }
    if (stopped?.code === 'blobs-missing') {
      await outbox.blobsMissing(stopped.sha256s);
      uploads.poke();
    }
    if (stopped?.code === 'dseq-gap' && answers.length === 0) throw new LinkError('busy');
  }

  const pulls = repeat(
    scheduler,
    async () => {
      const cursor = await replica.cursor();
      if (cursor === null || rebuildWanted !== undefined) {
        await rebuild(rebuildWanted ?? 'first');
        return 'again';
      }
      const page = await fetchAfter(cursor);
      if (page === undefined) return 'again';
      on.reached(page.serverTimeMs);
      const applied = await replica.apply(page);
      if (applied.kind === 'applied' && applied.written) on.rowsChanged();
      if (applied.kind === 'diverged') rebuildWanted = 'diverged';
      if (applied.kind === 'applied' && page.to === page.head) on.level(true);
      return applied.kind !== 'applied' || page.to < page.head ? 'again' : 'rest';
    },
    on.failed,
  );

  /**
   * The next page; undefined when the server's history or the person's view is another than the replica's. What the person may no
   * longer see then goes at once, and a new replica is made.
   */
  async function fetchAfter({ epoch, seq, view }: Cursor): Promise<ChangesPage | undefined> {
    try {
      return await link.changes({ epoch, after: seq, view, limit: pageLimit });
    } catch (error) {
      if (!(error instanceof LinkError) || !isMisdirection(error.code)) throw error;
      rebuildWanted = error.code;
      if (error.said.scopes !== undefined) await replica.keepOnly(error.said.scopes);
      on.rowsChanged();
      return undefined;
    }
  }

  async function rebuild(reason: RebuildReason): Promise<void> {
    on.level(false);
    on.rebuilding(reason);
    const fresh = await shelf.fresh();
    await loadSnapshot(fresh, link.snapshot(), breathe);
    await replica.adopt(fresh);
    rebuildWanted = undefined;
    on.rebuilt();
    on.rowsChanged();
  }

  const retry = (): void => {
    uploads.poke();
    pushes.poke();
    pulls.poke();
  };
  retry();
  return {
    issued: () => {
      uploads.poke();
      pushes.poke();
    },
    hinted: pulls.poke,
    retry,
    stop: () => {
      uploads.stop();
      pushes.stop();
      pulls.stop();
    },
  };
}

/** A command of the outbox as it goes up, but for the session of who sits here. */
const toSent = ({ id, dseq, name, version, input, actor, leaseToken, issuedAtMs }: OutboxCommand): SentCommand => ({
  id,
  dseq: dseq ?? 0, // a batch holds numbered ones only
  name,
  version,
  input,
  actor,
  leaseToken,
  issuedAtMs,
});
