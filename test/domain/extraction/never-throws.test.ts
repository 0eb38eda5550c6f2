import fc from 'fast-check';
import { test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { closeReadingsWanted, proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { aPage } from '../../make/documents/a-page.ts';

/** What stands on invoices, and what a page of rubble is read as. */
const digits = fc.oneof(fc.nat(99), fc.nat(99_999_999), fc.bigInt({ min: 0n, max: 10n ** 20n })).map(String);
const amount = fc.tuple(digits, fc.constantFrom(',', '.', ' ', ':', "'", '-'), digits).map((parts) => parts.join(''));
const day = fc
  .tuple(fc.nat(3000), fc.nat(14), fc.nat(33), fc.constantFrom('-', '/', '.'))
  .map(([y, m, d, by]) => [y, m, d].join(by));
const label = fc.constantFrom(
  ...['Fakturanr', 'Fakturadatum', 'Förfallodag', 'OCR', 'Bankgiro', 'Plusgiro', 'IBAN', 'Org.nr', 'Momsreg.nr', 'Att betala'],
  ...['Netto', 'Moms', 'Moms 25%', 'Öresavrundning', 'Summa', 'À-pris', 'Antal', 'Kreditfaktura', 'Er referens', 'Sida 1/2', '%'],
);
const mark = fc.constantFrom('#', '>', '|', '—', '-', ':', 'SEK', 'kr', 'EUR', '=', '#41#', 'H', '+');
const word = fc.oneof(digits, amount, day, label, mark, fc.string({ maxLength: 6 }));
const row = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));
const pages = fc.array(fc.array(row, { maxLength: 25 }), { minLength: 1, maxLength: 3 });

test('whatever stands on the pages, documents are proposed', () => {
  fc.assert(
    fc.property(pages, (rowsOfPages) => {
      const read = rowsOfPages.map((rows, place) => ({ ...aPage(rows), page: place + 1 }));
      const { documents } = proposeDocuments(read, { suppliers: [], today: '2026-11-22' as Day });
      for (const document of documents) closeReadingsWanted(document, read);
    }),
    { numRuns: 100 },
  );
}, 30_000);
