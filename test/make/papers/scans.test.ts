import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { degradations } from './degrade.ts';
import { makeFile } from './make-paper.ts';

describe('scanned papers', () => {
  test.each(degradations)(
    '%s: the same seed gives the same file',
    async (degradation) => {
      const [once, again] = [
        await makeFile(12, degradation, { lineCount: 2 }),
        await makeFile(12, degradation, { lineCount: 2 }),
      ];
      expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
      expect(once.fileName).toMatch(/^12\.(pdf|jpg|tif)$/);
    },
    30_000,
  );

  test('a worn page keeps its rows: dark where it was printed, light where not', async () => {
    for (const seed of [22, 36]) {
      const { bytes, fileName } = await makeFile(seed, 'worn');
      if (fileName.endsWith('.pdf')) continue;
      const { channels } = await sharp(bytes).stats();
      const { width, height } = await sharp(bytes).metadata();
      expect(height / width).toBeGreaterThan(1.3);
      expect(channels[0]?.mean).toBeGreaterThan(150);
    }
  }, 30_000);

  test('a turned page is the page, turned', async () => {
    const [upright, turned] = [await makeFile(21, 'office'), await makeFile(21, 'office', { turn: 90 })];
    const [one, other] = [await sharp(upright.bytes).metadata(), await sharp(turned.bytes).metadata()];
    expect([other.width, other.height]).toEqual([one.height, one.width]);
  }, 30_000);
});
