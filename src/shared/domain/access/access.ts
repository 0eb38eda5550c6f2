import type { Day } from '../../base/day.ts';
import { asId, type Id, type PersonId } from '../../base/ids.ts';

/** What one may be allowed to do. A command names the one it needs. */
export const permissions = [
  'access.manage',
  'access.decide',
  'intake.receive',
  'supplier-invoices.register',
  'supplier-invoices.correct',
  'supplier-invoices.verify',
  'supplier-invoices.park',
  'supplier-invoices.approve',
  'supplier-invoices.copy',
  'suppliers.register',
  'customers.keep',
  'articles.keep',
  'register-changes.decide',
  'supplier-control.handle',
  'supplier-control.report',
  'calendars.keep',
  'views.keep',
  'call-notes.note',
  'call-reasons.keep',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * Roles and what they give. Keeping the supplier register is no part of verifying, so that the one who vouches for what
 * stands on the paper is not the one who says where the money may go.
 *
 * Source: the separation of duties in docs/adr/0006; kommunallagen (2017:725) 6 kap. 6 § on sufficient internal control.
 */
export const rolePermissions = {
  'verification-clerk': [
    'views.keep',
    'call-notes.note',
    'intake.receive',
    'supplier-invoices.correct',
    'supplier-invoices.verify',
    'supplier-invoices.park',
    'supplier-invoices.copy',
  ],
  'register-keeper': [
    'views.keep',
    'call-notes.note',
    'suppliers.register',
    'customers.keep',
    'articles.keep',
    'supplier-control.handle',
    'supplier-invoices.copy',
  ],
  'records-officer': ['views.keep', 'call-notes.note', 'supplier-invoices.copy'],
  /** The second pair of eyes on what money hangs on in the registers. */
  'register-approver': ['views.keep', 'register-changes.decide', 'access.decide', 'supplier-invoices.copy'],
  approver: ['views.keep', 'supplier-invoices.approve', 'access.decide', 'supplier-invoices.copy'],
  /** Asks for roles, ends them, and is the second pair of eyes on what another administrator asked for. */
  administrator: ['views.keep', 'call-notes.note', 'call-reasons.keep', 'calendars.keep', 'access.manage', 'access.decide'],
  /** Follows how the work goes, and does none of it. */
  controller: ['views.keep'],
  /**
   * The program itself: what comes out of the watched folder is received and registered by it. Every workstation speaks in its name, so it
   * may do nothing that a person answers for: it asks for no change of a register, or whoever owns a workstation could ask as it and approve as themselves.
   */
  program: ['intake.receive', 'supplier-invoices.register', 'supplier-control.report'],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof rolePermissions;
export const roles = Object.keys(rolePermissions) as readonly Role[];

/** The roles that a human may be given. */
export type HumanRole = Exclude<Role, 'program'>;
export const humanRoles = roles.filter((role): role is HumanRole => role !== 'program');

/** Someone who works here, or the program itself. */
export type Person = {
  readonly id: PersonId;
  readonly rev: number;
  readonly name: string;
  /** Shown where there is no room for a name: 'AB'. */
  readonly initials: string;
  /** False for the program. */
  readonly human: boolean;
};

/** The program's own person: what comes out of the watched folder is received and registered in its name. */
export const program: PersonId = asId('00000000-0000-7000-8000-000000000001');

/** A role that a person holds, from and through two days. */
export type Grant = {
  readonly id: Id<'grant'>;
  readonly rev: number;
  readonly personId: PersonId;
  readonly role: Role;
  /** The id of the unit whose rows it is for, or `all`. */
  readonly within: string;
  readonly fromDay: Day;
  readonly throughDay?: Day;
};

export const grantsInForce = (grants: readonly Grant[], on: Day): readonly Grant[] =>
  grants.filter(({ fromDay, throughDay }) => fromDay <= on && (throughDay === undefined || throughDay >= on));

/** All that these grants allow on a day. */
export function permissionsOf(grants: readonly Grant[], on: Day): ReadonlySet<Permission> {
  return new Set(grantsInForce(grants, on).flatMap((grant) => rolePermissions[grant.role]));
}
