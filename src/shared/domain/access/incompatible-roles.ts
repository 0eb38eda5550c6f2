import type { Day } from '../../base/day.ts';
import { type Grant, humanRoles, type Role } from './access.ts';

/**
 * Roles that nobody holds at once over the same rows (separation of duties). Who says where a supplier's money goes does not decide
 * that it is paid; who deals out roles, and could make up a second person, uses neither the one that pays nor the one that lets a
 * payment number in; and what the program does is no person's to do.
 *
 * Source: docs/rules.md; kommunallagen (2017:725) 6 kap. 6 §, sufficient internal control: nobody holds all the steps of a payment.
 */
const incompatible: readonly (readonly [Role, Role])[] = [
  ['register-keeper', 'approver'],
  ['register-approver', 'approver'],
  ['administrator', 'approver'],
  ['administrator', 'register-approver'],
  ['program', 'verification-clerk'],
  ['program', 'register-keeper'],
  ['program', 'register-approver'],
  ['program', 'records-officer'],
  ['program', 'approver'],
  ['program', 'administrator'],
];

/** The roles of one who starts alone: all that a human may hold, but those of the second pair of eyes. */
export const rolesOfFounder = humanRoles.filter((role) => role !== 'approver' && role !== 'register-approver');

/** What of a grant says where and when it is in force. */
export type Extent = Pick<Grant, 'role' | 'within' | 'fromDay'> & { readonly throughDay?: Day | undefined };

/** The first grant that does not go together with this one: both would be in force on some day for some unit. */
export const inTheWayOf = <Held extends Extent>(wanted: Extent, held: readonly Held[]): Held | undefined =>
  held.find((other) => clash(wanted.role, other.role) && meetInUnits(wanted, other) && meetInDays(wanted, other));

const clash = (one: Role, other: Role): boolean =>
  incompatible.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

const meetInUnits = (one: Extent, other: Extent): boolean =>
  one.within === 'all' || other.within === 'all' || one.within === other.within;

/** Both run from and through their days; one that ends before it begins is never in force. */
const meetInDays = (one: Extent, other: Extent): boolean =>
  [one, other].every(({ throughDay }) => throughDay === undefined || (throughDay >= one.fromDay && throughDay >= other.fromDay));
