import type { CommandId } from '../../../shared/base/ids.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { ChangesPage } from '../../../shared/contract/wire.ts';
import { holds, type Scopes } from '../../../shared/domain/access/index.ts';
import { digestHex } from '../../../shared/run/digest.ts';
import { runCommand, type Written } from '../../../shared/run/run-command.ts';
import { type Decided, type Envelope, NotUnique, type Outcome, type Rejection } from '../../../shared/run/store.ts';
import { applyEntries } from './apply-entries.ts';
import { citesOf, concerns } from './concerns.ts';
import { keptRows, rowsAsLeft, workIn, workOf } from './kept-work.ts';
import type { Outbox } from './outbox.ts';
import type { Cursor, Doubt, KeptRow, OutboxCommand, ReplicaShelf, ReplicaStorage, ReplicaTransaction } from './ports.ts';
import { rememberRows } from './remember-rows.ts';

/** What came of a page: applied; or not the next one, and left alone; or applied, and these scopes differ from the server's. */
export type Applied =
  | { readonly kind: 'applied'; readonly written: boolean }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'diverged'; readonly scopes: readonly string[] };

/**
 * The rows of a workstation: the server's, with the effect of what the server has not answered on top. One thing is done at a time.
 */
export type Replica = {
  cursor(): Promise<Cursor | null>;
  /** Decides a command here and keeps it in the outbox; when it resolves with success, it is saved. Throws StoreFailure. */
  issue(envelope: Envelope): Promise<Result<readonly Written[], Rejection>>;
  /** The server's answers to commands; what it refused goes out of the rows, and is kept as work to be dealt with. */
  answered(answers: readonly { readonly id: CommandId; readonly decided: Decided }[]): Promise<void>;
  apply(page: ChangesPage): Promise<Applied>;
  /** Takes away the rows of every scope that is not among these. */
  keepOnly(scopes: Scopes): Promise<void>;
  /** Puts a whole new replica in the place of this one. */
  adopt(fresh: ReplicaStorage): Promise<void>;
  /** Commands in the outbox that the rows as they are now would refuse. */
  doubts(): readonly Doubt[];
};

/** Commands replayed between two breaths: the engine answers its window in between. */
const replayedAtATime = 20;

