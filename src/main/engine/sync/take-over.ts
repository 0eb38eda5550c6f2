import type { PersonId } from '../../../shared/base/ids.ts';
import { holds, type Scopes, unitScope } from '../../../shared/domain/access/index.ts';
import { program } from '../people.ts';
import type { OutboxCommand } from './ports.ts';

/**
 * The commands of a single seat as they go to a server with a history of its own. The server takes a command only from one who has signed in on
 * this workstation, so what others did here before is taken over by the person who signs in first; who did what stands in the
 * single seat's own file, which is kept. Work on the single seat's only unit becomes work on the person's unit.
 */
export function takeOver(
  commands: readonly OutboxCommand[],
  by: { readonly personId: PersonId; readonly scopes: Scopes },
  signedInHere: ReadonlySet<PersonId>,
): readonly OutboxCommand[] {
  const unit = by.scopes.find((scope) => scope.startsWith('unit:'))?.slice('unit:'.length);
  return commands.map((command) => ({
    ...command,
    actor: command.actor === program || signedInHere.has(command.actor) ? command.actor : by.personId,
    input: unit === undefined ? command.input : inUnit(command.input, unit, by.scopes),
  }));
}

function inUnit(input: unknown, unit: string, scopes: Scopes): unknown {
  if (typeof input !== 'object' || input === null || !('unitId' in input) || typeof input.unitId !== 'string') return input;
  return holds(scopes, unitScope(input.unitId)) ? input : { ...input, unitId: unit };
}
