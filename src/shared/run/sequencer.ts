import { runCommand, type Written } from './run-command.ts';
import {
  type Change,
  type Entry,
  type Envelope,
  type Head,
  type LogStore,
  type LogTransaction,
  type Outcome,
  StoreFailure,
} from './store.ts';

export type Sequencer = {
  /**
   * Decides one command and answers when its outcome is on disk. The same id gives the same outcome however often it is sent.
   * Throws StoreFailure when the disk says no: then nothing was kept, and the command may be sent again.
   */
  execute(envelope: Envelope): Promise<Outcome>;
  /** Resolves when all that was sent has been answered. */
  idle(): Promise<void>;
};

type Waiting = {
  readonly envelope: Envelope;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
};

const batchSize = 64;
const triesBeforeParking = 3;

/**
 * Puts commands in one order and writes the log: outcomes, rows and events of a batch in one transaction, and answers after the
 * commit only. On a single seat it runs against the workstation's SQLite, at the server against PostgreSQL.
 */
export function startSequencer(store: LogStore, clock: () => number): Sequencer {
  const waiting: Waiting[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0) await decideBatch(waiting.splice(0, batchSize));
    working = undefined;
  }

  async function decideBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await store.transaction((transaction) => decideAll(transaction, batch, clock()));
      batch.forEach(({ resolve }, place) => {
        const outcome = outcomes[place];
        if (outcome !== undefined) resolve(outcome);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return {
    execute: (envelope) =>
      new Promise((resolve, reject) => {
        waiting.push({ envelope, resolve, reject });
        working ??= Promise.resolve().then(work);
      }),
    idle: async () => {
      while (working !== undefined) await working;
    },
  };
}

async function decideAll(transaction: LogTransaction, batch: readonly Waiting[], atMs: number): Promise<Outcome[]> {
  let head = await transaction.lockHead();
  const outcomes: Outcome[] = [];
  for (const { envelope } of batch) {
    const known = await transaction.outcomeOf(envelope.id);
    if (known === undefined) {
      const decided = await decideOne(transaction, envelope, head, atMs);
      head = decided.head;
      outcomes.push(decided.outcome);
    } else outcomes.push(known);
  }
  await transaction.moveHead(head);
  return outcomes;
}

async function decideOne(
  transaction: LogTransaction,
  envelope: Envelope,
  head: Head,
  atMs: number,
): Promise<{ head: Head; outcome: Outcome }> {
  const { outcome, written } = await tryCommand(transaction, envelope, atMs);
  const first = head.seq + 1;
  const entries: Entry[] = written.map(({ entity, row, scope }, place) => ({
    seq: first + place,
    tx: first,
    commandId: envelope.id,
    scope,
    op: 'put',
    entity,
    rowId: row.id,
    rev: row.rev,
    body: row,
  }));
  const last = first + entries.length;
  entries.push({
    seq: last,
    tx: first,
    commandId: envelope.id,
    scope: `device:${envelope.device}`,
    op: 'outcome',
    entity: 'command',
    rowId: envelope.id,
    rev: 1,
    body: outcome,
  });
  await transaction.append(entries);
  await transaction.keepCommand({ ...envelope, receivedAtMs: atMs, outcome, epoch: head.epoch, seqFirst: first, seqLast: last });
  return { head: { epoch: head.epoch, seq: last }, outcome };
}

/** Runs the command behind a savepoint. One that throws time after time is parked: a final answer, for a person to look at. */
async function tryCommand(
  transaction: LogTransaction,
  envelope: Envelope,
  atMs: number,
): Promise<{ outcome: Outcome; written: readonly Written[] }> {
  for (let attempt = 1; ; attempt += 1) {
    await transaction.savepoint();
    try {
      const result = await runCommand(transaction, envelope, atMs);
      if (result.ok) {
        await transaction.release();
        return { outcome: { kind: 'accepted', changes: result.value.map(asChange) }, written: result.value };
      }
      await transaction.rollbackToSavepoint();
      return { outcome: { kind: 'rejected', error: result.error }, written: [] };
    } catch (error) {
      if (error instanceof StoreFailure) throw error;
      await transaction.rollbackToSavepoint();
      if (attempt < triesBeforeParking) continue;
      return { outcome: { kind: 'parked', message: error instanceof Error ? error.message : String(error) }, written: [] };
    }
  }
}

const asChange = ({ entity, row }: Written): Change => ({ entity, id: row.id, rev: row.rev });
