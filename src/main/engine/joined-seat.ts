import type { CommandId, PersonId } from '../../shared/base/ids.ts';
import { err, ok, type Result } from '../../shared/base/result.ts';
import { EngineError, type Written } from '../../shared/contract/engine.ts';
import { needsOwnSession } from '../../shared/run/commands/own-session.ts';
import { type EntityName, entities } from '../../shared/run/entities/index.ts';
import type { Envelope, Rejection, Store } from '../../shared/run/store.ts';
import { isBackground, isOnline, leaseTokenFor, versionOf } from './envelopes.ts';
import type { AskedCommand, Seat, SeatOptions } from './seat.ts';
import type { OutboxFile } from './store/outbox-file.ts';
import { openReplicaFiles } from './store/replica-shelf.ts';
import { answersComing } from './sync/answers-coming.ts';
import { keepBlobsAtHand } from './sync/blobs-at-hand.ts';
import { httpLink } from './sync/http-link.ts';
import { listen } from './sync/listen.ts';
import { LinkError, type OutboxCommand } from './sync/ports.ts';
import { presentPerson } from './sync/present-person.ts';
import { conflictOf, errorOf, groupRefused, outboxView } from './sync/refused-work.ts';
import type { RebuildReason } from './sync/start-sync.ts';
import { syncState } from './sync/sync-state.ts';
import { systemScheduler } from './sync/system-scheduler.ts';
import { takeOver } from './sync/take-over.ts';
import { type Work, workWithServer } from './sync/work-with-server.ts';

/** An answer of the server is waited for this long, where a clerk waits. */
const answerMs = 15_000;
/** The first rows are waited for this long when somebody signs in. */
const firstRowsMs = 60_000;

/**
 * A workstation that works with a server: commands are decided here for now and kept in the outbox, rows come from the server, and
 * what only the server may decide is waited for.
 */