/** Opens the current replica and derives anew the effect of what waits in the outbox, whatever a crash left of it. */
export async function openReplica(
  shelf: ReplicaShelf,
  outbox: Outbox,
  device: string,
  breathe: () => Promise<void> = async () => {},
): Promise<Replica> {
  let doubts: readonly Doubt[] = [];
  /** The rows are not as the outbox has it: it was written first, and the disk said no halfway. */
  let behind = false;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  }

  /** Takes the unanswered off the rows, lets `change` work on the server's, and puts on again what is still unanswered. */
  async function rebase<T>(
    storage: ReplicaStorage,
    change: (transaction: ReplicaTransaction) => Promise<T>,
    left?: readonly KeptRow[],
  ): Promise<T> {
    const found: Doubt[] = [];
    const result = await storage.transaction(async (transaction) => {
      found.length = 0;
      const rows = left ?? (await rowsAsLeft(transaction));
      await restoreShadows(transaction);
      const answer = await change(transaction);
      const seq = (await transaction.cursor())?.seq ?? 0;
      const remembering = rememberRows(transaction);
      for (const [place, command] of outbox.overlay(seq).entries()) {
        if (place % replayedAtATime === replayedAtATime - 1) await breathe();
        if (await isAmongRows(transaction, command)) continue;
        const error = await replay(remembering, command, device);
        if (error !== undefined) found.push({ id: command.id, error });
      }
      // What a command in doubt did goes out of the rows here: it is in the outbox before it does.
      await outbox.keepWork(found.flatMap(({ id }) => workOf(outbox.find(id), rows) ?? []));
      return answer;
    });
    doubts = found;
    behind = false;
    return result;
  }
  const rebaseAlone = (): Promise<void> => rebase(shelf.current(), async () => {});
  /** Before anything is decided on the rows: what is kept of a refused command is how they stand. Throws while the disk is full. */
  const catchUp = async (): Promise<void> => {
    if (behind) await rebaseAlone();
  };

  /** Answers go into the outbox first: lost between the two, the command is taken off the rows at the next start. */
  async function keepAnswers(answers: readonly { readonly id: CommandId; readonly decided: Decided }[]): Promise<boolean> {
    const fresh = answers.filter(({ id }) => outbox.find(id)?.decided === null);
    const refused = fresh.filter(({ decided }) => decided.outcome.kind !== 'accepted');
    const rows = refused.length === 0 ? [] : await shelf.current().transaction(rowsAsLeft);
    const isDoubted = (id: CommandId): boolean => doubts.some((doubt) => doubt.id === id);
    const kept = ({ id, decided }: (typeof fresh)[number]): readonly KeptRow[] | null => {
      const command = outbox.find(id);
      if (decided.outcome.kind === 'accepted' || command === undefined) return null;
      const own = keptRows(command, rows);
      return command.keptWork !== null && (isDoubted(id) || own.length === 0) ? command.keptWork : own;
    };
    await outbox.answer(fresh.map((answer) => ({ ...answer, keptWork: kept(answer) })));
    return refused.length > 0;
  }

  await rebaseAlone();

  return {
    cursor: () => inTurn(() => shelf.current().transaction((transaction) => transaction.cursor())),
    issue: (envelope) =>
      inTurn(async () => {
        await catchUp();
        let saved: readonly Written[] | undefined;
        let base: readonly KnownRow[] = [];
        try {
          return await shelf.current().transaction(async (transaction) => {
            const before: KnownRow[] = [];
            const store = recording(transaction, (row) => void before.push(row));
            const result = await runCommand(store, envelope, envelope.issuedAtMs, 'workstation');
            if (!result.ok) throw new Refused(result.error);
            const { device: _, dseq: __, ...command } = envelope; // the outbox numbers them itself
            await outbox.add({ ...command, ...concerns(result.value) }, before.flatMap(citesOf));
            saved = result.value;
            base = before;
            return result;
          });
        } catch (error) {
          if (error instanceof Refused) return err(error.rejection);
          if (saved === undefined) throw error;
          behind = true;
          // It is not among the rows, and may come to be refused before it is: what it did is kept by itself.
          await outbox.keepWork([{ id: envelope.id, keptWork: workIn(saved, base) }]).catch(() => {}); // that disk is full too
          return ok(saved);
        }
      }),
    answered: (answers) =>
      inTurn(async () => {
        await catchUp();
        const seq = (await shelf.current().transaction((transaction) => transaction.cursor()))?.seq ?? 0;
        // One whose effect came down before its answer carries nothing of its own any more.
        const isHere = answers.some(({ decided }) => decided.seqLast <= seq);
        behind = (await keepAnswers(answers)) || isHere || behind;
        await catchUp();
      }),
    apply: (page) =>
      inTurn(async (): Promise<Applied> => {
        const cursor = await shelf.current().transaction((transaction) => transaction.cursor());
        if (cursor === null || page.from !== cursor.seq || page.epoch !== cursor.epoch || page.view !== cursor.view)
          return { kind: 'discarded' };
        await catchUp();
        const refusedNow = await keepAnswers(outcomesIn(page));
        if (page.to === page.from && page.digests === null && !refusedNow) return { kind: 'applied', written: false };
        const nothingNew = page.entries.length === 0 && !refusedNow && !behind;
        const diverged = await (nothingNew ? inPlace : rebase)(shelf.current(), async (transaction) => {
          await applyEntries(transaction, page.entries);
          await transaction.moveCursor({ ...cursor, seq: page.to });
          return differing(transaction, page);
        }).catch(whereNotUnique);
        outbox.forget(page.to);
        return diverged.length > 0 ? { kind: 'diverged', scopes: diverged } : { kind: 'applied', written: !nothingNew };
      }),
    keepOnly: (scopes) =>
      inTurn(() =>
        rebase(shelf.current(), async (transaction) => {
          for (const scope of await transaction.scopes()) if (!holds(scopes, scope)) await transaction.dropScope(scope);
        }),
      ),
    adopt: (fresh) =>
      inTurn(async () => {
        const left = await shelf.current().transaction(rowsAsLeft);
        const seq = await rebase(fresh, async (transaction) => (await transaction.cursor())?.seq ?? 0, left);
        await shelf.adopt(fresh);
        outbox.forget(seq);
      }),
    doubts: () => doubts,
  };
}

