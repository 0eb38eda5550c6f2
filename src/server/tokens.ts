import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret that a device or a session shows with every request. The server keeps its hash only. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Enough for what was chosen by chance: nobody guesses 100 bits. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Without the letters and digits that are taken for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const groups = 4;
const lettersInGroup = 5;

/** A code to type at a new workstation, 100 bits: 'K7RWM-…'. */
export const newEnrolmentCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: lettersInGroup }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-');

/** However it is typed: small letters and other separators do. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
