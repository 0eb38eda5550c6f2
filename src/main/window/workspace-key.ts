import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';

/** `none`: this computer has no key store that is worth the name, so the workspace is not encrypted. */
export type WorkspaceKey = { readonly keyStore: 'system'; readonly key: string } | { readonly keyStore: 'none' };

/**
 * The key that the workspace is encrypted with, 32 bytes in hex. It lies in the workspace, locked by the computer's own key
 * store; so the folder can be moved, and only this person on this computer can open it. Runs in Electron's main process.
 *
 * A workspace that was made without a key goes on without one.
 */
export function findWorkspaceKey(workspace: string): WorkspaceKey {
  const file = join(workspace, 'workspace.key');
  if (existsSync(file)) return { keyStore: 'system', key: unlock(file) };
  if (!hasKeyStore() || existsSync(join(workspace, 'workspace.db'))) return { keyStore: 'none' };

  const key = randomBytes(32).toString('hex');
  mkdirSync(workspace, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, safeStorage.encryptString(key), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return { keyStore: 'system', key };
}

/** On Linux without a keyring Electron falls back to a password that stands in its source: that is no key store. */
function hasKeyStore(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

/** Fails rather than make a new key: with a new one, the workspace could never be opened again. */
function unlock(file: string): string {
  const key = safeStorage.decryptString(readFileSync(file));
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error(`The key of the workspace (${file}) could not be read.`);
  return key;
}