class Refused extends Error {
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(rejection.code);
    this.rejection = rejection;
  }
}

/** Rows of the server that do not go beside those that are here: so these are not the server's any more. */
function whereNotUnique(error: unknown): readonly string[] {
  if (error instanceof NotUnique) return [error.constraint];
  throw error;
}

const inPlace = <T>(storage: ReplicaStorage, change: (transaction: ReplicaTransaction) => Promise<T>): Promise<T> =>
  storage.transaction(change);

/** The server's rows again: what the shadows remember. All go before any comes back, or two could meet that share what only one may have. */
async function restoreShadows(transaction: ReplicaTransaction): Promise<void> {
  const shadows = await transaction.shadows();
  for (const { entity, id } of shadows) await transaction.drop(entity, id);
  for (const { entity, row } of shadows) if (row !== null) await transaction.place(entity, row);
  if (shadows.length > 0) await transaction.clearShadows();
}

/** A store that remembers how the server has each row before it is written over. `tell`: told each row as it was before the first time. */
function recording(transaction: ReplicaTransaction, tell: (row: KnownRow) => void = () => {}): ReplicaTransaction {
  const written = new Set<string>();
  return {
    ...transaction,
    put: async (entity, row) => {
      const before = (await transaction.get(entity, row.id)) ?? null;
      await transaction.keepShadow({ entity, id: row.id, row: before });
      await transaction.put(entity, row);
      if (before !== null && !written.has(row.id)) tell({ entity, row: before });
      written.add(row.id);
    },
  };
}

/** Whether a command's effect came down before its answer did, as with a snapshot: it left its first event. */
const isAmongRows = async (transaction: ReplicaTransaction, { id }: OutboxCommand): Promise<boolean> =>
  (await transaction.get('event', `${id}:0`)) !== undefined;

/** Decides a command again on the rows as they are now. Says why, when they refuse it; the server decides all the same. */
async function replay(transaction: ReplicaTransaction, command: OutboxCommand, device: string): Promise<Rejection | undefined> {
  await transaction.savepoint();
  const envelope: Envelope = { ...command, device };
  const result = await runCommand(recording(transaction), envelope, command.issuedAtMs, 'workstation');
  await (result.ok ? transaction.release() : transaction.rollbackToSavepoint());
  return result.ok ? undefined : result.error;
}

type KnownRow = Pick<Written, 'entity' | 'row'>;

/** The answers that a page carries to commands of this workstation: met here when the answer itself was lost. */
const outcomesIn = ({ entries }: ChangesPage): { id: CommandId; decided: Decided }[] =>
  entries
    .filter(({ op }) => op === 'outcome')
    .map(({ commandId, seq, body }) => ({ id: commandId, decided: { outcome: body as Outcome, seqLast: seq } })); // the last entry of its command

/** The scopes that have come to the server's head and are not as the server has them. */
async function differing(transaction: ReplicaTransaction, { digests }: ChangesPage): Promise<readonly string[]> {
  const different: string[] = [];
  for (const { scope, rows, sum } of digests ?? []) {
    const own = await transaction.digest(scope);
    if (own.rows !== rows || digestHex(own) !== sum) different.push(scope);
  }
  return different;
}
