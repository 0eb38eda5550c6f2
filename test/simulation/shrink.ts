import { type Ending, live } from './run.ts';
import type { Plan, Step } from './steps.ts';
import type { Violation } from './violations.ts';

/** A failing run with as few steps as were found to be enough. */
export type Shrunk = { readonly plan: Plan; readonly violation: Violation };

/**
 * Leaves out steps of a failing run as long as what is left fails for the same invariant: halves first, single steps last, until no
 * single one can go.
 *
 * Source: A. Zeller and R. Hildebrandt, Simplifying and isolating failure-inducing input (delta debugging). fast-check shrinks only
 * what it made itself, or a given list from its front.
 */
export async function shrink(plan: Plan, violation: Violation): Promise<Shrunk> {
  let best: Shrunk = { plan, violation };
  let size = Math.ceil(plan.steps.length / 2);
  while (size >= 1) {
    const before = best.plan.steps.length;
    for (let from = best.plan.steps.length; from > 0; from -= size) best = (await without(best, from - size, from)) ?? best;
    if (size === 1 && best.plan.steps.length === before) return best;
    size = Math.max(1, Math.min(size >> 1, best.plan.steps.length));
    if (best.plan.steps.length === 0) return best;
  }
  return best;
}

async function without({ plan, violation }: Shrunk, from: number, to: number): Promise<Shrunk | undefined> {
  const steps: readonly Step[] = [...plan.steps.slice(0, Math.max(0, from)), ...plan.steps.slice(to)];
  const shorter = { ...plan, steps };
  const found = sameKind(await live(shorter), violation);
  return found === undefined ? undefined : { plan: shorter, violation: found };
}

const sameKind = ({ violations }: Ending, { invariant }: Violation): Violation | undefined =>
  violations.find((each) => each.invariant === invariant);
