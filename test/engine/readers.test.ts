import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patiently } from '../../src/main/engine/intake/patience.ts';
import { type Readers, startReaders } from '../../src/main/engine/intake/readers.ts';
import { makePortPair } from '../../src/main/processes/join-ports.ts';
import type { Port } from '../../src/shared/contract/port.ts';
import type { ReaderRequest } from '../../src/shared/contract/reader.ts';

const read = (readers: Readers, page = 1) => readers.readPage('/nowhere', page, () => [page]);

/** Joins a reader that answers a request with whatever it is told to; null: it does not answer. */
function join(readers: Readers, answer: (request: ReaderRequest) => unknown, options?: { readonly forClerk: boolean }): Port {
  const [ours, theirs] = makePortPair();
  theirs.onMessage((message) => {
    const said = answer(message as ReaderRequest);
    if (said !== null) theirs.post(said);
  });
  readers.attach(ours, options);
  theirs.post({ kind: 'ready' });
  return theirs;
}
function readersWith(answer: (requestId: number) => unknown) {
  const readers = startReaders(() => {});
  const theirs = join(readers, ({ requestId }) => answer(requestId));
  return { readers, gone: () => theirs.close() };
}

const aPage = (requestId: number, x1 = 1) => ({
  kind: 'page',
  requestId,
  page: {
    words: {
      ...{ page: 1, widthPx: 10, heightPx: 10, textSource: 'ocr', again: [], codes: [], flags: [] },
      words: [{ text: 'x', box: [0, 0, x1, 1], confidence: 1, line: 1 }],
    },
    ...{ image: new Uint8Array(), imageType: 'image/png', dpi: null, turnedDegrees: 0 },
  },
});

test('a reader that says what no reader says costs its page, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (nonsense) => {
      fc.pre(!(typeof nonsense === 'object' && nonsense !== null && 'kind' in nonsense) && nonsense !== null);
      const { readers } = readersWith(() => nonsense);
      expect(await read(readers)).toEqual({ kind: 'failed', code: 'reader-crashed' });
    }),
    { numRuns: 50 },
  );
});

test('a page with words outside the paper is refused', async () => {
  const { readers } = readersWith((requestId) => aPage(requestId, 7));
  expect(await read(readers)).toEqual({ kind: 'failed', code: 'reader-crashed' });
  const { readers: others } = readersWith((requestId) => aPage(requestId));
  expect(await read(others)).toMatchObject({ kind: 'done', value: { words: { page: 1 } } });
});

test('a page bears the number that was asked for, whatever the reader says', async () => {
  const { readers } = readersWith((requestId) => aPage(requestId));
  expect(await read(readers, 7)).toMatchObject({ kind: 'done', value: { words: { page: 7 } } });
});

test('a reader that goes away gives its page back, and the next reader takes it', async () => {
  const { readers, gone } = readersWith(() => ({ kind: 'ready' }));
  const first = read(readers);
  gone();
  expect(await first).toEqual({ kind: 'reader-gone' });
  expect(readers.ready()).toBe(0);
  const second = read(readers);
  join(readers, ({ requestId }) => aPage(requestId));
  expect(await second).toMatchObject({ kind: 'done' });
});

test('a page that costs reader after reader waits behind the others, and is given up', async () => {
  const readers = startReaders(() => {});
  const taken: number[] = [];
  const joinOne = (): void => {
    const theirs: Port = join(readers, (request) => {
      const page = request.kind === 'read-page' ? request.page : 0;
      taken.push(page);
      if (page !== 1) return aPage(request.requestId);
      theirs.close();
      return null;
    });
  };
  const work = [1, 2, 3].map((page) =>
    patiently((when) => readers.readPage('/nowhere', page, when), { urgency: () => [page], onReaderLost: joinOne }),
  );
  joinOne();
  const outcomes = await Promise.all(work);
  expect(taken).toEqual([1, 1, 2, 3, 1, 1, 1]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'done', 'done']);
  expect(outcomes[0]).toMatchObject({ code: 'reader-crashed' });
});

test('an answer to another request, or of another kind, is not taken for this one', async () => {
  let asked = 0;
  const { readers, gone } = readersWith((requestId) => {
    asked += 1;
    return asked === 1 ? aPage(requestId + 7) : { kind: 'zones', requestId, words: [] };
  });
  const first = read(readers);
  await expect.poll(() => asked).toBe(1);
  gone();
  expect(await first).toEqual({ kind: 'reader-gone' });
});

test('the most urgent work is taken first, as it is when a reader is free', async () => {
  const readers = startReaders(() => {});
  const taken: number[] = [];
  let hurried = 0;
  const work = [5, 2, 9].map((page) => readers.readPage('/nowhere', page, () => [page === hurried ? 0 : 1, page]));
  hurried = 9;
  join(readers, (request) => {
    taken.push(request.kind === 'read-page' ? request.page : 0);
    return aPage(request.requestId);
  });
  await Promise.all(work);
  expect(taken).toEqual([9, 2, 5]);
});

test('what a clerk waits for goes to the reader that is kept for it, and where there is none before all else', async () => {
  const readers = startReaders(() => {});
  const done: string[] = [];
  const answerAs = (name: string) => (request: ReaderRequest) => {
    done.push(`${name} ${request.kind}`);
    if (request.kind === 'read-zones') return { kind: 'zones', requestId: request.requestId, words: [[]] };
    return aPage(request.requestId);
  };
  const forClerk = join(readers, answerAs('clerk'), { forClerk: true });
  await readers.readZonesNow('/nowhere', []);
  expect(done.splice(0)).toEqual(['clerk read-zones']);
  const pages = [1, 2].map((page) => read(readers, page)); // not for the clerk's reader
  await readers.readZonesNow('/nowhere', []);
  expect(done.splice(0)).toEqual(['clerk read-zones']);

  forClerk.close();
  await expect.poll(() => readers.ready()).toBe(0);
  const zone = readers.readZonesNow('/nowhere', []);
  join(readers, answerAs('other'));
  await Promise.all([...pages, zone]);
  expect(done).toEqual(['other read-zones', 'other read-page', 'other read-page']);
});

test('a reader is told when it is the only one at work', async () => {
  const readers = startReaders(() => {});
  const alone: boolean[] = [];
  const answers: (() => void)[] = [];
  for (let place = 0; place < 2; place += 1) {
    const theirs: Port = join(readers, (request) => {
      if (request.kind === 'read-page') alone.push(request.alone === true);
      answers.push(() => theirs.post(aPage(request.requestId)));
      return null;
    });
  }
  const work = [1, 2].map((page) => read(readers, page));
  await expect.poll(() => answers.length).toBe(2);
  for (const answer of answers.splice(0)) answer();
  await Promise.all(work);
  work.push(read(readers, 3));
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  await Promise.all(work);
  expect(alone).toEqual([false, false, true]);
});
