import { type Digest, withoutRow, withRow } from './digest.ts';
import { runCommand, type Written } from './run-command.ts';
import {
  type Change,
  type Decided,
  type Entry,
  type Envelope,
  type Head,
  type LogStore,
  type LogTransaction,
  type Outcome,
  type Rejection,
  StoreFailure,
} from './store.ts';

export type Sequencer = {
  /**
   * Decides one command and answers when its outcome is on disk. The same id gives the same outcome however often it is sent.
   * Throws StoreFailure when the disk says no, and NotAdmitted: then nothing was kept, and the command may be sent again.
   */
  execute(envelope: Envelope): Promise<Decided>;
  /** How many wait for an answer. */
  waiting(): number;
  /** Resolves when all that was sent has been answered. */
  idle(): Promise<void>;
};

/**
 * What stands between a command and its decision where commands come from many devices. Each may refuse finally (an outcome, as
 * any rejection) or for now: nothing is kept, and the device learns what is amiss.
 */
export type Admission<Transaction> = {
  beforeDeciding(transaction: Transaction, envelope: Envelope): Promise<Refusal | undefined>;
  /** Sees what the command wrote, before it counts. */
  afterDeciding(transaction: Transaction, envelope: Envelope, written: readonly Written[]): Promise<Refusal | undefined>;
  /** The command has its outcome: now, or from before. */
  answered(transaction: Transaction, envelope: Envelope): Promise<void>;
};
export type Refusal =
  | { readonly kind: 'finally'; readonly error: Rejection }
  | { readonly kind: 'for-now'; readonly reason: NotAdmittedReason };
export type NotAdmittedReason =
  /** Numbers of this device are missing before this one. */
  | { readonly code: 'dseq-gap'; readonly expected: number }
  /** It cites blobs that are not here whole. */
  | { readonly code: 'blobs-missing'; readonly sha256s: readonly string[] }
  /** The device is not enrolled, or not any more. */
  | { readonly code: 'unknown-device' };

/** The command was not decided. */
export class NotAdmitted extends Error {
  readonly reason: NotAdmittedReason;
  constructor(reason: NotAdmittedReason) {
    super(reason.code);
    this.reason = reason;
  }
}

type Options<Transaction extends LogTransaction> = {
  readonly store: LogStore<Transaction>;
  readonly clock: () => number;
  /** None on a single seat. */
  readonly admission?: Admission<Transaction>;
  /** Told after each commit, before anyone is answered. */
  readonly onCommitted?: (head: Head) => void;
};

type Waiting = {
  readonly envelope: Envelope;
  readonly resolve: (decided: Decided) => void;
  readonly reject: (error: unknown) => void;
};

const batchSize = 64;
const triesBeforeParking = 3;

/**
 * Puts commands in one order and writes the log: outcomes, rows and events of a batch in one transaction, and answers after the
 * commit only. While one batch is written the next gathers. On a single seat it runs against the workstation's SQLite, at the
 * server against PostgreSQL.
 */
export function startSequencer<Transaction extends LogTransaction>({
  store,
  clock,
  admission,
  onCommitted = () => {},
}: Options<Transaction>): Sequencer {
  const waiting: Waiting[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0) await decideBatch(waiting.splice(0, batchSize));
    working = undefined;
  }

  async function decideBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const { answers, head } = await store.transaction((transaction) =>
        decideAll(transaction, batch, { atMs: clock(), admission }),
      );
      onCommitted(head);
      batch.forEach(({ resolve, reject }, place) => {
        const answer = answers[place];
        if (answer instanceof NotAdmitted) reject(answer);
        else if (answer !== undefined) resolve(answer);
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
    waiting: () => waiting.length,
    idle: async () => {
      while (working !== undefined) await working;
    },
  };
}

type Around<Transaction> = { readonly atMs: number; readonly admission: Admission<Transaction> | undefined };

