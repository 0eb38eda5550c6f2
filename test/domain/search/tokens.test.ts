import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  coverPersons,
  invoiceTokens,
  markWords,
  pageTokens,
  passageOf,
  readSearch,
  tokenSigns,
} from '../../../src/shared/domain/search/index.ts';
import { aField, someFields } from '../../make/invoices.ts';

test('words of a page are folded, also in parts, and persons are left out', () => {
  const tokens = pageTokens([
    'El-material Café ÅHLÉN',
    'Org.nr 556677-8899',
    'Patient 800101-1234 och 19800101 1234',
    'samordn 800161-1234',
  ]);
  for (const token of ['el', 'material', 'elmaterial', 'cafe', 'åhlen', '556677', '5566778899', 'patient'])
    expect(tokens).toContain(token);
  expect([...tokens].filter((token) => /8001|1234/.test(token))).toEqual([]);
});

test('no day of birth with four figures after it is ever among the words of a page', () => {
  const births = fc.tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(
      births,
      fc.integer({ min: 0, max: 9_999 }),
      fc.constantFrom('', '-', '+', ' ', ' - '),
      ([year, month, day, is60], last, sign) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const [birth, end] = [`${two(year)}${two(month)}${two(is60 ? day + 60 : day)}`, String(last).padStart(4, '0')];
        const tokens = pageTokens([`namn ${birth}${sign}${end} slut`, `19${birth}${sign}${end}`]);
        expect([...tokens]).toEqual(['namn', 'slut']);
        expect(coverPersons(`${birth}${sign}${end}`)).toBe(`${birth}-••••`);
      },
    ),
  );
});

test('an invoice is found by its numbers, and a person only as a person', () => {
  const tokens = invoiceTokens({
    unitId: 'main',
    fields: someFields({
      supplierName: aField('Åkessons Åkeri Aktiebolag'),
      invoiceNumber: aField('F-2026-00123'),
      organisationNumber: aField('8001019812'),
      vatNumber: aField('SE800101981201'),
      ocrReference: aField('80010198121234567'),
      totalMinor: aField(-125_000),
    }),
  });
  for (const token of [
    'åkessons',
    'åkeri',
    'ab',
    `${tokenSigns.number}f202600123`,
    `${tokenSigns.number}00123`,
    `${tokenSigns.amount}125000`,
    `${tokenSigns.person}8001019812`,
    `${tokenSigns.sealed}80010198121234567`,
  ])
    expect(tokens).toContain(token);
  expect(tokens.filter((token) => token.startsWith(tokenSigns.organisation) || token.startsWith(tokenSigns.ocr))).toEqual([]);
});

test.each([
  ['Åkessons Åkeri AB', ['åk'], '[Åk]essons [Åk]eri AB'],
  ['Café Öresund', ['cafe'], '[Café] Öresund'],
  ['Café Öresund', ['oresund'], 'Café Öresund'],
  ['556677-8899', ['5566778'], '[556677-8]899'],
  ['1 234,50', ['1234,50'], '[1 234,50]'],
] as const)('%s marked with %j', (text, sought, expected) =>
  expect(
    markWords(text, sought)
      .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
      .join(''),
  ).toBe(expected),
);

test('the passage is the line that holds most of what was typed', () => {
  const word = (text: string, line: number) => ({ text, line, box: [0, 0, 1, 1] as const, confidence: 1 });
  const page = {
    page: 2,
    widthPx: 1,
    heightPx: 1,
    textSource: 'ocr' as const,
    again: [],
    codes: [],
    flags: [],
    words: [word('Höj', 1), word('bord', 1), word('Höj', 2), word('8001019812', 2), word('stol', 3)],
  };
  const read = readSearch('höj bord', '2026-11-25' as Day);
  const passage = read.ok ? passageOf([page], read.value) : null;
  expect(passage?.page).toBe(2);
  expect(passage?.lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(['Höj bord', 'Höj 800101-••••']);
});
