import { err, type Result } from '../../base/result.ts';
import { holds, unitScope } from '../../domain/access/index.ts';
import type { Context } from '../command.ts';
import { type EntityName, entities, type RowOf } from '../entities/index.ts';

/** What registers that several clients share have in common. */
type Register = Extract<EntityName, 'article' | 'customer'>;
type Seer = Pick<Context, 'scopes'>;

export const sharedScopes = { article: 'reg:articles', customer: 'reg:customers' } as const satisfies Record<Register, string>;

/** The key of whose register a row stands in: a client's own, or the shared one. */
export const ownerKey = (unitId: string | null): string => unitId ?? '';

/** Rows that whoever asks may see: of another client's nothing is said, not even that they are there. */
export const seenBy =
  <Name extends Register>(name: Name, { scopes }: Seer) =>
  (row: RowOf<Name> | undefined): row is RowOf<Name> =>
    row !== undefined && holds(scopes, (entities[name].scope as (row: RowOf<Name>) => string)(row));

/** What is decided of a new row of a register that one may see; of one that one may not, nothing is said. */
export const inSight = <Value, Error>(
  register: Register,
  unitId: string | null,
  { scopes }: Seer,
  decide: () => Result<Value, Error>,
): Result<Value, Error | { readonly code: 'forbidden' }> =>
  holds(scopes, unitId === null ? sharedScopes[register] : unitScope(unitId)) ? decide() : err({ code: 'forbidden' });
