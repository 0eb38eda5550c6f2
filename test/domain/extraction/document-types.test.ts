import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import { aPage } from '../../make/documents/a-page.ts';

const body = [
  '',
  'Fakturanr 4711',
  '',
  'Att betala          500,00',
  'Bankgiro 991-1017',
  '',
  'Vid påminnelse debiteras 60 kr och därefter inkassokrav.',
];
const typeOf = (rows: readonly string[]) =>
  proposeDocuments([aPage(rows)], { suppliers: [], today: '2026-11-22' as Day }).documents[0]?.documentType;

describe('document types', () => {
  test.each([
    [['Faktura', ...body], 'invoice'],
    [['FAKTURA 4711', ...body], 'invoice'],
    [body, 'invoice'],
    [['Kreditfaktura', ...body], 'credit_note'],
    [['KREDITNOTA nr 12', ...body], 'credit_note'],
    [['Faktura', 'Att betala -500,00'], 'credit_note'],
    [['Faktura', 'Netto            -400,00', 'Moms             -100,00', 'Att betala       -500,00'], 'credit_note'],
    [
      ['Faktura', 'Netto             400,00', 'Moms              100,00', 'Att betala     — 500,00', 'Bankgiro 991-1017'],
      'invoice',
    ],
    [['Avser faktura 981654', ...body], 'credit_note'],
    [['FAKTURA', 'Avser faktura 981654', ...body], 'invoice'],
    [['Påminnelse', ...body], 'reminder'],
    [['Betalningspåminnelse', 'Faktura 4711', ...body], 'reminder'],
    [['INKASSOKRAV', ...body], 'collection_demand'],
    [['Följesedel', '', '12 st skruv'], 'other'],
    [[], 'other'],
  ] as const)('%#', (rows, type) => {
    expect(typeOf(rows)).toBe(type);
  });
});
