import { err, ok, type Result } from '../../../shared/base/result.ts';

/**
 * The address of a server as somebody types it, without what follows the host. Plain HTTP is for the same computer only: passwords
 * and tokens travel with every request.
 */
export function parseServerAddress(typed: string): Result<string, 'not-an-address' | 'not-encrypted'> {
  const text = typed.trim();
  if (!URL.canParse(withScheme(text))) return err('not-an-address');
  const url = new URL(withScheme(text));
  if (url.protocol === 'https:') return ok(url.origin);
  if (url.protocol !== 'http:') return err('not-an-address');
  return isThisComputer(url.hostname) ? ok(url.origin) : err('not-encrypted');
}

const withScheme = (text: string): string => (text.includes('://') ? text : `https://${text}`);

const isThisComputer = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
