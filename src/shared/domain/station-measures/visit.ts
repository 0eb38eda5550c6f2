/** A sign of life at the station: a key or the pointer was used, or the invoice came into view or went out of it. */
export type Sign = { readonly kind: 'key' | 'pointer' | 'shown' | 'hidden'; readonly atMs: number };

/** What was done at the station with one invoice so far, over all the times that it was in view. */
export type Visit = {
  readonly shownMs: number;
  /** `shownMs` without the pauses: of what passes between two signs no more than `longestThoughtMs` counts. */
  readonly activeMs: number;
  readonly keystrokes: number;
  readonly pointerUses: number;
  /** How often the hand went from the keys to the pointer, or back. */
  readonly handMoves: number;
  /** The latest sign while it is in view; null when it is not. */
  readonly lastMs: number | null;
  readonly hand: 'key' | 'pointer';
};

/** Who does nothing for longer than this does something else. */
export const longestThoughtMs = 20_000;

/** Hands begin on the keyboard. */
export const newVisit: Visit = {
  ...{ shownMs: 0, activeMs: 0, keystrokes: 0, pointerUses: 0, handMoves: 0, lastMs: null, hand: 'key' },
};

/** The visit after a sign. A clock that was set back gives no time. */
export function withSign(visit: Visit, { kind, atMs }: Sign): Visit {
  const passedMs = visit.lastMs === null ? 0 : Math.max(0, atMs - visit.lastMs);
  const timed: Visit = {
    ...visit,
    shownMs: visit.shownMs + passedMs,
    activeMs: visit.activeMs + Math.min(passedMs, longestThoughtMs),
    lastMs: kind === 'hidden' ? null : atMs,
  };
  if (kind !== 'key' && kind !== 'pointer') return timed;
  return {
    ...timed,
    keystrokes: timed.keystrokes + (kind === 'key' ? 1 : 0),
    pointerUses: timed.pointerUses + (kind === 'pointer' ? 1 : 0),
    handMoves: timed.handMoves + (kind === timed.hand ? 0 : 1),
    hand: kind,
  };
}

/** Seconds of each act of a practised hand, by the keystroke-level model (Card, Moran & Newell 1980). */
export const actSeconds = { key: 0.2, point: 1.1, handMove: 0.4, think: 1.35 } as const;

/** How long a practised clerk would take for the same acts: one thought for each field stopped at, and one for vouching. */
export const predictedMs = (
  { keystrokes, pointerUses, handMoves }: Pick<Visit, 'keystrokes' | 'pointerUses' | 'handMoves'>,
  stops: number,
): number =>
  Math.round(
    1000 *
      (keystrokes * actSeconds.key +
        pointerUses * actSeconds.point +
        handMoves * actSeconds.handMove +
        (stops + 1) * actSeconds.think),
  );
