import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { openWorkspaceFile, type SqliteDriver, type WorkspaceFile } from '../../src/main/engine/store/open.ts';

export const resourcesFolder = resolve(import.meta.dirname, '../../resources');
export const workspaceMigrations = join(resourcesFolder, 'migrations', 'workspace');
export const serverMigrations = join(resourcesFolder, 'migrations', 'server');

/** A folder of its own that is gone when the test is over: `using folder = aFolder()`. */
export function aFolder(): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'fakturist-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** An empty workspace file in a folder of its own. */
export function aWorkspaceFile(
  driver: SqliteDriver = { open: Database },
): WorkspaceFile & { readonly folder: string } & Disposable {
  const folder = aFolder();
  const file = openWorkspaceFile(folder.path, workspaceMigrations, driver);
  return {
    ...file,
    folder: folder.path,
    [Symbol.dispose]: () => {
      file.close();
      folder[Symbol.dispose]();
    },
  };
}