async function decideAll<Transaction extends LogTransaction>(
  transaction: Transaction,
  batch: readonly Waiting[],
  around: Around<Transaction>,
): Promise<{ answers: (Decided | NotAdmitted)[]; head: Head }> {
  let head = await transaction.lockHead(batch.map(({ envelope }) => envelope));
  const digests = gatherDigests(transaction);
  const answers: (Decided | NotAdmitted)[] = [];
  for (const { envelope } of batch) {
    const known = await transaction.decided(envelope.id);
    if (known !== undefined) {
      await around.admission?.answered(transaction, envelope);
      answers.push(known);
      continue;
    }
    const result = await tryCommand(transaction, envelope, around);
    if (result instanceof NotAdmitted) {
      answers.push(result);
      continue;
    }
    const seqLast = await appendToLog(transaction, envelope, result, head, around.atMs);
    await digests.take(result.written);
    await around.admission?.answered(transaction, envelope);
    head = { epoch: head.epoch, seq: seqLast };
    answers.push({ outcome: result.outcome, seqLast });
  }
  await digests.keep();
  await transaction.moveHead(head);
  return { answers, head };
}

type Result = { readonly outcome: Outcome; readonly written: readonly Written[] };

async function appendToLog(
  transaction: LogTransaction,
  envelope: Envelope,
  { outcome, written }: Result,
  head: Head,
  atMs: number,
): Promise<number> {
  const tx = head.seq + 1;
  const entries: Entry[] = [];
  const add = (entry: Omit<Entry, 'seq' | 'tx' | 'commandId'>): void =>
    void entries.push({ seq: tx + entries.length, tx, commandId: envelope.id, ...entry });
  for (const { entity, row, scope, scopeBefore } of written) {
    const at = { entity, rowId: row.id, rev: row.rev };
    if (scopeBefore !== null && scopeBefore !== scope) add({ ...at, scope: scopeBefore, op: 'evict', body: null });
    add({ ...at, scope, op: 'put', body: row });
  }
  add({ scope: `device:${envelope.device}`, op: 'outcome', entity: 'command', rowId: envelope.id, rev: 1, body: outcome });
  const seqLast = head.seq + entries.length;
  await transaction.append(entries);
  const { session: _, ...kept } = envelope;
  await transaction.keepCommand({ ...kept, receivedAtMs: atMs, outcome, epoch: head.epoch, seqFirst: tx, seqLast });
  return seqLast;
}

/** Runs the command behind a savepoint. One that throws time after time is parked: a final answer, for a person to look at. */
async function tryCommand<Transaction extends LogTransaction>(
  transaction: Transaction,
  envelope: Envelope,
  { atMs, admission }: Around<Transaction>,
): Promise<Result | NotAdmitted> {
  const refusal = await admission?.beforeDeciding(transaction, envelope);
  if (refusal !== undefined) return refused(refusal);
  for (let attempt = 1; ; attempt += 1) {
    await transaction.savepoint();
    try {
      const result = await runCommand(transaction, envelope, atMs, 'authority');
      const objection = result.ok ? await admission?.afterDeciding(transaction, envelope, result.value) : undefined;
      if (result.ok && objection === undefined) {
        await transaction.release();
        return { outcome: { kind: 'accepted', changes: result.value.map(asChange) }, written: result.value };
      }
      await transaction.rollbackToSavepoint();
      if (objection !== undefined) return refused(objection);
      if (!result.ok) return rejected(result.error);
    } catch (error) {
      if (error instanceof StoreFailure) throw error;
      await transaction.rollbackToSavepoint();
      if (attempt < triesBeforeParking) continue;
      return { outcome: { kind: 'parked', message: error instanceof Error ? error.message : String(error) }, written: [] };
    }
  }
}

const refused = (refusal: Refusal): Result | NotAdmitted =>
  refusal.kind === 'finally' ? rejected(refusal.error) : new NotAdmitted(refusal.reason);
const rejected = (error: Rejection): Result => ({ outcome: { kind: 'rejected', error }, written: [] });
const asChange = ({ entity, row }: Written): Change => ({ entity, id: row.id, rev: row.rev });

/** The digests of the scopes that a batch writes to, read once and kept once. */
function gatherDigests(transaction: LogTransaction) {
  const changed = new Map<string, Digest>();
  const change = async (scope: string, by: (digest: Digest) => Digest): Promise<void> =>
    void changed.set(scope, by(changed.get(scope) ?? (await transaction.digest(scope))));
  return {
    take: async (written: readonly Written[]): Promise<void> => {
      for (const { row, scope, scopeBefore } of written) {
        if (scopeBefore !== null) await change(scopeBefore, (digest) => withoutRow(digest, row.id, row.rev - 1));
        await change(scope, (digest) => withRow(digest, row.id, row.rev));
      }
    },
    keep: async (): Promise<void> => {
      for (const [scope, digest] of changed) await transaction.keepDigest(scope, digest);
    },
  };
}
