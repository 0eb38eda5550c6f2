/** Stops the work where we were wrong: a broken promise of our own, never a clerk's mistake or a bad file. */
export function assert(truth: unknown, message: string): asserts truth {
  if (!truth) throw new Error(`Broken promise: ${message}`);
}

/** The last `case` of a switch: the compiler then asks for every new member. */
export function unreachable(value: never): never {
  throw new Error(`Broken promise: no case for ${JSON.stringify(value)}`);
}
