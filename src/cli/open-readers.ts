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
    const child = startNodeChild({
      entry,
      name: 'reader',
      settings: { ocrDataPath: join(resources, 'ocr') },
      log: (text) => process.stderr.write(text),
      node: process.execPath,
    });
    running.add(child);
    readers.attach(child.open('engine'));
    child.onExit(() => {
      running.delete(child);
      if (!closed) start();
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
