import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import Encrypted from 'better-sqlite3-multiple-ciphers';
import { BackupError, backUp, restore } from '../main/engine/backup.ts';
import { openWorkspaceFile } from '../main/engine/store/open.ts';
import { resourcesFolder } from './places.ts';
import { read } from './read.ts';

/** The engine without a window. */
const usage = `Usage:
  npm run -s cli -- read FILE… [--json] [--workspace DIR]      read files, one JSON line each
  npm run -s cli -- backup --workspace DIR --to DIR [--key-file FILE]
  npm run -s cli -- restore --from DIR --workspace DIR`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    workspace: { type: 'string' },
    to: { type: 'string' },
    from: { type: 'string' },
    'key-file': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [verb, ...files] = positionals;

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof BackupError ? `${error.code}: ${error.message}` : error);
  return 1;
});

async function run(): Promise<number> {
  if (verb === 'read' && files.length > 0) return read(files, { workspace: values.workspace });
  if (verb === 'backup' && values.workspace !== undefined && values.to !== undefined)
    return makeBackup(resolve(values.workspace), resolve(values.to));
  if (verb === 'restore' && values.from !== undefined && values.workspace !== undefined) {
    const { seq, invoices, blobs } = await restore(resolve(values.from), resolve(values.workspace));
    console.info(`Restored ${invoices} invoices and ${blobs.length} blobs, up to entry ${seq} of the log.`);
    return 0;
  }
  console.info(usage);
  return values.help === true ? 0 : 2;
}

async function makeBackup(workspace: string, to: string): Promise<number> {
  if (!existsSync(join(workspace, 'workspace.db'))) {
    console.error(`There is no workspace in ${workspace}.`);
    return 1;
  }
  const keyFile = values['key-file'];
  const driver = keyFile === undefined ? { open: Database } : { open: Encrypted, key: readFileSync(keyFile, 'utf8').trim() };
  const file = openWorkspaceFile(workspace, join(resourcesFolder, 'migrations', 'workspace'), driver);
  const { seq, invoices, blobs } = await backUp(workspace, file.reader, to, new Date());
  file.close();
  console.info(`Backed up ${invoices} invoices and ${blobs.length} blobs, up to entry ${seq} of the log, to ${to}.`);
  return 0;
}
