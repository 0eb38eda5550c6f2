import { addDays, type Day, dayInSweden } from '../../base/day.ts';
import { type MergeFacts, mergeFacts, type Supplier } from '../suppliers/index.ts';
import type { RegisterChange } from './register-change.ts';

/** For how many days a merge can be undone (hur länge en hopslagning kan tas isär). A new decision is a new line; an old one is never edited. */
type UndoLimit = {
  /** Of merges from this day on; null: for as long as our table goes back. */
  readonly fromDay: Day | null;
  readonly days: number;
};
/** Source: none in law; our own start, for each body to decide: docs/adr/0017. */
const undoLimits: readonly UndoLimit[] = [{ fromDay: null, days: 30 }];

/** How many days after the one on which it is approved a merge can be undone. */
export const undoDaysOn = (day: Day): number =>
  undoLimits.findLast(({ fromDay }) => fromDay === null || fromDay <= day)?.days ?? 0;

export type ApprovedChange = Extract<RegisterChange, { state: 'approved' }>;
type Merge = Extract<RegisterChange['wanted'], { kind: 'merge' }>;
export type ApprovedMerge = ApprovedChange & { readonly wanted: Merge };

/** Of the changes of a supplier the one by which it went into another; undefined: older than changes are kept. */
export const mergeBehind = (changes: readonly RegisterChange[]): ApprovedMerge | undefined =>
  changes
    .filter((change): change is ApprovedMerge => change.state === 'approved' && change.wanted.kind === 'merge')
    .sort((one, other) => other.decidedAtMs - one.decidedAtMs)[0];

/** The last day on which it may be asked that a merge be undone. */
export function undoableThrough({ decidedAtMs }: Pick<ApprovedMerge, 'decidedAtMs'>): Day {
  const day = dayInSweden(decidedAtMs);
  return addDays(day, undoDaysOn(day));
}

/** What the one that stays had where the merge is to give it other facts. */
export const hadBefore = ({ facts = {} }: Merge, survivor: Supplier): MergeFacts =>
  Object.fromEntries(mergeFacts.filter((name) => facts[name] !== undefined).map((name) => [name, survivor[name] ?? null]));

/** What the one that stays gets back: what the merge gave it and nobody has changed since. */
export function givenBack({ wanted: { facts = {}, was = {} } }: ApprovedMerge, survivor: Supplier): MergeFacts {
  const stands = mergeFacts.filter(
    (name) =>
      was[name] !== undefined &&
      facts[name] !== undefined &&
      (survivor[name] ?? null) === facts[name] &&
      was[name] !== facts[name],
  );
  return Object.fromEntries(stands.map((name) => [name, was[name]]));
}
