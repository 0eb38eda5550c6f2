import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../shared/contract/engine.ts';

/** What is set for this workstation, in `settings.json` beside the database. A file that cannot be understood gives the defaults. */
const settingsSchema = z.object({
  watchedFolder: z.string().nullable().catch(null),
  autoLockMinutes: z.int().min(1).max(240).catch(10),
});

export type SettingsFile = {
  read(): Settings;
  /** `watchedFolder` null: the folder `inbox` in the workspace. */
  save(settings: { readonly watchedFolder: string | null; readonly autoLockMinutes: number }): Promise<Settings>;
};

export async function openSettings(workspace: string): Promise<SettingsFile> {
  const path = join(workspace, 'settings.json');
  let kept = settingsSchema.parse(
    JSON.parse(
      await readFile(path, 'utf8')
        .catch(() => '{}')
        .then((text) => (isJson(text) ? text : '{}')),
    ),
  );
  const read = (): Settings => ({
    autoLockMinutes: kept.autoLockMinutes,
    watchedFolder: kept.watchedFolder ?? join(workspace, 'inbox'),
  });
  return {
    read,
    save: async ({ watchedFolder, autoLockMinutes }) => {
      const folder = watchedFolder === null || watchedFolder.trim() === '' || !isAbsolute(watchedFolder) ? null : watchedFolder;
      kept = { watchedFolder: folder, autoLockMinutes };
      await mkdir(workspace, { recursive: true });
      await writeFile(`${path}.new`, JSON.stringify(kept, null, 2));
      await rename(`${path}.new`, path);
      return read();
    },
  };
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
