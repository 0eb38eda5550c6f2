import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { asPageWords } from '../../../src/shared/base/page.ts';
import { findSupplierKeys, type KnownSupplier, proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { showOrganisationNumber } from '../../../src/shared/domain/identifiers/index.ts';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import { aPage } from '../../make/documents/a-page.ts';
import { buyer, companies } from '../../make/documents/companies.ts';

const today = '2026-11-22' as Day;
const { office } = companies;
const known: KnownSupplier = { ...office, id: asId<'supplier'>(office.id) };

const invoice = (changes: Readonly<Record<string, string>> = {}): readonly string[] =>
  [
    'Påhittade Kontorsvaror AB                        FAKTURA',
    '',
    'Region Exempel                                   Fakturanr      104417',
    'Box 1001                                         Fakturadatum   2026-10-14',
    '999 01 Exempelstad                               Förfallodatum  2026-11-13',
    `Ert org.nr ${showOrganisationNumber(buyer.organisationNumber)}`,
    '',
    'Benämning                    Antal      À-pris      Belopp',
    'Kopieringspapper                40       48,50    1 940,00',
    'Pärm                            25       27,90      697,50',
    '',
    '                                     Netto        2 637,50',
    '                                     Moms 25 %      659,38',
    '                                     Öresavrundning   0,12',
    '                                     Att betala   3 297,00 kr',
    '',
    'Betalningsvillkor 30 dagar',
    'Bankgiro 991-1017      OCR 10441780      Org.nr 555901-0128',
  ].map((row) => Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), row));

const propose = (rows: readonly string[], suppliers: readonly KnownSupplier[] = [known]) => {
  const [proposal] = proposeDocuments([aPage(rows)], { suppliers, today }).documents;
  if (!proposal) throw new Error('no proposal');
  return proposal;
};

describe('a plain invoice', () => {
  test('gives every value', () => {
    const { fields, lines } = propose(invoice());
    const values = Object.fromEntries(fieldNames.map((name) => [name, fields[name].value]));
    expect(values).toEqual({
      supplierName: 'Påhittade Kontorsvaror AB',
      organisationNumber: '5559010128',
      vatNumber: null,
      invoiceNumber: '104417',
      invoiceDate: '2026-10-14',
      dueDate: '2026-11-13',
      ocrReference: '10441780',
      bankgiro: '9911017',
      plusgiro: null,
      iban: null,
      netMinor: 263_750,
      vatMinor: 65_938,
      roundingMinor: 12,
      totalMinor: 329_700,
      currency: 'SEK',
      buyerReference: null,
      purchaseOrderNumber: null,
    });
    expect(lines.map((line) => [line.description, line.quantity, line.unitPriceMinor, line.amountMinor])).toEqual([
      ['Kopieringspapper', 40, 4_850, 194_000],
      ['Pärm', 25, 2_790, 69_750],
    ]);
  });

  test('is safe where two proofs agree', () => {
    const { fields } = propose(invoice());
    const safe = fieldNames.filter((name) => fields[name].state === 'safe');
    expect(safe).toEqual([
      'supplierName',
      'organisationNumber',
      'invoiceNumber',
      'invoiceDate',
      'dueDate',
      'bankgiro',
      'netMinor',
      'vatMinor',
      'roundingMinor',
      'totalMinor',
      'currency',
    ]);
    expect(fields.bankgiro.evidence.map((one) => one.kind)).toEqual(['register', 'check-digit', 'label', 'pixels']);
  });
});

describe('what is never safe', () => {
  test('a supplier that is not in the register, and its payment number', () => {
    const { fields } = propose(invoice(), []);
    expect([fields.supplierName.state, fields.organisationNumber.state, fields.bankgiro.state]).toEqual([
      'check',
      'check',
      'check',
    ]);
    expect(fields.supplierName.value).toBe('Påhittade Kontorsvaror AB');
  });

  test("a payment number that is not in its supplier's register row", () => {
    const { fields } = propose(invoice({ '991-1017': '991-2023' }));
    expect([fields.supplierName.state, fields.bankgiro.value, fields.bankgiro.state]).toEqual(['safe', '9912023', 'check']);
  });

  test('a Bankgiro number with a wrong check digit, printed so for sure, is an error', () => {
    const page = aPage(invoice({ '991-1017': '991-1018' }));
    const again = page.words.filter(({ text }) => text === '991-1018');
    const [proposal] = proposeDocuments([{ ...page, again }], { suppliers: [known], today }).documents;
    expect(proposal?.fields.bankgiro).toMatchObject({ value: '9911018', state: 'error' });
  });

  test('a Bankgiro number that may be a misreading of the register’s is that one, for a person to look at', () => {
    const { fields } = propose(invoice({ '991-1017': '991-1018' }));
    expect(fields.bankgiro).toMatchObject({ value: '9911017', state: 'check', alternatives: [{ value: '9911018' }] });
  });

  test('sums that do not add up', () => {
    const { fields } = propose(invoice({ '3 297,00': '3 397,00' }));
    expect([fields.totalMinor.value, fields.totalMinor.state]).toEqual([339_700, 'check']);
  });

  test('what a second reading reads otherwise', () => {
    const page = aPage(invoice());
    const number = page.words.find(({ text }) => text === '104417');
    const again = number === undefined ? [] : [{ ...number, text: '104477' }];
    const [proposal] = proposeDocuments([{ ...page, again }], { suppliers: [known], today }).documents;
    expect(proposal?.fields.invoiceNumber).toMatchObject({
      value: '104417',
      state: 'check',
      alternatives: [{ value: '104477' }],
    });
  });
});

