import type { Role } from '../access/index.ts';
import type { Clock } from '../calendar/index.ts';

/** What is said of a kind of work. */
type WorkKindFacts = {
  /** Whatever its clock says: 0 goes before 1. */
  readonly priority: 0 | 1;
  /** From when it came in to when it is to be done. */
  readonly clock: Clock;
  /** Whose queue it stands in; null: whoever did what it is about. */
  readonly home: Role | null;
  /** Hours of opening after it was due until it stands in `escalatesTo`'s queue too. */
  readonly escalatesAfterHours: number;
  readonly escalatesTo: Role;
};

const sameDay: Clock = { kind: 'same-day' };
const clerk = { home: 'verification-clerk', escalatesAfterHours: 4, escalatesTo: 'administrator' } as const;

/**
 * Kinds of work, one line each: another kind is another line.
 *
 * Source: the service descriptions: an answer within 48 hours on weekdays; incoming faults dealt with each working day. Changes of registers
 * the same day. After how long a late one is escalated: none found; see docs/rules.md.
 */
export const workKinds = {
  notice: { ...clerk, priority: 0, clock: sameDay },
  'supplier-invoice': { ...clerk, priority: 1, clock: { kind: 'weekday-hours', hours: 48 } },
  /** It was parked until a day that has come: `since` is when the office opened then. */
  'returning-invoice': { ...clerk, priority: 1, clock: sameDay },
  'faulty-file': { ...clerk, priority: 1, clock: sameDay },
  'register-change': { ...clerk, home: 'register-approver', priority: 1, clock: sameDay },
  'role-change': { ...clerk, home: 'administrator', priority: 1, clock: sameDay },
  // Nobody else may handle them, however late they are.
  'control-finding': { ...clerk, home: 'register-keeper', escalatesTo: 'register-keeper', priority: 1, clock: sameDay },
  /** A verified invoice whose day of payment has come: `since` is when that day began. */
  approval: { ...clerk, home: 'approver', escalatesTo: 'approver', priority: 1, clock: sameDay },
  /** Somebody rang and waits to be got back to (återkoppling): whoever took the call. */
  'call-back': { ...clerk, home: null, priority: 1, clock: { kind: 'weekday-hours', hours: 48 } },
  /** The server said no to something that was done here. */
  rejection: { ...clerk, home: null, priority: 1, clock: sameDay },
  /** And somebody else's work stands in its place. */
  conflict: { ...clerk, home: null, priority: 1, clock: sameDay },
} as const satisfies Record<string, WorkKindFacts>;
export type WorkKind = keyof typeof workKinds;
