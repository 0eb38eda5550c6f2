import type { PersonId } from '../../base/ids.ts';
import { asksForCall, type RegisterChange } from './register-change.ts';

/** What speaks against a change that a file asked for: it is decided by itself, and with no others. */
export const changeFindings = [
  /** Another supplier has the payment number. */
  'number-elsewhere',
  /** It is asked for of another supplier, too. */
  'asked-elsewhere',
  /** A control of the supplier has found something that nobody has completed. */
  'open-control',
  /** The supplier or the number is on a warning list. */
  'on-warning-list',
  /** The supplier was rung, and did not say yes. */
  'said-no',
] as const;
export type ChangeFinding = (typeof changeFindings)[number];

/** Many may be decided by one press; each is decided by itself all the same, by the rule that holds for one. */
export type Together = 'approve' | 'call-first' | 'alone' | 'own';

/**
 * What one may do with a change together with others: approve (and refuse) it, only refuse it since the supplier is to be rung first, or
 * nothing: something speaks against it, or it is one's own.
 */
export function together(change: RegisterChange, findings: readonly ChangeFinding[], by: PersonId): Together {
  if (change.requestedBy === by || change.callBack?.by === by) return 'own';
  if (change.state !== 'pending' || findings.length > 0) return 'alone';
  return asksForCall(change.wanted) && change.callBack?.confirmed !== true ? 'call-first' : 'approve';
}
