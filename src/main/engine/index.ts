/**
 * The engine's process: takes its settings and ports from main, and starts the engine. Runs as Electron's utility process, or
 * under plain Node where Electron is too old for better-sqlite3.
 */
import { receiveStart } from '../processes/child-port.ts';
import { startEngine } from './start-engine.ts';

const { settings, onPort, onStop } = await receiveStart();
const { workspace, resources, demonstration, withoutDocuments, key } = settings;
if (typeof workspace !== 'string' || typeof resources !== 'string')
  throw new Error('The engine was started without a workspace.');

const engine = await startEngine({
  workspace,
  resources,
  demonstration: demonstration === true,
  withoutDocuments: withoutDocuments === true,
  ...(typeof key === 'string' ? { key } : {}),
});

onStop(() => engine.stop());
onPort((name, port) => {
  if (name === 'page') engine.attachPage(port);
  if (name === 'reader') engine.attachReader(port);
  if (name === 'clerk-reader') engine.attachReader(port, { forClerk: true });
});
