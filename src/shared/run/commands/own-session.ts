import { type CommandName, commands, isCommandName } from './index.ts';

/** The commands that count only with the open session of the very person in whose name they come. */
export const ownSessionCommands: readonly CommandName[] = (Object.keys(commands) as CommandName[]).filter(
  (name) => 'ownSession' in commands[name],
);
const known: ReadonlySet<string> = new Set(ownSessionCommands);
export const needsOwnSession = (name: string): boolean => isCommandName(name) && known.has(name);
