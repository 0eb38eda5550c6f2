import { type TouchCause, type Touches, touchCauses } from './touches.ts';

/** How much of the work needed no hand, and why the rest did. It is told of work, never of who did it. */
export type TouchFigures = {
  /** How many invoices were vouched for. */
  readonly invoices: number;
  readonly untouched: number;
  /** For each cause, on how many of the invoices it was met; an invoice may have several. */
  readonly byCause: { readonly [Cause in TouchCause]: number };
};

/** Adds invoices up one by one, so that nobody need hold them all. */
export function tallyTouches() {
  let untouched = 0;
  let invoices = 0;
  const byCause = Object.fromEntries(touchCauses.map((cause) => [cause, 0])) as Record<TouchCause, number>;
  return {
    add: (touches: Touches) => {
      invoices += 1;
      if (touches.untouched) untouched += 1;
      for (const cause of new Set(touches.causes)) byCause[cause] += 1;
    },
    figures: (): TouchFigures => ({ invoices, untouched, byCause }),
  };
}
