import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startReaders } from '../../src/main/engine/intake/readers.ts';
import { makePortPair } from '../../src/main/processes/join-ports.ts';

const job = { path: '/nowhere', fileName: 'x.pdf', onOpened: () => {}, onPage: async () => {} };

/** A reader that answers a request with whatever it is told to. */
function readersWith(answer: (requestId: number) => unknown) {
  const readers = startReaders(() => {});
  const [ours, theirs] = makePortPair();
  theirs.onMessage((message) => theirs.post(answer((message as { requestId: number }).requestId)));
  readers.attach(ours);
  theirs.post({ kind: 'ready' });
  return { readers, gone: () => theirs.close() };
}

test('a reader that says what no reader says costs its file, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (nonsense) => {
      fc.pre(!(typeof nonsense === 'object' && nonsense !== null && 'kind' in nonsense));
      const { readers } = readersWith(() => nonsense);
      expect(await readers.read(job)).toEqual({ kind: 'failed', code: 'reader-crashed' });
    }),
    { numRuns: 50 },
  );
});

test('a page with words outside the paper is refused', async () => {
  const words = {
    page: 1,
    widthPx: 10,
    heightPx: 10,
    textSource: 'ocr',
    words: [{ text: 'x', box: [0, 0, 7, 1], confidence: 1, line: 1 }],
  };
  const { readers } = readersWith((requestId) => ({
    kind: 'page',
    requestId,
    page: { words, image: new Uint8Array(), imageType: 'image/png', dpi: null, turnedDegrees: 0 },
  }));
  expect(await readers.read(job)).toEqual({ kind: 'failed', code: 'reader-crashed' });
});

test('a reader that goes away gives its file back, and the next reader takes it', async () => {
  const { readers, gone } = readersWith(() => ({ kind: 'ready' }));
  const first = readers.read(job);
  gone();
  expect(await first).toEqual({ kind: 'reader-gone' });
  expect(readers.ready()).toBe(0);
});

test('an answer to another request is not taken for this one', async () => {
  let asked = 0;
  const { readers, gone } = readersWith((requestId) => {
    asked += 1;
    return { kind: 'done', requestId: requestId + 7, timingsMs: { open: 0, render: 0, read: 0, total: 0 } };
  });
  const first = readers.read(job);
  await expect.poll(() => asked).toBe(1);
  gone();
  expect(await first).toEqual({ kind: 'reader-gone' });
});
