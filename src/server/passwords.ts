import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

/** Source: OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB of memory, two passes, one lane. */
const cost = { iterations: 2, memorySize: 19_456, parallelism: 1, hashLength: 32 } as const;

/** The hash with its salt and cost, in the form '$argon2id$v=19$…'. */
export const passwordHash = (password: string): Promise<string> =>
  argon2id({ password: password.normalize('NFC'), salt: randomBytes(16), outputType: 'encoded', ...cost });

let nobodysHash: Promise<string> | undefined;

/** Takes as long for a login that nobody has (`hash` undefined): an outsider learns nothing by the clock. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  nobodysHash ??= passwordHash(randomBytes(16).toString('hex'));
  const matches = await argon2Verify({ password: password.normalize('NFC'), hash: hash ?? (await nobodysHash) });
  return matches && hash !== undefined;
}
