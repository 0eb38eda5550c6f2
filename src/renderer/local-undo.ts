/** An act that is no step of an invoice and can be taken back all the same: switching off what was learned. */
export type LocalAct = {
  readonly atMs: number;
  /** What is taken back, in words: 'var ”Fakturanr” står hos Exempel AB'. */
  readonly what: string;
  /** Takes it back; false when it was refused. */
  readonly undo: () => Promise<boolean>;
};

/** What was done since the program started, the last one last. */
let acts: readonly LocalAct[] = [];

export function noteLocalAct(act: LocalAct): void {
  acts = [...acts.slice(-50), act];
}

/** The last act, when it was done after the moment; it is then no longer there to be taken back. */
export function takeLocalAct(afterMs: number): LocalAct | undefined {
  const last = acts.at(-1);
  if (last === undefined || last.atMs < afterMs) return undefined;
  acts = acts.slice(0, -1);
  return last;
}
