import type { Day } from '../../base/day.ts';
import type { Id, SupplierId } from '../../base/ids.ts';

/**
 * What is asked of a supplier, of a register or of a control service.
 *
 * - `company`: it is registered, and not wound up · `f-tax`: approved for F-tax (F-skatt) · `vat-registration`, `employer-registration`
 * - `status`: no bankruptcy, reconstruction or liquidation · `debts`: none with the enforcement authority (Kronofogden)
 * - `warning-list` · `person-relation`: none of its people works here · `payment-number`: the number is the company's own
 */
export const controlChecks = [
  'company',
  'f-tax',
  'vat-registration',
  'employer-registration',
  'status',
  'debts',
  'warning-list',
  'person-relation',
  'payment-number',
] as const;
export type ControlCheck = (typeof controlChecks)[number];

export const verdictResults = ['in-order', 'remark', 'unknown'] as const;
export type VerdictResult = (typeof verdictResults)[number];

/** The latest answer to one check of one supplier (kontrollbesked). */
export type ControlVerdict = {
  readonly id: Id<'controlVerdict'>;
  readonly rev: number;
  readonly supplierId: SupplierId;
  readonly about: ControlCheck;
  readonly result: VerdictResult;
  /** The day that the answer holds for. */
  readonly onDay: Day;
  /** Who answered. */
  readonly source: string;
  /** In the answerer's words. */
  readonly note: string;
  readonly receivedAtMs: number;
};

/** How bad a remark on a check is: `stop` is looked at before anything is paid. */
export const severityOf = {
  company: 'stop',
  'f-tax': 'warning',
  'vat-registration': 'information',
  'employer-registration': 'information',
  status: 'stop',
  debts: 'warning',
  'warning-list': 'stop',
  'person-relation': 'warning',
  'payment-number': 'stop',
} as const satisfies Record<ControlCheck, 'information' | 'warning' | 'stop'>;
export type ControlSeverity = 'information' | 'warning' | 'stop';
