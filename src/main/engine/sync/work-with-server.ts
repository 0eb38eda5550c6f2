import type { CommandId } from '../../../shared/base/ids.ts';
import type { Scopes } from '../../../shared/domain/access/index.ts';
import type { OutboxCommands } from '../store/outbox-commands.ts';
import type { ReplicaFiles } from '../store/replica-shelf.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { type Link, LinkError, type OutboxCommand, type Scheduler } from './ports.ts';
import { openReplica, type Replica } from './replica.ts';
import { type Sync, type SyncEvents, startSync } from './start-sync.ts';

/** The outbox, the rows and the loops of a workstation, and the answers as they come. */
export type Work = {
  readonly outbox: Outbox;
  readonly replica: Replica;
  readonly sync: Sync;
  /** Nothing more is sent or written. Resolves when what was under way has ended. */
  close(): Promise<void>;
};

type Options = {
  readonly device: string;
  readonly commands: OutboxCommands;
  readonly files: ReplicaFiles;
  readonly link: Link;
  readonly scheduler: Scheduler;
  readonly on: SyncEvents;
  readonly sessionOf: (command: OutboxCommand) => Promise<string | undefined>;
  /** The server has answered these, and the answers are on the disk. */
  readonly answered: (commands: readonly OutboxCommand[]) => void;
  /** What the person for whom is fetched may see, as the server says. */
  readonly saidScopes: (scopes: Scopes) => void;
};

/** Opens what is on the disk, derives anew the effect of what waits, and begins to send and fetch. */
export async function workWithServer({
  device,
  commands,
  files,
  link,
  scheduler,
  sessionOf,
  on,
  answered,
  saidScopes,
}: Options): Promise<Work> {
  const seen = new Set<CommandId>();
  const storage: OutboxCommands = {
    ...commands,
    keep: async (changed) => {
      await commands.keep(changed);
      const fresh = changed.filter(({ id, decided, dealtWith }) => decided !== null && !dealtWith && !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      if (fresh.length > 0) answered(fresh);
    },
  };
  const cursor = await files.current().transaction((transaction) => transaction.cursor());
  const outbox = await openOutbox(storage, cursor?.seq ?? 0);
  const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const replica = await openReplica(files, outbox, device, breathe);
  let isClosed = false;
  const gated = gate(hearScopes(link, saidScopes), () => isClosed);
  const sync = startSync({ outbox, replica, shelf: files, link: gated, scheduler, breathe, sessionOf, on });
  return {
    outbox,
    replica,
    sync,
    close: async () => {
      isClosed = true;
      sync.stop();
      await replica.cursor(); // in turn: whatever is being written comes first
    },
  };
}

/** What comes after the end is not heard: whoever works on asks again. */
function gate(link: Link, isClosed: () => boolean): Link {
  async function heard<T>(coming: Promise<T>): Promise<T> {
    const answer = await coming;
    if (isClosed()) throw new LinkError('unreachable');
    return answer;
  }
  return {
    push: (input) => heard(link.push(input)),
    changes: (query) => heard(link.changes(query)),
    sendBlob: (sha256) => heard(link.sendBlob(sha256)),
    snapshot: async function* () {
      for await (const line of link.snapshot()) {
        if (isClosed()) throw new LinkError('unreachable');
        yield line;
      }
    },
  };
}

/** The server says what the person may see when that has changed, and with each snapshot. */
const hearScopes = (link: Link, say: (scopes: Scopes) => void): Link => ({
  ...link,
  changes: async (query) => {
    try {
      return await link.changes(query);
    } catch (error) {
      if (error instanceof LinkError && error.code === 'other-view' && error.said.scopes !== undefined) say(error.said.scopes);
      throw error;
    }
  },
  snapshot: async function* () {
    for await (const line of link.snapshot()) {
      if (line.kind === 'head') say(line.scopes);
      yield line;
    }
  },
});
