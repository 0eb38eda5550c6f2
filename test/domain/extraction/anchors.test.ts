import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { asPageWords, type PageWords } from '../../../src/shared/base/page.ts';
import {
  type Anchor,
  anchorOf,
  type KnownSupplier,
  placeOf,
  proposeDocuments,
  type Taught,
} from '../../../src/shared/domain/extraction/index.ts';
import { showBankgiro, showOrganisationNumber } from '../../../src/shared/domain/identifiers/index.ts';
import { type FieldName, fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import { aPage } from '../../make/documents/a-page.ts';
import { companies } from '../../make/documents/companies.ts';

const today = '2026-11-22' as Day;
const known: KnownSupplier = { ...companies.office, id: asId<'supplier'>(companies.office.id) };

/** A layout whose number and total bear words that no list of labels has. */
const odd = (number: string, total: string, extra: readonly string[] = []): PageWords =>
  aPage([
    `Påhittade Kontorsvaror AB                              Org.nr ${showOrganisationNumber(companies.office.organisationNumber)}`,
    '',
    'Utskrivet        2026-11-02          Vårt blad     77-A',
    `Löpmärke         ${number}`,
    ...extra,
    'Papper och pennor                                        800,00',
    '',
    `Slutligt tack                                          ${total}`,
    `Bankgiro ${showBankgiro(companies.office.bankgiros[0] ?? '')}`,
  ]);
const proposeOdd = (page: PageWords, anchors: readonly Anchor[]) => {
  const learned = anchors.map((anchor, place) => ({ ...anchor, ruleId: `rule-${place}`, supplierId: known.id }));
  const [proposal] = proposeDocuments([page], { suppliers: [known], today, anchors: learned }).documents;
  if (!proposal) throw new Error('no document');
  return proposal;
};
const taught = (page: PageWords, field: FieldName, value: Taught['value']): Anchor => {
  const anchor = anchorOf([page], { field, value, page: null, box: null, wrong: null });
  if (!anchor) throw new Error('nothing learned');
  return anchor;
};

describe('a correction on the picture', () => {
  const first = odd('F-1001', '1 000,00');
  const anchors = [taught(first, 'invoiceNumber', 'F-1001'), taught(first, 'totalMinor', 100_000)];

  test('is needed here: without it the number is not found', () => {
    expect(proposeOdd(odd('F-1002', '1 250,00'), []).fields.invoiceNumber.value).not.toBe('F-1002');
  });

  test('finds the field beside the same words, wherever the line stands, and says which rule did', () => {
    const { fields } = proposeOdd(odd('F-1002', '22 250,50', ['', 'En rad till', '']), anchors);
    expect(fields.invoiceNumber).toMatchObject({ value: 'F-1002', state: 'check' });
    expect(fields.invoiceNumber.evidence).toContainEqual({ kind: 'learned', ref: 'rule-0' });
    expect(fields.totalMinor.value).toBe(2_225_050);
  });

  test('finds it though a letter of the label is misread', () => {
    const page = odd('F-1003', '900,00');
    const misread = {
      ...page,
      words: page.words.map((word) => (word.text === 'Löpmärke' ? { ...word, text: 'Läpmärke' } : word)),
    };
    expect(proposeOdd(misread, anchors).fields.invoiceNumber.value).toBe('F-1003');
  });

  test('does not take a value of another form', () => {
    expect(proposeOdd(odd('Lugnet', '900,00'), anchors).fields.invoiceNumber.value).not.toBe('Lugnet');
  });

  test('serves its own supplier only', () => {
    const learned = anchors.map((anchor) => ({ ...anchor, ruleId: 'r', supplierId: asId<'supplier'>(companies.food.id) }));
    const page = odd('F-1004', '900,00');
    const [proposal] = proposeDocuments([page], { suppliers: [known], today, anchors: learned }).documents;
    expect(proposal?.fields.invoiceNumber.value).not.toBe('F-1004');
  });

  test('that the field does not stand there is learned too', () => {
    const page = odd('F-1001', '1 000,00', ['Er referens      Hylla 7']);
    const before = proposeOdd(page, []).fields.buyerReference;
    expect(before.value).toBe('Hylla 7');
    const wrong = before.page !== null && before.box !== null ? { page: before.page, box: before.box } : null;
    const absent = anchorOf([page], { field: 'buyerReference', value: null, page: null, box: null, wrong });
    expect(absent?.stands).toBe(false);
    const next = odd('F-1005', '1 000,00', ['Er referens      Hylla 9']);
    expect(proposeOdd(next, absent ? [absent] : []).fields.buyerReference).toMatchObject({ value: null, state: 'absent' });
  });
});

test('a value is found where it stands, however it is printed', () => {
  const page = aPage(['Summa   1 250,00 kr   den 2 november 2026', 'IBAN SE35 5000 0000 0549 1000 0003']);
  expect(placeOf([page], 'totalMinor', 125_000)?.box[0]).toBeCloseTo(0.08);
  expect(placeOf([page], 'invoiceDate', '2026-11-02')?.box[0]).toBeGreaterThan(0.2);
  expect(placeOf([page], 'iban', 'SE3550000000054910000003')?.box[1]).toBeGreaterThan(0);
  expect(placeOf([page], 'totalMinor', 1)).toBeUndefined();
});

test('any teaching of any words gives an anchor or nothing, and any anchor can be used on any page', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const box = fc.tuple(share, share, share, share);
  const word = fc.record({ text: fc.string({ maxLength: 12 }), box, confidence: share, line: fc.nat(9) });
  const pages = fc
    .array(fc.array(word, { maxLength: 25 }), { minLength: 1, maxLength: 2 })
    .map((all) => all.map((words, at) => asPageWords({ page: at + 1, widthPx: 100, heightPx: 140, textSource: 'ocr', words })));
  fc.assert(
    fc.property(pages, pages, fc.constantFrom(...fieldNames), box, (some, others, field, at) => {
      const anchor = anchorOf(some, { field, value: 'A1', page: 1, box: at, wrong: null });
      if (!anchor) return;
      const learned = [{ ...anchor, ruleId: 'r', supplierId: known.id }];
      proposeDocuments(others, { suppliers: [known], today, anchors: learned });
    }),
    { numRuns: 200 },
  );
});
