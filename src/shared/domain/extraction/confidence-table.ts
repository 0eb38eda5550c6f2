/** Signature → how many values bore it, and how many of them were right. Made by `npm run bench -- reading --calibrate`; not by hand. */
export const chances: Readonly<Record<string, readonly [count: number, right: number]>> = {};
