/**
 * A reader's process: opens foreign files for the engine that it is joined to, and ends with it. Runs as Electron's utility
 * process, or under plain Node beside an engine that does.
 */
import { constants, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { receiveStart } from '../processes/child-port.ts';
import { startReader } from './start-reader.ts';
import { startWatchdog } from './watchdog.ts';

/** A page that keeps a decoder busy for longer than this is given up, with the process. */
const stuckMs = 30_000;
/** A page of 300 dpi in colour takes a third of this; a file that takes more is given up, with the process. */
const mostBytes = 1_000_000_000;
const mostHeapMegabytes = 400;

setFlagsFromString(`--max-old-space-size=${mostHeapMegabytes}`);
setFlagsFromString('--expose-gc');
startWatchdog({ limitMs: stuckMs, limitBytes: mostBytes });
const { settings, onPort } = await receiveStart();
const { ocrDataPath, forClerk } = settings;
if (typeof ocrDataPath !== 'string') throw new Error('A reader was started without its OCR data.');
// Reading waits for the clerk, not the clerk for reading: only the reader that a clerk waits for is not put last. Threads start later.
if (forClerk !== true) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

onPort((name, port) => {
  if (name !== 'engine') return;
  port.onClose(() => process.exit(0));
  startReader({ port, ocrDataPath, afterEach: runInNewContext('gc') as () => void }).catch((error) => {
    console.error(error);
    process.exit(1);
  });
});
