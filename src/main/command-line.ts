import { join, resolve } from 'node:path';
import { app } from 'electron';

export type CommandLine = {
  readonly workspace: string;
  /** A workspace with sample suppliers and documents, where nothing is secret. */
  readonly demonstration: boolean;
  /** The demonstration's documents are not laid in the watched folder: somebody else does it. */
  readonly withoutDocuments: boolean;
  /** Copies are saved here without asking; for tests and demonstrations. */
  readonly saveCopiesTo: string | undefined;
};

/** Reads the program's own switches: `--workspace=DIR`, `--demonstration`, `--without-documents`, `--save-copies-to=DIR`. Runs in Electron's main process. */
export function readCommandLine(): CommandLine {
  const demonstration = app.commandLine.hasSwitch('demonstration');
  const usual = join(app.getPath('userData'), demonstration ? 'demonstration' : 'workspace');
  return {
    workspace: folder('workspace') ?? usual,
    demonstration,
    withoutDocuments: app.commandLine.hasSwitch('without-documents'),
    saveCopiesTo: folder('save-copies-to'),
  };
}

function folder(name: string): string | undefined {
  const value = app.commandLine.getSwitchValue(name);
  return value === '' ? undefined : resolve(value);
}
