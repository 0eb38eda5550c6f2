import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFailures } from '../../src/shared/contract/reader.ts';
import { aPdf, aScan, from } from './make-pages.ts';
import { outcomeOf, type ReaderUnderTest, startReaderUnderTest } from './reader-under-test.ts';

let reader: ReaderUnderTest;
beforeAll(async () => {
  reader = await startReaderUnderTest();
});
afterAll(() => reader.stop());

const seconds = 1000;
const anEnd = ['done', ...readFailures];

/** Some bytes changed, then perhaps an end cut off: places and the cut as shares of the file. */
const mutations = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

function mutate(bytes: Uint8Array, { changes, kept }: { changes: readonly [number, number][]; kept: number }): Uint8Array {
  const mutated = Uint8Array.from(bytes);
  for (const [place, value] of changes) mutated[Math.floor(place * (mutated.length - 1))] = value;
  return mutated.subarray(0, Math.ceil(kept * mutated.length));
}

test.each([
  ['JPEG', async () => (await aSmallScan()).jpeg().toBuffer()],
  ['PNG', async () => (await aSmallScan()).png().toBuffer()],
  ['TIFF', async () => (await aSmallScan()).tiff({ compression: 'lzw' }).toBuffer()],
  ['PDF', () => aPdf()],
] as const)('however a %s is broken, it is read or refused, in time', async (_, make) => {
  const whole = await make();
  const property = fc.asyncProperty(mutations, async (mutation) => {
    const startedAtMs = performance.now();
    const answer = await reader.read(mutate(whole, mutation));
    expect(anEnd).toContain(outcomeOf(answer));
    expect(performance.now() - startedAtMs).toBeLessThan(20 * seconds);
  });
  await fc.assert(property, { numRuns: 60, interruptAfterTimeLimit: 10 * seconds, endOnFailure: true });
});

const aSmallScan = async () =>
  sharp(
    await from(await aScan())
      .resize(160)
      .png()
      .toBuffer(),
  );
