import { describe, expect, test } from 'vitest';
import { openTextLayer } from '../../../src/main/reader/text-layer.ts';
import { passesModulus10, passesModulus97 } from '../../../src/shared/base/check-digits.ts';
import { makePaper } from './make-paper.ts';
import { paperFacts } from './paper-facts.ts';
import { supplierOf } from './suppliers.ts';

const seeds = Array.from({ length: 16 }, (_, at) => 5_000 + at);

describe('generated papers', () => {
  test('the same seed gives the same bytes, another seed other ones', async () => {
    const [once, again, other] = [await makePaper(31), await makePaper(31), await makePaper(32)];
    expect(Buffer.compare(once.pdf, again.pdf)).toBe(0);
    expect(once.truth).toEqual(again.truth);
    expect(Buffer.compare(once.pdf, other.pdf)).not.toBe(0);
  });

  test('numbers have right check digits', () => {
    for (const seed of Array.from({ length: 300 }, (_, at) => at)) {
      const { organisationNumber, bankgiro, plusgiro, iban } = supplierOf(seed);
      for (const digits of [organisationNumber, bankgiro, plusgiro])
        if (digits !== null) expect(passesModulus10(digits), digits).toBe(true);
      if (iban !== null) expect(passesModulus97(iban), iban).toBe(true);
      const { ocr } = paperFacts(seed);
      if (ocr !== null) expect(passesModulus10(ocr), ocr).toBe(true);
    }
  });

  test('sums are those of the lines', () => {
    for (const seed of Array.from({ length: 200 }, (_, at) => at)) {
      const { sums, lines, type } = paperFacts(seed);
      const sign = type === 'credit_note' ? -1 : 1;
      expect(sums.net).toBe(sign * lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) + 0);
      expect(sums.net + sums.vat + sums.rounding).toBe(sums.total);
      expect(Math.abs(sums.rounding)).toBeLessThanOrEqual(50);
    }
  });

  test('what the truth says stands in its box, in the text of the PDF', async () => {
    for (const seed of seeds) {
      const { pdf, truth } = await makePaper(seed);
      const layer = await openTextLayer(pdf);
      for (const { field, page, box, text } of truth.printed) {
        const words = (await layer.wordsOf(page)) ?? [];
        const inside = words.filter(({ box: [x0, y0, x1, y1] }) => {
          const y = (y0 + y1) / 2;
          return x1 > box[0] + 0.001 && x0 < box[2] - 0.001 && y > box[1] && y < box[3];
        });
        const read = inside.map((word) => word.text).join('');
        expect(read, `${seed} ${field}`).toContain(text.replace(/ /g, ''));
        expect(truth.fields[field], `${seed} ${field}`).not.toBeNull();
      }
      await layer.close();
    }
  }, 60_000);

  test('papers differ: types, pages, currencies, rates', () => {
    const many = Array.from({ length: 400 }, (_, at) => paperFacts(at));
    expect(new Set(many.map(({ type }) => type)).size).toBe(4);
    expect(new Set(many.map(({ currency }) => currency)).size).toBeGreaterThanOrEqual(4);
    expect(many.filter(({ sums }) => sums.byRate.length > 1).length).toBeGreaterThan(30);
    expect(many.filter(({ supplier }) => supplier.country !== 'SE').length).toBeGreaterThan(15);
  });
});
