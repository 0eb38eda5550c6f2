import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Readers, startReaders } from '../main/engine/intake/readers.ts';
import { type NodeChild, startNodeChild } from '../main/processes/node-child.ts';

const entry = fileURLToPath(new URL('../main/reader/index.ts', import.meta.url));

/** Reader processes without a window: one that ends is started anew for as long as there is work. */
export function openReaders(resources: string, count: number): Readers & { close(): Promise<void> } {
  const readers = startReaders(() => {});
  const running = new Set<NodeChild>();
  let closed = false;

  function start(): void {
    let said = ''; // OCR libraries chatter: worth reading only when the process ends badly
    const child = startNodeChild({
      entry,
      name: 'reader',
      settings: { ocrDataPath: join(resources, 'ocr') },
      log: (text) => {
        said = (said + text).slice(-2_000);
      },
      node: process.execPath,
    });
    running.add(child);
    readers.attach(child.open('engine'));
    child.onExit(() => {
      running.delete(child);
      if (closed) return;
      process.stderr.write(said);
      start();
    });
  }

  for (let number = 0; number < count; number += 1) start();
  return {
    ...readers,
    close: async () => {
      closed = true;
      await Promise.all([...running].map((child) => child.stop(1_000)));
    },
  };
}
