/**
 * Which derived columns a database holds: raised when one is added, or is computed in another way. A database that was written under
 * an older number computes them anew when it is opened, a single seat's and a server's alike; `test/store/derivation.test.ts` knows
 * what this number stands for.
 */
export const derivation = 3;
