import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  type Condition,
  daysNamed,
  type FilterField,
  type FilterOperator,
  filterFields,
  parseFilter,
  valuesOf,
  writeFilter,
} from '../../../src/shared/domain/work-queue/index.ts';

const one = (text: string) => {
  const found = parseFilter(text);
  return found.ok ? found.value : found.error;
};

describe('a filter', () => {
  test('as a clerk writes it', () => {
    expect(one('belopp>10000 status:parkerad förfaller<fre')).toEqual([
      { field: 'amount', operator: '>', values: ['1000000'], negated: false },
      { field: 'status', operator: '=', values: ['parked'], negated: false },
      { field: 'due', operator: '<', values: ['fre'], negated: false },
    ]);
  });
  test.each([
    ['', []],
    ['   ', []],
    ['-typ:kredit,inkasso', [{ field: 'type', operator: '=', values: ['credit_note', 'collection_demand'], negated: true }]],
    ['leverantör:"Exempel ""AB"""', [{ field: 'supplier', operator: '=', values: ['Exempel "AB"'], negated: false }]],
    [
      'exempel -4711',
      [
        { field: null, operator: '=', values: ['exempel'], negated: false },
        { field: null, operator: '=', values: ['4711'], negated: true },
      ],
    ],
    ['belopp=1234,50', [{ field: 'amount', operator: '=', values: ['123450'], negated: false }]],
    ['FÖRFALLER<=Idag', [{ field: 'due', operator: '<=', values: ['idag'], negated: false }]],
    [
      'amount>=10 status:to-verify',
      [
        { field: 'amount', operator: '>=', values: ['1000'], negated: false },
        { field: 'status', operator: '=', values: ['to-verify'], negated: false },
      ],
    ],
  ])('%j', (text, conditions) => expect(one(text)).toEqual(conditions));

  test.each([
    ['belop>10', 'unknown-field', 0, 5, 'belop'],
    ['typ:kredit  status:klar', 'unknown-value', 19, 4, 'klar'],
    ['belopp>1.234', 'not-an-amount', 7, 5, '1.234'],
    ['förfaller<snart', 'not-a-day', 10, 5, 'snart'],
    ['status>parkerad', 'no-such-comparison', 6, 1, 'status'],
    ['belopp>', 'value-missing', 7, 1, ''],
    ['typ:kredit,', 'value-missing', 11, 1, ''],
    ['leverantör:"Exempel', 'quote-not-closed', 11, 8, '"Exempel'],
    [`${'x'.repeat(500)}yz`, 'too-long', 500, 2, ''],
  ])('%j is wrong, and where', (text, code, at, length, word) => expect(one(text)).toEqual({ code, at, length, word }));
});

test.each([
  ['idag', '2026-11-25', '2026-11-25'],
  ['+3', '2026-11-28', '2026-11-28'],
  ['2026-11', '2026-11-01', '2026-11-30'],
  ['2026k4', '2026-10-01', '2026-12-31'],
  ['2026-12-24', '2026-12-24', '2026-12-24'],
])('%s, on a Wednesday', (text, fromDay, throughDay) => {
  expect(daysNamed(text, '2026-11-25' as Day)).toEqual({ fromDay, throughDay });
});

describe('whatever is asked', () => {
  const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((value) => value.trim() !== '');
  const value = (field: FilterField): fc.Arbitrary<string> => {
    switch (filterFields[field].kind) {
      case 'amount':
        return fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map(String);
      case 'day':
        return fc.constantFrom('idag', '+3', 'fre', '2026-11-25', '2026-11', '2026k4', '2026');
      case 'word':
        return fc.constantFrom(...Object.keys(valuesOf(field)));
      case 'text':
        return text;
    }
  };
  const condition: fc.Arbitrary<Condition> = fc
    .constantFrom(null, ...(Object.keys(filterFields) as FilterField[]))
    .chain((field) => {
      const kind = field === null ? 'text' : filterFields[field].kind;
      const operators: FilterOperator[] = kind === 'amount' || kind === 'day' ? ['=', '<', '>', '<=', '>='] : ['='];
      return fc.record({
        field: fc.constant(field),
        operator: fc.constantFrom(...operators),
        values: fc.array(field === null ? text : value(field), {
          minLength: 1,
          maxLength: field === null || kind === 'amount' ? 1 : 3,
        }),
        negated: fc.boolean(),
      });
    });

  test('what is written is read as the same, in both languages', () => {
    fc.assert(
      fc.property(
        fc.array(condition, { maxLength: 4 }),
        fc.constantFrom('sv' as const, 'en' as const),
        (conditions, language) => {
          const written = writeFilter(conditions, language);
          fc.pre(written.length <= 500);
          expect(parseFilter(written)).toEqual({ ok: true, value: conditions });
        },
      ),
    );
  });

  test('no text makes it stumble, and a fault lies within the text', () => {
    const scraps = fc.array(
      fc.constantFrom('belopp', 'status', ':', '<=', '>', '"', ',', '-', ' ', 'parkerad', '10', 'idag', 'å'),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          scraps.map((parts) => parts.join('')),
        ),
        (any) => {
          const found = parseFilter(any);
          if (found.ok) expect(parseFilter(writeFilter(found.value, 'sv'))).toEqual(found);
          else expect(found.error.at).toBeLessThanOrEqual(any.length);
        },
      ),
    );
  });
});
