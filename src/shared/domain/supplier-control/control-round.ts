import type { Day } from '../../base/day.ts';
import type { ControlLimits } from './control-limits.ts';

/** When this computer asks a control service, and how old an answer may be before the question is asked again. */
export type ControlPlan = {
  /** The time of day in Sweden from which the day's round is done, 'HH:MM'. */
  readonly dailyAt: string;
  readonly fTaxDays: number;
  readonly checkDays: number;
};

/** Whether the day's round is still to be done: it was not finished today, and the time has come, or had come while the computer was off. */
export const isRoundDue = (
  { dailyAt }: Pick<ControlPlan, 'dailyAt'>,
  finishedOn: Day | null,
  now: { readonly day: Day /** 'HH:MM' */; readonly time: string },
): boolean => (finishedOn === null || finishedOn < now.day) && now.time >= dailyAt;

/** An answer is asked for again no later than the controls before payment give up relying on it. */
export const limitsOfPlan = (limits: ControlLimits, { fTaxDays, checkDays }: ControlPlan): ControlLimits => ({
  ...limits,
  fTaxDays: Math.min(fTaxDays, limits.fTaxDays),
  checkDays: Math.min(checkDays, limits.checkDays),
});

/** A question that has had no answer for so many days is given up, and asked anew. */
export const givenUpAfterDays = 30;