export async function openJoinedSeat(
  { workspace, driver, clock, blobs, notify }: SeatOptions,
  outboxFile: OutboxFile,
): Promise<Seat> {
  const { commands, facts, damage } = outboxFile;
  const enrolment = facts.enrolment();
  if (enrolment === undefined) throw new Error('a workstation that works with a server is enrolled there');
  const { device, server } = enrolment;
  const scheduler = systemScheduler(clock);
  const coming = answersComing(answerMs);
  const files = openReplicaFiles(workspace, driver, () => notifyRebuilt('damaged'));
  let work: Work;

  const person = presentPerson({
    facts,
    clock,
    askServer: (login, password) => link.signIn(login, password),
    endSession: (token) => link.signOut(token),
    scopesHere: () => files.current().transaction((transaction) => transaction.scopes()),
    changed: () => {
      files.show(person.present() === undefined ? null : (person.follows()?.scopes ?? null));
      rowsChanged();
    },
  });
  const link = httpLink({ address: server, deviceToken: enrolment.token, session: person.session, blobs, notes: facts });
  const state = syncState({
    enrolment,
    facts,
    scheduler,
    notify,
    isSignedIn: () => person.token() !== undefined,
    counts: () => ({
      waiting: work.outbox.waiting(),
      blobsWaiting: work.outbox.wantedBlobs().length,
      refused: groupRefused(work.outbox.refused()).length,
      doubtful: work.replica.doubts().filter(({ id }) => work.outbox.find(id)?.decided === null).length,
    }),
  });

  const filled = Promise.withResolvers<void>();
  function rowsChanged(): void {
    notify({ kind: 'changed', entities: Object.keys(entities) as EntityName[] });
    state.changed();
  }
  function notifyRebuilt(reason: RebuildReason | 'damaged'): void {
    if (reason !== 'first' && reason !== 'other-view') notify({ kind: 'problem', problem: { code: 'replica-rebuilt', reason } });
  }

  /** Whoever waits hears of an answer when the rows are as it says. */
  async function answered(changed: readonly OutboxCommand[]): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    await work.replica.cursor(); // in turn: the answer's effect on the rows comes first
    for (const command of changed) {
      const wasWaitedFor = coming.arrived(command.id, command);
      if (command.decided?.outcome.kind === 'accepted') continue;
      if (errorOf(command).code === 'session-needed') person.decidesNoMore();
      // Who waited for the answer has been told, and has nothing more to deal with; nor has anyone with what the program does by itself.
      if (wasWaitedFor || isBackground(command.name)) await work.outbox.dealWith([command.id]);
      else notify({ kind: 'problem', problem: { code: 'refused', commandId: command.id, error: errorOf(command) } });
    }
    state.changed();
  }

  const startWork = (): Promise<Work> =>
    workWithServer({
      device,
      commands,
      files,
      link: enrolment.state === 'lapsed' ? deadLink : link,
      scheduler,
      sessionOf: ({ actor }) => person.decides(actor),
      answered: (changed) => void answered(changed).catch(state.failed),
      saidScopes: (scopes) => person.saidScopes(person.token(), scopes),
      on: {
        reached: state.reached,
        failed: state.failed,
        level: state.level,
        rowsChanged: () => {
          atHand.poke();
          rowsChanged();
        },
        rebuilding: (reason) => {
          state.rebuilding(true);
          notifyRebuilt(reason);
        },
        rebuilt: () => {
          state.rebuilding(false);
          filled.resolve();
          void takeOverHeldBack().catch(state.failed);
        },
      },
    });

  /** Every row that is here. */
  const store: Store = {
    get: (entity, id) => files.file().store.get(entity, id),
    find: (entity, lookup, key, limit) => files.file().store.find(entity, lookup, key, limit),
    getMany: (entity, ids) => files.file().store.getMany(entity, ids),
    findMany: (entity, lookup, keys, limit) => files.file().store.findMany(entity, lookup, keys, limit),
  };
  const shown = () => files.file().pages;

  /** What was done here before this workstation joined goes up in the name of the first who signs in. */
  async function takeOverHeldBack(): Promise<void> {
    const follows = person.follows();
    const held = commands.heldBack();
    if (held.length === 0 || follows === undefined || person.present() === undefined) return;
    commands.release(takeOver(held, follows, new Set(facts.people().map(({ personId }) => personId))));
    await work.close();
    work = await startWork();
    rowsChanged();
  }

  const underWay = new Map<CommandId, Promise<Result<Written, Rejection>>>();
  async function execute(asked: AskedCommand): Promise<Result<Written, Rejection>> {
    const running = underWay.get(asked.id);
    if (running !== undefined) return running;
    const result = decide(asked).finally(() => underWay.delete(asked.id));
    underWay.set(asked.id, result);
    return result;
  }

  async function mayDecide(actor: PersonId): Promise<boolean> {
    try {
      return (await person.decides(actor)) !== undefined;
    } catch (error) {
      throw error instanceof LinkError ? new EngineError('offline') : error;
    }
  }

  async function decide({ id, name, input, actor }: AskedCommand): Promise<Result<Written, Rejection>> {
    const known = commands.find(id);
    if (known !== undefined && (known.decided !== null || !isOnline(name))) return answerTo(known);
    if (isOnline(name) && !(await link.isReachable())) throw new EngineError('offline');
    if (known !== undefined) return answerTo(await coming.of(id));
    if (needsOwnSession(name) && !(await mayDecide(actor))) return err({ code: 'session-needed' });
    const envelope: Envelope = {
      id,
      name,
      version: versionOf(name),
      input,
      actor,
      device,
      dseq: null,
      leaseToken: await leaseTokenFor(store, { name, input, actor, device }),
      issuedAtMs: clock() - state.clockAheadMs(),
    };
    const answer = isOnline(name) ? coming.of(id) : undefined;
    const result = await work.replica.issue(envelope).catch((error) => {
      coming.forget(id);
      throw error;
    });
    if (!result.ok) {
      coming.forget(id);
      return result;
    }
    notify({ kind: 'changed', entities: [...new Set(result.value.map(({ entity }) => entity))] });
    state.changed();
    work.sync.issued();
    return answer === undefined ? ok({ commandId: id }) : answerTo(await answer);
  }

  work = await startWork();
  const atHand = keepBlobsAtHand({
    blobs,
    scheduler,
    fetch: link.fetchBlob,
    wanted: () => shown().queries.openBlobs(),
    neverDrop: async () => [
      ...[...work.outbox.overlay(0), ...work.outbox.refused()].flatMap(({ cites }) => cites),
      ...(await store.find('sourceFile', 'byState', ['received'], 10_000)).map(({ sha256 }) => sha256),
    ],
  });
  const hints = listen({ address: server, token: person.token, scheduler, hinted: () => work.sync.hinted() });
  hints.poke();
  if ((await work.replica.cursor()) !== null) filled.resolve();

  function tryEverything(): void {
    work.sync.retry();
    hints.poke();
    atHand.poke();
  }

  const around = () => ({
    outbox: work.outbox,
    doubts: work.replica.doubts(),
    scopes: person.follows()?.scopes ?? [],
    store: shown().store,
    history: shown().queries.history,
  });

  return {
    store,
    rows: shown,
    execute,
    ready: filled.promise,
    news: damage === undefined ? [] : [{ kind: 'problem', problem: { code: 'outbox-damaged', ...damage } }],
    isOurs: (fileId) => commands.received(fileId),
    unit: () => unitIn(person.follows()?.scopes ?? []),
    people: {
      kind: 'password',
      present: person.present,
      leave: person.leave,
      signIn: async (login, password) => {
        const id = await person.signIn(login, password);
        const scopes = person.follows()?.scopes ?? [];
        await work.replica.keepOnly(scopes);
        tryEverything();
        if ((await store.get('person', id)) === undefined) await within(filled.promise, firstRowsMs);
        await takeOverHeldBack();
        return id;
      },
    },
    sync: {
      status: state.status,
      outbox: (limit) => outboxView(around(), limit),
      conflict: (id) => conflictOf(around(), id),
      retry: tryEverything,
      dealWith: async (ids) => {
        await work.outbox.dealWith(ids);
        state.changed();
      },
      fetchBlob: atHand.fetch,
    },
    stop: async () => {
      hints.stop();
      atHand.stop();
      state.stop();
      await work.close();
      files.close();
      outboxFile.close();
    },
  };
}

function answerTo({ id, decided }: OutboxCommand): Result<Written, Rejection> {
  if (decided === null || decided.outcome.kind === 'accepted') return ok({ commandId: id });
  if (decided.outcome.kind === 'rejected') return err(decided.outcome.error);
  throw new EngineError('parked');
}

/** The unit of a person who works in one; the first unit there is for one who works in all. */
const unitIn = (scopes: readonly string[]): string =>
  scopes.find((scope) => scope.startsWith('unit:') && scope !== 'unit:*')?.slice('unit:'.length) ?? 'main';

async function within(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineError('offline')), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** For a workstation whose enrolment has lapsed: nothing is sent or fetched. */
const taken = async (): Promise<never> => {
  throw new LinkError('unknown-device');
};
const deadLink = {
  push: taken,
  changes: taken,
  sendBlob: taken,
  snapshot: async function* () {
    yield await taken();
  },
};
