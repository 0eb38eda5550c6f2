/** A screen in memory (Xvfb), for a machine without one. Runs on Node 20 without dependencies. */
import { spawn } from 'node:child_process';

/** Gives `{ display: ':99', stop }`. It ends with the process that started it. */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = () => server.kill();
  process.once('exit', stop);

  const number = await new Promise((resolve, reject) => {
    server.on('error', () => reject(new Error('Xvfb is not installed (Debian package xvfb).')));
    server.on('exit', (code) => reject(new Error(`Xvfb ended with status ${code}.`)));
    let said = '';
    server.stdio[3].on('data', (text) => {
      said += text;
      if (said.endsWith('\n')) resolve(said.trim());
    });
  });
  server.unref();
  server.stdio[3].destroy();
  return { display: `:${number}`, stop };
}
