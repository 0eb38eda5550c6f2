import { addDays, type Day } from '../../base/day.ts';
import { type ControlCheck, type ControlSeverity, type ControlVerdict, severityOf } from './control-checks.ts';
import { type ControlFinding, isLiveFinding } from './control-finding.ts';
import type { ControlLimits } from './control-limits.ts';
import type { WarningHit } from './warning-list.ts';

/** Whether a supplier is approved for F-tax (F-skatt) on a day, as far as anybody has answered. */
export type FTaxStanding = {
  readonly standing: 'approved' | 'not-approved' | 'unknown';
  /** The day that the answer holds for; null where there is none. */
  readonly onDay: Day | null;
  /** The answer is older than is relied on, on that day: it is to be asked again. */
  readonly isStale: boolean;
};

/**
 * F-tax at the time of payment, not at registration: who pays for work to one that is not approved withholds tax.
 *
 * Source: skatteförfarandelagen (2011:1244) 10 kap. 11–13 §§; how old an answer may be is our own limit.
 */
export function fTaxAt(
  verdicts: readonly ControlVerdict[],
  day: Day,
  { fTaxDays }: Pick<ControlLimits, 'fTaxDays'>,
): FTaxStanding {
  const known = verdicts
    .filter(({ about, onDay }) => about === 'f-tax' && onDay <= day)
    .sort((a, b) => (a.onDay < b.onDay ? 1 : -1))[0];
  if (known === undefined || known.result === 'unknown')
    return { standing: 'unknown', onDay: known?.onDay ?? null, isStale: true };
  const standing = known.result === 'in-order' ? 'approved' : 'not-approved';
  return { standing, onDay: known.onDay, isStale: isStale(known, day, fTaxDays) };
}

/** Whether an answer is older than so many days. */
export const isStale = ({ onDay }: Pick<ControlVerdict, 'onDay'>, day: Day, days: number): boolean => onDay < addDays(day, -days);

/** The checks that have no answer, or one that is too old: what a control service is asked. */
export function checksToAsk(
  verdicts: readonly ControlVerdict[],
  asked: readonly ControlCheck[],
  day: Day,
  limits: ControlLimits,
): readonly ControlCheck[] {
  return asked.filter((about) => {
    const known = verdicts.find((verdict) => verdict.about === about);
    return known === undefined || isStale(known, day, about === 'f-tax' ? limits.fTaxDays : limits.checkDays);
  });
}

export const paymentRemarkCodes = [
  'f-tax-not-approved',
  'f-tax-unknown',
  'f-tax-stale',
  'on-warning-list',
  'name-on-warning-list',
  'finding-open',
  'account-beside-giro',
] as const;
export type PaymentRemark = {
  readonly code: (typeof paymentRemarkCodes)[number];
  readonly severity: ControlSeverity;
  readonly detail: { readonly [name: string]: string };
};

export type PaymentFacts = {
  readonly verdicts: readonly ControlVerdict[];
  readonly findings: readonly ControlFinding[];
  readonly hits: readonly WarningHit[];
  /** The giros in force of a supplier whose invoice is to be paid to a bank account instead: 'bankgiro 9912346'. */
  readonly girosPassedBy?: readonly string[];
};

/** What has to be known of a supplier before money goes to it, on the day when it does. `stop` needs somebody's answer first. */
export function paymentRemarks(
  { verdicts, findings, hits, girosPassedBy = [] }: PaymentFacts,
  day: Day,
  limits: ControlLimits,
): readonly PaymentRemark[] {
  const { standing, onDay, isStale: isOld } = fTaxAt(verdicts, day, limits);
  const fTax: PaymentRemark[] =
    standing === 'not-approved'
      ? [{ code: 'f-tax-not-approved', severity: 'warning', detail: { onDay: onDay ?? '' } }]
      : standing === 'unknown'
        ? [{ code: 'f-tax-unknown', severity: 'information', detail: {} }]
        : isOld
          ? [{ code: 'f-tax-stale', severity: 'information', detail: { onDay: onDay ?? '' } }]
          : [];
  const listed = hits.map(({ entry, by }): PaymentRemark => {
    const detail = { list: entry.list, name: entry.name, firstOn: entry.firstOn, by };
    return by === 'name'
      ? { code: 'name-on-warning-list', severity: 'warning', detail }
      : { code: 'on-warning-list', severity: 'stop', detail };
  });
  const open = findings
    .filter((finding) => isLiveFinding(finding) && finding.about !== 'f-tax')
    .map(
      ({ id, about, note }): PaymentRemark => ({
        code: 'finding-open',
        severity: severityOf[about],
        detail: { findingId: id, about, note },
      }),
    );
  // Payments to bare accounts are the main risk: a giro tells whose it is, an account does not. Source: docs/rules.md, supplier control.
  const account: PaymentRemark[] =
    girosPassedBy.length === 0
      ? []
      : [{ code: 'account-beside-giro', severity: 'warning', detail: { giros: girosPassedBy.join(', ') } }];
  return [...listed, ...open, ...account, ...fTax];
}
