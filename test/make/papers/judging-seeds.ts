/**
 * Documents from this seed on are for judging only. Nobody looks at them, tunes by them or fits a confidence to them: a figure
 * that is told of the reader is taken from here, and all work is done on the seeds below.
 */
export const firstJudgingSeed = 900_000;

/** A seed made from another one stays on its side of the line. */
export const onSideOf = (seed: number, made: number): number =>
  seed >= firstJudgingSeed ? firstJudgingSeed + (made % 90_000_000) : made % firstJudgingSeed;
