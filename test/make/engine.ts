import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { type EngineProcess, startEngine } from '../../src/main/engine/start-engine.ts';
import { type NodeChild, startNodeChild } from '../../src/main/processes/node-child.ts';
import { nodePort } from '../../src/main/processes/node-port.ts';
import { asId } from '../../src/shared/base/ids.ts';
import type { Engine } from '../../src/shared/contract/engine.ts';
import type { Port } from '../../src/shared/contract/port.ts';
import { connectEngine } from '../../src/shared/contract/rpc.ts';
import { uuid } from '../../src/shared/contract/uuid.ts';
import { resourcesFolder } from './workspace.ts';

const readerEntry = join(import.meta.dirname, '../../src/main/reader/index.ts');

/** A real engine on a folder, with a page joined to it; readers are joined when a test wants them. */
export async function anEngine(
  workspace: string,
  options: { readonly demonstration?: boolean; readonly key?: string; readonly clock?: () => number } = {},
) {
  const engine = await startEngine({
    workspace,
    resources: resourcesFolder,
    demonstration: options.demonstration ?? false,
    ...options,
  });
  const children: NodeChild[] = [];
  return {
    engine,
    page: attachedPage(engine),
    rawPage: () => attachedPort(engine),
    /** Starts a reader process and joins it to the engine. */
    startReader: (): NodeChild => {
      const child = startNodeChild({
        entry: readerEntry,
        name: 'reader',
        settings: { ocrDataPath: join(resourcesFolder, 'ocr') },
        log: (text) => process.stderr.write(text),
        node: process.execPath,
      });
      engine.attachReader(child.open('engine'));
      children.push(child);
      return child;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(children.map((child) => child.stop(2_000)));
      await engine.stop();
    },
  };
}

export function attachedPort(engine: EngineProcess): Port {
  const { port1, port2 } = new MessageChannel();
  engine.attachPage(nodePort(port1));
  port2.unref();
  return nodePort(port2);
}

export const attachedPage = (engine: EngineProcess): Engine => connectEngine(attachedPort(engine));

/** Waits until `look` gives something, asking again at each notice and ten times a second. Fails after `seconds`. */
export async function until<T>(look: () => Promise<T | undefined | false>, seconds = 90): Promise<T> {
  const stopAt = performance.now() + seconds * 1_000;
  while (performance.now() < stopAt) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${seconds} s in vain`);
}

/** Founds the workspace with one person who may do everything, and sits down as that person. */
export async function sitDown(page: Engine): Promise<void> {
  const id = asId<'person'>(uuid());
  const grants = (['administrator', 'verification-clerk', 'register-keeper', 'records-officer'] as const).map((role) => ({
    id: asId<'grant'>(uuid()),
    role,
  }));
  const founded = await page.execute('access/found-workspace', {
    people: [{ id, name: 'Anna Berg', initials: 'AB', human: true, grants }],
  });
  if (!founded.ok) throw new Error(founded.error.code);
  await page.task('session/choose-person', { personId: id });
}
