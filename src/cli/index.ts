import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import Encrypted from 'better-sqlite3-multiple-ciphers';
import { BackupError, backUp, restore } from '../main/engine/backup.ts';
import { openWorkspaceFile } from '../main/engine/store/open.ts';
import { BadCorrections } from './corrections.ts';
import { exportRegister } from './export-register.ts';
import { BadRegisterCall, importRegister } from './import-register.ts';
import { importWarningList } from './import-warning-list.ts';
import { resourcesFolder } from './places.ts';
import { read } from './read.ts';
import { validate } from './validate.ts';

/** The engine without a window. */
const usage = `Usage:
  npm run -s cli -- read FILE|DIR… [--json] [--workspace DIR] [--suppliers FILE] [--learn FILE]
      Reads files, and all pictures, PDFs and e-invoices in folders, and prints one JSON line for each: its documents, or why it cannot be read.
      The status is 1 when any file could not be read.
      --workspace DIR   uses the suppliers and the learned rules of a workspace
      --suppliers FILE  uses suppliers of a JSON file: [{ "name", "organisationNumber", "vatNumber", "bankgiros", "plusgiros", "ibans" }]
      --learn FILE      learns first from corrections in the shape of the output, one JSON object a line or a JSON array:
                        { "file", "documents": [{ "pages", "fields": { "invoiceNumber": { "value", "page", "box" } } }] }
                        A field may be a bare value, and null where it does not stand on the invoice; pages, page and box may be left out.
                        Paths count from FILE's folder, from here, or by name in DIR.
  npm run -s cli -- validate FILE|DIR… [--json]
      Judges e-invoices (XML, all XML in folders, PDFs that carry one) by EN 16931, Peppol and Sweden, and prints what is wrong in each;
      with --json one JSON line for each. The status is 1 when any file is not valid: docs/e-invoices.md.
  npm run -s cli -- import-register FILE --register suppliers --workspace DIR (--as NAME | --dry-run)
                    [--mapping FILE] [--system NAME] [--only new|changed] [--without-warnings] [--rows]
      Takes the rows of a text or workbook into a register, in a person's name, or only judges them (--dry-run), and prints a summary
      as JSON, after one line for each row with --rows. The status is 1 when a row was wrong or refused: docs/register-formats.md.
  npm run -s cli -- export-register FILE --register … --workspace DIR [--format economy|marketplace | --mapping FILE]
                    [--reveal REASON --as NAME]
      Writes a register to FILE, as text or, when it ends in .xlsx, as a workbook; what is covered only for a reason that is kept.
  npm run -s cli -- import-warning-list FILE --list NAME --source NAME --workspace DIR (--as NAME | --dry-run) [--as-of DAY]
      Takes an edition of a warning list in; who is gone from it is lifted: docs/control-exchange.md.
  npm run -s cli -- backup --workspace DIR --to DIR [--key-file FILE]
  npm run -s cli -- restore --from DIR --workspace DIR`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    workspace: { type: 'string' },
    suppliers: { type: 'string' },
    learn: { type: 'string' },
    to: { type: 'string' },
    from: { type: 'string' },
    'key-file': { type: 'string' },
    register: { type: 'string' },
    mapping: { type: 'string' },
    format: { type: 'string' },
    system: { type: 'string' },
    as: { type: 'string' },
    only: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'without-warnings': { type: 'boolean' },
    reveal: { type: 'string' },
    rows: { type: 'boolean' },
    list: { type: 'string' },
    source: { type: 'string' },
    'as-of': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [verb, ...files] = positionals;

process.exitCode = await run().catch((error: unknown) => {
  if (error instanceof BackupError) console.error(`${error.code}: ${error.message}`);
  else console.error(isBadCall(error) ? error.message : error);
  return isBadCall(error) ? 2 : 1;
});

function isBadCall(error: unknown): error is Error {
  return error instanceof BadCorrections || error instanceof BadRegisterCall;
}

async function run(): Promise<number> {
  if (verb === 'read' && files.length > 0)
    return read(files, { workspace: values.workspace, suppliers: values.suppliers, learn: values.learn });
  if (verb === 'validate' && files.length > 0) return validate(files, values.json === true);
  const [file, ...others] = files;
  if (verb === 'import-register' && file !== undefined && others.length === 0) return importRegister(file, values);
  if (verb === 'import-warning-list' && file !== undefined && others.length === 0) return importWarningList(file, values);
  if (verb === 'export-register' && file !== undefined && others.length === 0) return exportRegister(file, values);
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
