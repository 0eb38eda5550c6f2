/** A screen in memory (Xvfb), for a machine without one. Runs on Node 20 without dependencies. */
import { spawn } from 'node:child_process';

/** The shell waits for the end of its input, which comes with the end of whoever started it, however that ends. */
const untilInputEnds = 'Xvfb "$@" & server=$!; cat > /dev/null; kill "$server"';

/** Gives `{ display: ':99', stop }`. It ends with the process that started it. */
export async function startVirtualDisplay() {
  const options = ['-displayfd', '3', '-screen', '0', '1440x960x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('sh', ['-c', untilInputEnds, 'virtual-display', ...options], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
  });

  const number = await new Promise((resolve, reject) => {
    const fail = () => reject(new Error('Xvfb does not start; is it installed (Debian package xvfb)?'));
    const timer = setTimeout(fail, 10_000);
    let said = '';
    server.on('error', fail);
    server.stdio[3].on('data', (text) => {
      said += text;
      if (!said.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(said.trim());
    });
  });
  server.unref();
  server.stdin.unref();
  server.stdio[3].destroy();
  return { display: `:${number}`, stop: () => server.stdin.end() };
}
