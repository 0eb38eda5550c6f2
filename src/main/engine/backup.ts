import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Database from 'better-sqlite3';
import { z } from 'zod';

/**
 * A backup of a single-seat workspace is a folder: `workspace.db` as it was at one moment, every blob, and `backup.json`, which is
 * written last and tells what must be there. A folder without it is no backup.
 */
const manifestSchema = z.object({
  format: z.literal('fakturist-backup-1'),
  madeAt: z.string(),
  databaseSha256: z.string(),
  seq: z.number(),
  invoices: z.number(),
  blobs: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Why a backup cannot be made or used. */
export class BackupError extends Error {
  readonly code: 'not-empty' | 'no-backup' | 'damaged-backup';
  constructor(code: 'not-empty' | 'no-backup' | 'damaged-backup', message: string) {
    super(message);
    this.code = code;
  }
}

/** Copies a workspace that may be in use. `database` is a connection to its `workspace.db`. */
export async function backUp(workspace: string, database: Database.Database, target: string, now: Date): Promise<Manifest> {
  await demandEmpty(target);
  await mkdir(join(target, 'blobs'), { recursive: true });
  const copy = join(target, 'workspace.db');
  await database.backup(copy);
  const blobs = await blobNames(workspace); // after the rows: what they cite is there
  for (const sha256 of blobs) await copyBlob(workspace, target, sha256);
  const manifest: Manifest = {
    format: 'fakturist-backup-1',
    madeAt: now.toISOString(),
    databaseSha256: await sha256Of(copy),
    seq: Number(database.prepare('SELECT coalesce(max(seq), 0) FROM entry').pluck().get()),
    invoices: Number(database.prepare('SELECT count(*) FROM supplier_invoices').pluck().get()),
    blobs,
  };
  await writeFlushed(join(target, 'backup.json.new'), JSON.stringify(manifest, null, 2));
  await rename(join(target, 'backup.json.new'), join(target, 'backup.json'));
  return manifest;
}

/** Puts a backup in an empty folder, after every byte of it has been checked. */
export async function restore(source: string, workspace: string): Promise<Manifest> {
  await demandEmpty(workspace);
  const manifest = await readManifest(source);
  if ((await sha256Of(join(source, 'workspace.db'))) !== manifest.databaseSha256)
    throw new BackupError('damaged-backup', 'workspace.db is not as it was backed up');
  for (const sha256 of manifest.blobs) {
    const found = await sha256Of(blobPath(source, sha256)).catch(() => 'missing');
    if (found !== sha256)
      throw new BackupError('damaged-backup', `blob ${sha256} is ${found === 'missing' ? 'missing' : 'damaged'}`);
  }
  await mkdir(join(workspace, 'blobs'), { recursive: true });
  for (const sha256 of manifest.blobs) await copyBlob(source, workspace, sha256);
  await copyFile(join(source, 'workspace.db'), join(workspace, 'workspace.db.new'));
  await rename(join(workspace, 'workspace.db.new'), join(workspace, 'workspace.db')); // last: a half restore is no workspace
  return manifest;
}

async function readManifest(source: string): Promise<Manifest> {
  const text = await readFile(join(source, 'backup.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupError('no-backup', `${source} holds no finished backup`);
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new BackupError('damaged-backup', 'backup.json cannot be understood');
  }
}

async function demandEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) throw new BackupError('not-empty', `${folder} is not empty`);
}

const blobPath = (folder: string, sha256: string): string => join(folder, 'blobs', sha256.slice(0, 2), sha256);

async function blobNames(workspace: string): Promise<string[]> {
  const found = await readdir(join(workspace, 'blobs'), { recursive: true });
  return found.map((path) => path.slice(-64)).filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function copyBlob(from: string, to: string, sha256: string): Promise<void> {
  const target = blobPath(to, sha256);
  await mkdir(join(target, '..'), { recursive: true });
  await copyFile(blobPath(from, sha256), target);
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function writeFlushed(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text);
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}
