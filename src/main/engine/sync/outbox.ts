import type { CommandId } from '../../../shared/base/ids.ts';
import { pushLimit } from '../../../shared/contract/wire.ts';
import type { Decided } from '../../../shared/run/store.ts';
import type { KeptRow, OutboxCommand, OutboxStorage } from './ports.ts';

export type NewCommand = Omit<OutboxCommand, 'n' | 'dseq' | 'decided' | 'keptWork' | 'dealtWith'>;
export type Answered = { readonly id: CommandId; readonly decided: Decided; readonly keptWork: readonly KeptRow[] | null };

/** What this workstation wants of the server and has not had a final answer to, or not yet seen the effect of. */
export type Outbox = {
  /**
   * Resolves when it is on the disk. Only then is anything "saved". `cited`: the blobs that the rows which it changes stood on before;
   * the server has them, but for those that an earlier command still waits for.
   */
  add(command: NewCommand, cited?: readonly string[]): Promise<void>;
  find(id: CommandId): OutboxCommand | undefined;
  /** The commands whose effect is not among the server's rows through `seq`, in the order in which they were issued. */
  overlay(seq: number): readonly OutboxCommand[];
  /** What can be sent now, in the order of `dseq`: a hundred commands or a megabyte at most. Those that can be sent first get their number. */
  batch(): Promise<readonly OutboxCommand[]>;
  /** Keeps final answers. One that has an answer keeps the first. */
  answer(answers: readonly Answered[]): Promise<void>;
  /** Keeps what the rows of commands in doubt looked like while their effect was among them. */
  keepWork(work: readonly { readonly id: CommandId; readonly keptWork: readonly KeptRow[] }[]): Promise<void>;
  /** Drops from memory the accepted ones whose effect has come down. */
  forget(seq: number): void;
  /** The blobs that commands wait for, in the order in which they are needed. */
  wantedBlobs(): readonly string[];
  blobHeld(sha256: string): Promise<void>;
  blobsMissing(sha256s: readonly string[]): Promise<void>;
  /** Refused or parked, and not dealt with; oldest first. */
  refused(): readonly OutboxCommand[];
  dealWith(ids: readonly CommandId[]): Promise<void>;
  /** How many have no answer. */
  waiting(): number;
};

/** `seq`: how far the replica has come. */
export async function openOutbox(storage: OutboxStorage, seq: number): Promise<Outbox> {
  const loaded = await storage.load(seq);
  const commands = new Map<CommandId, OutboxCommand>(loaded.commands.map((command) => [command.id, command]));
  const held = new Set(loaded.held);
  /** What the server asked for, and no command here stands on: there a command changed another row than here. */
  const demanded = new Set<string>();
  let { lastN, lastDseq } = loaded;

  /** One thing is done at a time: two that number at once would give the same number twice. */
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  }

  const unanswered = (): OutboxCommand[] => [...commands.values()].filter(({ decided }) => decided === null);

  function wantedBlobs(): readonly string[] {
    const waiting = unanswered();
    if (waiting.length === 0) demanded.clear();
    return [...new Set([...waiting.flatMap(({ cites }) => cites), ...demanded])].filter((sha256) => !held.has(sha256));
  }

  async function keep(changed: readonly OutboxCommand[]): Promise<void> {
    if (changed.length === 0) return;
    await storage.keep(changed);
    for (const command of changed) commands.set(command.id, command);
  }

  /** Numbers those that can be sent: their blobs are there, and nothing that they build on waits. */
  function numbered(candidates: readonly OutboxCommand[]): OutboxCommand[] {
    const waitedFor = new Set<string>();
    let dseq = lastDseq;
    return candidates.flatMap((command) => {
      const ready = command.cites.every((sha256) => held.has(sha256)) && command.touches.every(({ id }) => !waitedFor.has(id));
      if (ready) {
        dseq += 1;
        return [{ ...command, dseq }];
      }
      for (const { id } of command.touches) waitedFor.add(id);
      return [];
    });
  }

  const waitingForBlobs = (): OutboxCommand[] => unanswered().filter(({ dseq }) => dseq === null);

  /** Keeps the new commands, and gives a number to all that can be sent by now, whatever an earlier attempt left undone. */
  async function keepAndNumber(added: readonly OutboxCommand[]): Promise<void> {
    const ready = numbered([...waitingForBlobs(), ...added]);
    await keep([...added.filter(({ id }) => ready.every((other) => other.id !== id)), ...ready]);
    lastDseq += ready.length;
  }

  return {
    add: (command, cited = []) =>
      inTurn(async () => {
        const wanted = cited.length === 0 ? [] : wantedBlobs();
        for (const sha256 of cited) if (!wanted.includes(sha256)) held.add(sha256);
        await keepAndNumber([{ ...command, n: lastN + 1, dseq: null, decided: null, keptWork: null, dealtWith: false }]);
        lastN += 1;
      }),
    find: (id) => commands.get(id),
    overlay: (seq) =>
      [...commands.values()].filter(
        ({ decided }) => decided === null || (decided.outcome.kind === 'accepted' && decided.seqLast > seq),
      ),
    batch: () =>
      inTurn(async () => {
        await keepAndNumber([]);
        const sendable = unanswered()
          .filter(({ dseq }) => dseq !== null)
          .sort((one, other) => (one.dseq ?? 0) - (other.dseq ?? 0));
        const stop = sendable.findIndex(({ cites }) => !cites.every((sha256) => held.has(sha256)));
        return withinLimits(stop === -1 ? sendable : sendable.slice(0, stop));
      }),
    answer: (answers) =>
      inTurn(async () => {
        const changed = answers.flatMap(({ id, decided, keptWork }) => {
          const command = commands.get(id);
          return command === undefined || command.decided !== null ? [] : [{ ...command, decided, keptWork }];
        });
        await keep(changed);
      }),
    keepWork: (work) =>
      inTurn(async () => {
        const changed = work.flatMap(({ id, keptWork }) => {
          const command = commands.get(id);
          return command === undefined || command.decided !== null ? [] : [{ ...command, keptWork }];
        });
        await keep(changed);
      }),
    forget: (seq) => {
      for (const { id, decided } of commands.values())
        if (decided?.outcome.kind === 'accepted' && decided.seqLast <= seq) commands.delete(id);
    },
    wantedBlobs,
    blobHeld: (sha256) =>
      inTurn(async () => {
        await storage.keepHeld(sha256, true);
        demanded.delete(sha256);
        held.add(sha256);
      }),
    blobsMissing: (sha256s) =>
      inTurn(async () => {
        for (const sha256 of sha256s) {
          await storage.keepHeld(sha256, false);
          held.delete(sha256);
          demanded.add(sha256);
        }
      }),
    refused: () =>
      [...commands.values()].filter(
        ({ decided, dealtWith }) => decided !== null && decided.outcome.kind !== 'accepted' && !dealtWith,
      ),
    dealWith: (ids) =>
      inTurn(async () => {
        const dealtWith = ids.flatMap((id) => commands.get(id) ?? []).filter(({ decided }) => decided !== null);
        await keep(dealtWith.map((command) => ({ ...command, dealtWith: true })));
        for (const { id } of dealtWith) commands.delete(id);
      }),
    waiting: () => unanswered().length,
  };
}

function withinLimits(commands: readonly OutboxCommand[]): readonly OutboxCommand[] {
  const batch: OutboxCommand[] = [];
  let bytes = 0;
  for (const command of commands.slice(0, pushLimit.commands)) {
    bytes += JSON.stringify(command.input).length;
    if (batch.length > 0 && bytes > pushLimit.bytes) break;
    batch.push(command);
  }
  return batch;
}