test('an order number that a closer look at its first sign begins with a letter', () => {
  const page = aPage([...invoice(), 'Beställningsnummer: 10-83801']);
  const again = page.words.filter(({ text }) => text === '10-83801').map((word) => ({ ...word, text: 'IO-83801' }));
  expect(again).toHaveLength(1);
  const [proposal] = proposeDocuments([{ ...page, again }], { suppliers: [known], today }).documents;
  expect(proposal?.fields.purchaseOrderNumber).toMatchObject({ value: 'IO-83801', state: 'check' });
});

describe('the buyer', () => {
  test("is not taken for the supplier, even where the supplier's number is not printed", () => {
    const { fields } = propose(invoice({ 'Org.nr 555901-0128': '' }), []);
    expect(fields.organisationNumber.value).toBeNull();
    expect(fields.organisationNumber.state).toBe('missing');
  });
});

describe('a credit note', () => {
  test('is below zero, however it is printed', () => {
    const { fields, documentType } = propose(invoice({ FAKTURA: 'KREDITFAKTURA' }));
    expect([documentType, fields.netMinor.value, fields.vatMinor.value, fields.totalMinor.value]).toEqual([
      'credit_note',
      -263_750,
      -65_938,
      -329_700,
    ]);
  });
});

describe('several documents in one file', () => {
  test('begin at a page that is the first of its own', () => {
    const pages = [
      aPage([...invoice(), 'Sida 1 av 2'], 1),
      aPage(['Fakturanr 104417', 'Sida 2 av 2'], 2),
      aPage([...invoice({ '104417': '104418' }), 'Sida 1 av 1'], 3),
    ];
    expect(proposeDocuments(pages, { suppliers: [], today }).documents.map((one) => one.pages)).toEqual([[1, 2], [3]]);
  });

  test('are one where nothing tells them apart', () => {
    const pages = [aPage(invoice(), 1), aPage(['Specifikation', '1 st skruv'], 2), aPage(invoice(), 3)];
    expect(proposeDocuments(pages, { suppliers: [], today }).documents.map((one) => one.pages)).toEqual([[1, 2, 3]]);
  });
});

describe('the numbers to look a supplier up by', () => {
  test('have right check digits', () => {
    expect(findSupplierKeys([aPage(invoice())])).toMatchObject({
      organisationNumbers: [buyer.organisationNumber, '5559010128'],
      bankgiros: ['9911017', '10441780'], // the second is the OCR reference: the register tells
    });
    expect(findSupplierKeys([aPage(['Bankgiro 991-1018', 'Org.nr 555901-0129'])])).toMatchObject({
      organisationNumbers: [],
      bankgiros: [],
    });
  });
});

describe('any words at all', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Fakturanr',
      'Att',
      'betala',
      '#',
      '>',
      '1',
      '234,50',
      'moms',
      '25',
      '%',
      '2026-11-22',
      'Bankgiro',
      '991-1017',
      'AB',
      'Summa',
      'Faktura',
      'Antal',
      'Belopp',
      'Beskrivning',
    ),
  );
  const place = fc.double({ min: -0.2, max: 1.2, noNaN: true });
  const words = fc.record({
    text: texts,
    box: fc.tuple(place, place, place, place),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    line: fc.nat(20),
  });
  const pages = fc
    .array(fc.array(words, { maxLength: 40 }), { maxLength: 3 })
    .map((all) =>
      all.map((some, index) =>
        asPageWords({ page: index + 1, widthPx: 100, heightPx: 140, textSource: 'ocr' as const, words: some }),
      ),
    );

  test('give every field, a confidence from 0 to 1, and never a fault', () => {
    fc.assert(
      fc.property(pages, (some) => {
        const proposals = proposeDocuments(some, { suppliers: [known], today }).documents;
        expect(proposals.flatMap((one) => one.pages)).toEqual(some.map((page) => page.page));
        for (const { fields } of proposals) {
          expect(Object.keys(fields).sort()).toEqual([...fieldNames].sort());
          for (const name of fieldNames) {
            expect(fields[name].confidence).toBeGreaterThanOrEqual(0);
            expect(fields[name].confidence).toBeLessThanOrEqual(1);
            expect(fields[name].value === null).toBe(fields[name].state === 'missing' || fields[name].state === 'absent');
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
