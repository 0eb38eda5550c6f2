import type { OutboxCommand, OutboxStorage } from '../../src/main/engine/sync/ports.ts';
import type { CommandId } from '../../src/shared/base/ids.ts';
import type { Life } from './process-life.ts';

/** What lies on the disk as `outbox.db`: it outlives the process. */
export type OutboxFile = {
  readonly commands: Map<CommandId, OutboxCommand>;
  readonly held: Set<string>;
};

export const emptyOutboxFile = (): OutboxFile => ({ commands: new Map(), held: new Set() });

/** `kept` sees each command as it was before and as it is now. */
export type OutboxWatch = (before: OutboxCommand | undefined, now: OutboxCommand) => void;

export function memoryOutbox(file: OutboxFile, life: Life, kept: OutboxWatch): OutboxStorage {
  return {
    load: async (seq) => {
      await life.alive();
      const all = [...file.commands.values()].sort((one, other) => one.n - other.n);
      return {
        commands: all.filter((command) => stillMatters(command, seq)),
        lastN: all.reduce((last, { n }) => Math.max(last, n), 0),
        lastDseq: all.reduce((last, { dseq }) => Math.max(last, dseq ?? 0), 0),
        held: new Set(file.held),
      };
    },
    keep: (commands) =>
      life.write('outbox', () => {
        for (const command of commands) {
          const before = file.commands.get(command.id);
          file.commands.set(command.id, command);
          kept(before, command);
        }
      }),
    keepHeld: (sha256, held) =>
      life.write('outbox', () => {
        if (held) file.held.add(sha256);
        else file.held.delete(sha256);
      }),
  };
}

function stillMatters({ decided, dealtWith }: OutboxCommand, seq: number): boolean {
  if (decided === null) return true;
  return decided.outcome.kind === 'accepted' ? decided.seqLast > seq : !dealtWith;
}
