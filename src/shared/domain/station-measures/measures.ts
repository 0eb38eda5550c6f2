import { byStrength, type Evidence, type FieldName, type Fields, fieldNames } from '../invoice-fields/index.ts';
import { predictedMs, type Visit } from './visit.ts';

type Source = Evidence['kind'];
/** What the station measured of one invoice that was vouched for. It does not say which. */
export type StationMeasures = Pick<Visit, 'shownMs' | 'activeMs' | 'keystrokes' | 'pointerUses' | 'handMoves'> & {
  readonly predictedMs: number;
  /** The fields that the clerk confirmed or changed. */
  readonly stopped: readonly FieldName[];
  readonly changed: readonly FieldName[];
  /** How many of the final values came from where, by their strongest evidence; `person`: typed. */
  readonly sources: { readonly [Kind in Source]?: number };
  /** Whether the supplier's layout was known: something was read as learned, or where it stood before. */
  readonly seenLayout: boolean;
};

/** The measures of an invoice: how it came to the station, and as what it was vouched for. */
export function measuresOf(visit: Visit, came: Fields, left: Fields): StationMeasures {
  const { shownMs, activeMs, keystrokes, pointerUses, handMoves } = visit;
  const changed = fieldNames.filter((name) => came[name].value !== left[name].value);
  const stopped = fieldNames.filter((name) => changed.includes(name) || isByPerson(left, name) !== isByPerson(came, name));
  const sources: { [Kind in Source]?: number } = {};
  for (const name of fieldNames) {
    const source = sourceOf(left[name]);
    if (source !== undefined) sources[source] = (sources[source] ?? 0) + 1;
  }
  return {
    ...{ shownMs, activeMs, keystrokes, pointerUses, handMoves, stopped, changed, sources },
    predictedMs: predictedMs(visit, stopped.length),
    seenLayout: fieldNames.some((name) => came[name].evidence.some(({ kind }) => kind === 'learned' || kind === 'repeated')),
  };
}

const isByPerson = (fields: Fields, name: FieldName): boolean => fields[name].evidence.some(({ kind }) => kind === 'person');

/** Where a value comes from; undefined where there is none. */
function sourceOf({ value, evidence }: Fields[FieldName]): Source | undefined {
  if (value === null) return undefined;
  const others = evidence.filter(({ kind }) => kind !== 'person');
  return others.toSorted(byStrength)[0]?.kind ?? evidence[0]?.kind ?? 'pixels';
}
