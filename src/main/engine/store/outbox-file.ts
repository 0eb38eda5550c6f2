import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { unlocked } from './open.ts';
import { DamagedCommand, type OutboxCommands, outboxCommands } from './outbox-commands.ts';
import { type OutboxOptions, openOutboxConnection } from './outbox-connection.ts';
import { type OutboxFacts, outboxFacts } from './outbox-facts.ts';
import { rescueOutbox } from './outbox-rescue.ts';
import { bringUpToDate } from './outbox-schema.ts';

/**
 * `outbox.db`: what this workstation wants of its server, and who it is there. It is never thrown away and never made anew; what
 * has been written is on the disk (synchronous = FULL).
 */
export type OutboxFile = {
  readonly commands: OutboxCommands;
  readonly facts: OutboxFacts;
  /** The file that was found was damaged: where all that could be read of it was written to, and how many commands that is. */
  readonly damage: OutboxDamage | undefined;
  close(): void;
};
export type OutboxDamage = { readonly exportedTo: string; readonly commands: number };

const fileName = 'outbox.db';
const newName = 'outbox-new.db';

export const hasOutbox = (folder: string): boolean => existsSync(join(folder, fileName)) || existsSync(join(folder, newName));

/** Opens it, or makes it. Throws OutboxTooNew, and StoreFailure when the disk says no. */
export async function openOutboxFile(options: OutboxOptions): Promise<OutboxFile> {
  const path = join(options.folder, fileName);
  const unfinished = join(options.folder, newName);
  if (!existsSync(path) && existsSync(unfinished)) renameSync(unfinished, path); // the end of a rescue that was cut off
  if (existsSync(path) && (await isDamaged(path, options))) {
    const damage = rescueOutbox(path, unfinished, options);
    return { ...opened(path, options), damage };
  }
  return { ...opened(path, options), damage: undefined };
}

function opened(path: string, options: OutboxOptions): Omit<OutboxFile, 'damage'> {
  const connection = openOutboxConnection(path, options);
  const commands = outboxCommands(connection, options.clock);
  commands.prune(options.clock());
  return { commands, facts: outboxFacts(connection), close: () => void connection.close() };
}

/** Looks at every page, and at every command that has not been dealt with. */
async function isDamaged(path: string, { driver, clock }: OutboxOptions): Promise<boolean> {
  const connection = unlocked(new driver.open(path), driver);
  try {
    if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') return true;
    if (Number(connection.pragma('user_version', { simple: true })) === 0) return false; // nothing was ever kept in it
    bringUpToDate(connection);
    const commands = outboxCommands(connection, clock);
    commands.heldBack();
    await commands.load(Number.MAX_SAFE_INTEGER);
    return false;
  } catch (error) {
    if (error instanceof DamagedCommand || isDamage(error)) return true;
    throw error;
  } finally {
    connection.close();
  }
}

function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof SyntaxError || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
