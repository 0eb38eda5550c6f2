import { type SnapshotLine, snapshotLine } from '../../../shared/contract/wire.ts';
import { LinkError } from './ports.ts';

/** Lines that stop coming for this long have broken off. */
const idleMs = 30_000;
const longestLine = 16_000_000;

/** The lines of a snapshot as they come. Ends early, without a word, when the link breaks: the line that counts them is then missing. */
export async function* readSnapshot(body: ReadableStream<Uint8Array>, stop: AbortController): AsyncGenerator<SnapshotLine> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const chunk = await soon(reader.read(), stop);
      if (chunk === undefined || chunk.done) return;
      const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) throw new LinkError('unreachable');
      for (const line of lines) yield parse(line);
    }
  } finally {
    stop.abort();
  }
}

/** What comes, unless nothing comes for too long, or the link breaks. */
async function soon<T>(coming: Promise<T>, stop: AbortController): Promise<T | undefined> {
  const timer = setTimeout(() => stop.abort(), idleMs);
  try {
    return await coming;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

function parse(line: string): SnapshotLine {
  try {
    return snapshotLine.parse(JSON.parse(line));
  } catch {
    throw new LinkError('unreachable');
  }
}
