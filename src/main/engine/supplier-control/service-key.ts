import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];

/** What a control service's key is kept under: derived from the workspace's own key, which lies in the key store of the operating system. */
const sealingKey = (workspaceKey: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', Buffer.from(workspaceKey, 'hex'), '', 'fakturist control service key', 32));

/** A secret as it may lie on the disk, in base64. */
export function seal(secret: string, workspaceKey: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, sealingKey(workspaceKey), iv);
  const sealed = Buffer.concat([sealing.update(secret, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64');
}

/** Undefined: it was sealed on another computer, or has been damaged; it has to be typed again. */
export function unseal(sealed: string, workspaceKey: string): string | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64');
    const opening = createDecipheriv(cipher, sealingKey(workspaceKey), bytes.subarray(0, ivBytes));
    opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
