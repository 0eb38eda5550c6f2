import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modulus10Digit, passesModulus10, passesModulus11 } from '../../../src/shared/base/check-digits.ts';
import {
  parseBankgiro,
  parseIban,
  parseOcrReference,
  parseOrganisationNumber,
  parsePlusgiro,
  parseTraderNumber,
  parseVatNumber,
  showBankgiro,
  showIban,
  showOrganisationNumber,
  showPlusgiro,
} from '../../../src/shared/domain/identifiers/index.ts';

/** Values of docs/identifiers.md: official examples, and wrong ones next to them. */
const cases = {
  organisationNumber: [
    parseOrganisationNumber,
    ['232100-0131', '556000-0175', '556677-8899', '123456-7897', '165560000175', '005560000175'],
    ['232100-0132', '556677-889', '55667788O9', ''],
  ],
  vatNumber: [
    parseVatNumber,
    ['SE232100013101', 'SE556000017501', 'se 556000 0175 01', 'DE123456789'],
    ['SE2321000131', 'SE232100013201', '556000017501'],
  ],
  bankgiro: [parseBankgiro, ['991-2346', '991-2353', '5402-9681', '902-0033'], ['991-2347', '9811', '0000000', '991-234O']],
  plusgiro: [parsePlusgiro, ['28 65 43-4', '123456-6', '1-8'], ['28 65 43-5', '8']],
  iban: [
    parseIban,
    ['SE35 5000 0000 0549 1000 0003', 'SE4550000000058398257466', 'SE7280000810340009783242', 'SE7160000000000123456789'],
    ['SE3550000000054910000004', 'SE35'],
  ],
  ocrReference: [parseOcrReference, ['1230', '12351', '123067', '10023489', '655969'], ['189853', '123068', '1', '00000']],
} as const;

describe.each(Object.entries(cases))('%s', (_, [parse, right, wrong]) => {
  test.each(right)('%s is right', (text) => {
    expect(parse(text).ok).toBe(true);
  });
  test.each(wrong)('%s is wrong', (text) => {
    expect(parse(text).ok).toBe(false);
  });
});

test('one wrong digit, or two neighbours swapped, never passes modulus 10', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{3,11}$/), fc.nat(30), fc.integer({ min: 1, max: 9 }), (base, at, step) => {
      const right = base + modulus10Digit(base);
      expect(passesModulus10(right)).toBe(true);
      const place = at % right.length;
      const changed = right.slice(0, place) + String((Number(right[place]) + step) % 10) + right.slice(place + 1);
      expect(passesModulus10(changed)).toBe(false);
    }),
  );
});

test('modulus 11 of the official examples', () => {
  expect(passesModulus11('1912763608957')).toBe(true);
  expect(passesModulus11('1912763608958')).toBe(false);
});

test('what is shown reads back to the same number', () => {
  expect(showOrganisationNumber('5566778899')).toBe('556677-8899');
  expect(showBankgiro('9912346')).toBe('991-2346');
  expect(showBankgiro('54029681')).toBe('5402-9681');
  expect(showPlusgiro('2865434')).toBe('28 65 43-4');
  expect(showPlusgiro('18')).toBe('1-8');
  expect(showIban('SE3550000000054910000003')).toBe('SE35 5000 0000 0549 1000 0003');
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{0,6}$/), (base) => {
      const number = base + modulus10Digit(base);
      expect(parsePlusgiro(showPlusgiro(number))).toEqual({ ok: true, value: number });
    }),
  );
});

test.each([
  ['880320-0016', '8803200016'],
  ['19880320-0016', '8803200016'],
  ['198803200016', '8803200016'],
  ['165566778899', '5566778899'],
  ['19880320-0017', 'wrong-check-digit'],
  ['195566778899', 'wrong-length'], // a company has no century
])('the number of a business, %s, is %s', (text, outcome) => {
  const parsed = parseTraderNumber(text);
  expect(parsed.ok ? parsed.value : parsed.error).toBe(outcome);
});
