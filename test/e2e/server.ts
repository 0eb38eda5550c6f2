import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './launch.ts';

export type DemonstrationServer = {
  readonly address: string;
  readonly password: string;
  /** One for each workstation that is to be enrolled. */
  readonly codes: readonly string[];
  stop(): Promise<void>;
};

/** `npm run server -- --demonstration` in a process of its own, with PostgreSQL under it; all that it prints is taken as a person would. */
export async function startDemonstrationServer(folder: string): Promise<DemonstrationServer> {
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  const entry = join(root, 'src', 'server', 'index.ts');
  const child = spawn(node, [entry, '--demonstration', '--port', '0', '--data', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const codes: string[] = [];
  let password = '';
  for await (const line of createInterface(child.stdout)) {
    password = /with the password (\S+)/.exec(line)?.[1] ?? password;
    const code = /with the code (\S+)/.exec(line)?.[1];
    if (code !== undefined) codes.push(code);
    const address = /server answers at (\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stdout.resume();
      return {
        address,
        password,
        codes,
        stop: async () => {
          child.kill('SIGTERM');
          await exited;
        },
      };
    }
  }
  throw new Error('the server ended before it answered');
}
