/** `npm run server -- …`: the central server under Node 24, with the dependencies installed first. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { nodeBinary, root } from './places.mjs';
import { ensurePostgresLinks } from './postgres-links.mjs';

ensureDependencies();
ensurePostgresLinks();
const entry = join(root, 'src', 'server', 'index.ts');
const server = spawn(nodeBinary(), [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
// It ends in its own good time: what waits is answered first.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
