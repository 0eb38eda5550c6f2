import type { Day } from '../../base/day.ts';
import { type Grant, grantsInForce, type Permission, permissionsOf, rolePermissions } from './access.ts';

/**
 * A scope is a label on a row that says who may hold it: `unit:<id>` for a unit's own, `reg:<name>` for a register that all units
 * share. Whoever holds a list of scopes may hold the rows with those labels; `unit:*` stands for every unit.
 */
export type Scopes = readonly string[];

export const everyUnit = 'unit:*';
export const unitScope = (unitId: string): string => `unit:${unitId}`;

export const holds = (scopes: Scopes, scope: string): boolean =>
  scopes.includes(scope) || (scope.startsWith('unit:') && scopes.includes(everyUnit));

/** The scopes of the rows that these grants let a person see on a day: the shared registers that one has to do with, and the units of the grants. */
export function scopesOf(grants: readonly Grant[], on: Day): Scopes {
  const units = grantsInForce(grants, on).map(scopeOfGrant);
  if (units.length === 0) return [];
  const known = units.includes(everyUnit) ? [everyUnit] : [...new Set(units)].sort();
  const may = permissionsOf(grants, on);
  return [...registers.filter(({ keptBy }) => keptBy === null || may.has(keptBy)).map(({ scope }) => scope), ...known];
}

/**
 * The shared registers, and what one must be allowed to do to hold their rows; null: all who have a role, for they meet suppliers and
 * colleagues on every invoice. Customers are persons too, and their numbers lie on no computer where nobody needs them.
 */
const registers: readonly { readonly scope: string; readonly keptBy: Permission | null }[] = [
  { scope: 'reg:access', keptBy: null },
  { scope: 'reg:articles', keptBy: 'articles.keep' },
  { scope: 'reg:calendars', keptBy: null },
  { scope: 'reg:call-reasons', keptBy: null },
  { scope: 'reg:customers', keptBy: 'customers.keep' },
  { scope: 'reg:suppliers', keptBy: null },
  { scope: 'reg:views', keptBy: null },
];

/** Whether these grants allow this on a row of this scope: each grant counts within its own unit; registers are for all units. */
export const mayTouch = (grants: readonly Grant[], permission: Permission, scope: string, on: Day): boolean =>
  grantsInForce(grants, on).some(
    (grant) =>
      (rolePermissions[grant.role] as readonly Permission[]).includes(permission) &&
      (scope.startsWith('reg:') || holds([scopeOfGrant(grant)], scope)),
  );

const scopeOfGrant = ({ within }: Grant): string => (within === 'all' ? everyUnit : unitScope(within));
