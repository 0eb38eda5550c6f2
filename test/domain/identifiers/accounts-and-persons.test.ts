import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modulus10Digit } from '../../../src/shared/base/check-digits.ts';
import type { Day } from '../../../src/shared/base/day.ts';
import {
  accountIban,
  bankAccountText,
  clearingRangeOf,
  clearingRanges,
  coverPersonalNumbers,
  holdsPersonalNumber,
  isCoordinationNumber,
  maskPersonalNumber,
  parseBankAccount,
  parseBic,
  parseGln,
  parseIban,
  parsePeppolId,
  parsePersonalNumber,
  showPersonalNumber,
  withPersonsCovered,
} from '../../../src/shared/domain/identifiers/index.ts';

const today = '2026-11-25' as Day;
type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };
const said = (parsed: Parsed): unknown => (parsed.ok ? parsed.value : parsed.error);

/** What is written, and its normal form or what is wrong with it. Numbers of docs/identifiers.md: worked examples, and wrong ones next to them. */
describe('bank accounts', () => {
  test.each([
    ['5001 1234563', '5001-1234563'],
    ['5001-123 45 63', '5001-1234563'],
    ['5001 1234564', 'wrong-check-digit'],
    ['7001 1234563', '7001-1234563'],
    ['9160 1234564', '9160-1234564'],
    ['9160 1234565', 'wrong-check-digit'],
    ['9660 1234569', '9660-1234569'],
    ['6000 123456789', '6000-123456789'],
    ['6000 401012808', '6000-401012808'],
    ['6000 123456788', 'wrong-check-digit'],
    ['3300 1212121212', '3300-1212121212'],
    ['3300 1212121213', 'wrong-check-digit'],
    ['5491 0000003', '5491-0000003'],
    ['5491 3', 'wrong-length'], // five digits are too few to be clearing and account
    ['5001 12345631', 'wrong-length'],
    ['5001 12345O3', 'not-digits'],
    ['5001 0000000', 'wrong-check-digit'],
    ['8103-4, 9 978 324-3', '8103-0099783243'],
    ['81034 9978 3243', '8103-0099783243'],
    ['8103 99783242', '8103-0099783242'],
    ['1000 1234567', '1000-1234567'], // unknown clearing number: not for us to refuse
  ])('%s is %s', (text, outcome) => {
    const parsed = parseBankAccount(text);
    expect(parsed.ok ? bankAccountText(parsed.value) : parsed.error).toBe(outcome);
  });

  test('what could not be checked is said to be so', () => {
    const of = (text: string) => said(parseBankAccount(text));
    expect(of('1000 1234567')).toMatchObject({ bank: null, isChecked: false });
    expect(of('8103 99783243')).toMatchObject({ bank: 'Swedbank', isChecked: true });
    expect(of('8103 99783242')).toMatchObject({ bank: 'Swedbank', isChecked: false });
    expect(of('5001 1234563')).toMatchObject({ bank: 'SEB', isChecked: true });
  });

  test.each([
    ['5001 1234563', 'SE7050000000050011234563'],
    ['6000 123456789', 'SE7160000000000123456789'],
    ['8103-4, 9783242', 'SE7280000810340009783242'],
    ['5491 0000003', 'SE3550000000054910000003'],
    ['3300 1212121212', 'SE6030000000001212121212'],
    ['9300 1234567897', undefined], // how that bank writes it is not known to us
    ['1000 1234567', undefined],
  ])('the IBAN of %s', (text, iban) => {
    const parsed = parseBankAccount(text);
    if (!parsed.ok) throw new Error(parsed.error);
    const made = accountIban(parsed.value);
    expect(made).toBe(iban);
    if (made !== undefined) expect(parseIban(made)).toEqual({ ok: true, value: made });
  });

  test('no digit makes this one right, for modulus 11 would ask for a ten', () => {
    const tries = Array.from({ length: 10 }, (_, digit) => parseBankAccount(`9020 765432${digit}`).ok);
    expect(tries).toEqual(Array.from({ length: 10 }, () => false));
  });

  test('the ranges do not overlap but where a single number has a rule of its own', () => {
    const overlaps = clearingRanges.flatMap((one, place) =>
      clearingRanges.slice(place + 1).filter(({ from, through }) => from <= one.through && through >= one.from),
    );
    expect(overlaps.map(({ from }) => from)).toEqual([3000, 3410]);
    expect(clearingRangeOf('3300')?.rule).toBe('ten');
    expect(clearingRangeOf('3301')?.rule).toBe('seven-with-three');
  });

  test('one wrong digit of the account never passes where the bank has a check', () => {
    const checked = clearingRanges.filter(({ rule }) => rule !== 'up-to-ten');
    const account = fc.record({
      range: fc.constantFrom(...checked),
      digits: fc.stringMatching(/^[1-9]\d{5,9}$/),
      at: fc.nat(9),
      step: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(account, ({ range, digits, at, step }) => {
        const parsed = parseBankAccount(`${range.from}-${digits}`);
        if (!parsed.ok) return;
        const text = parsed.value.account;
        const place = at % text.length;
        const wrong = text.slice(0, place) + String((Number(text[place]) + step) % 10) + text.slice(place + 1);
        expect(parseBankAccount(`${range.from}-${wrong}`).ok).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the normal form reads back to itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.stringMatching(/^\d{2,10}$/), (clearing, digits) => {
        const parsed = parseBankAccount(`${clearing}-${digits}`);
        if (!parsed.ok) return;
        expect(said(parseBankAccount(bankAccountText(parsed.value)))).toEqual(parsed.value);
      }),
    );
  });
});

describe('personal identity numbers', () => {
  test.each([
    ['19121212-1212', '191212121212'],
    ['121212-1212', 'wrong-century'],
    ['121212+1212', '191212121212'],
    ['19640823-3234', '196408233234'],
    ['640823-3234', '196408233234'],
    ['880320-0016', '198803200016'],
    ['880320-0018', 'wrong-check-digit'],
    ['701063-2391', '197010632391'],
    ['701063-2392', 'wrong-check-digit'],
    ['19130229-0000', 'not-a-birthday'],
    ['20300101-0000', 'not-a-birthday'],
    ['19121212121', 'wrong-length'],
    ['19121212-121O', 'not-digits'],
    ['000000-0000', 'not-a-birthday'],
  ])('%s is %s', (text, outcome) => {
    // Ten digits of 1912 with a hyphen are of 2012: the check digit leaves out the century, so this one is right, and another person's.
    expect(said(parsePersonalNumber(text, today))).toBe(outcome === 'wrong-century' ? '201212121212' : outcome);
  });

  test('the day + 60 tells a coordination number', () => {
    expect([isCoordinationNumber('197010632391'), isCoordinationNumber('196408233234')]).toEqual([true, false]);
  });

  test('what everyone may see gives the day of birth and no more', () => {
    expect(showPersonalNumber('191212121212')).toBe('19121212-1212');
    expect(maskPersonalNumber('191212121212')).toBe('19121212-••••');
  });

  test('persons are covered wherever facts have them, and companies are not', () => {
    const event = {
      organisationNumber: '1212121212',
      vatNumber: 'SE121212121201',
      wanted: { kind: 'set-organisation-number', from: '5566778899', to: '191212121212' },
      number: '1212121212',
      names: ['Sjö & Co'],
      paymentDays: 30,
      parent: null,
    };
    expect(withPersonsCovered(event)).toEqual({
      ...event,
      organisationNumber: '121212-••••',
      vatNumber: 'SE121212-••••',
      wanted: { kind: 'set-organisation-number', from: '5566778899', to: '19121212-••••' },
    });
    expect(withPersonsCovered({ organisationNumber: '5566778899', vatNumber: 'SE556677889901' })).toEqual({
      organisationNumber: '5566778899',
      vatNumber: 'SE556677889901',
    });
  });

  test('ten digits find their century: the latest in which the person is born, and one before with a +', () => {
    const born = fc.date({ min: new Date('1830-01-01'), max: new Date('2026-11-25'), noInvalidDate: true });
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 999 }), (date, n) => {
        const day = date.toISOString().slice(0, 10).replaceAll('-', '');
        const base = `${day.slice(2)}${String(n).padStart(3, '0')}`;
        const ten = base + modulus10Digit(base);
        const whole = day.slice(0, 2) + ten;
        expect(said(parsePersonalNumber(whole, today))).toBe(whole);
        const years = 2026 - Number(day.slice(0, 4)) - (day.slice(4) > '1125' ? 1 : 0);
        const written = `${ten.slice(0, 6)}${years >= 100 ? '+' : '-'}${ten.slice(6)}`;
        if (years < 200) expect(said(parsePersonalNumber(written, today)), written).toBe(whole);
      }),
    );
  });
});

test.each([
  ['0007:1212121212', '0007:121212-••••'],
  ['19121212-1212', '19121212-••••'],
  ['K 121212+1212', 'K 121212-••••'],
  ['1212121213', '1212121213'],
  ['0007:5566778899', '0007:5566778899'],
  ['7300010000001', '7300010000001'],
  ['KD-4711', 'KD-4711'],
])("within a text a person's number is covered: %s", (text, covered) => {
  expect(coverPersonalNumbers(text)).toBe(covered);
  expect(holdsPersonalNumber(text)).toBe(covered !== text);
});

describe('where one is reached', () => {
  test.each([
    [parseGln, '7350012345679', '7350012345679'],
    [parseGln, '73 50012 34567 9', '7350012345679'],
    [parseGln, '7362222222220', '7362222222220'],
    [parseGln, '7350012345678', 'wrong-check-digit'],
    [parseGln, '735001234567', 'wrong-length'],
    [parseGln, '0000000000000', 'wrong-check-digit'],
    [parseGln, '73500123456O9', 'not-digits'],
    [parsePeppolId, '0007:2321000131', '0007:2321000131'],
    [parsePeppolId, 'iso6523-actorid-upis::0007:2321000131', '0007:2321000131'],
    [parsePeppolId, '0007:2321000132', 'wrong-check-digit'],
    [parsePeppolId, '0007:232100-0131', 'not-digits'],
    [parsePeppolId, '0007:232100013', 'wrong-length'],
    [parsePeppolId, '0088:7350012345679', '0088:7350012345679'],
    [parsePeppolId, '0088:7350012345678', 'wrong-check-digit'],
    [parsePeppolId, '0192:NO123', '0192:no123'],
    [parsePeppolId, '9955:SE232100013101', 'unknown-scheme'],
    [parsePeppolId, '2321000131', 'unknown-scheme'],
    [parseBic, 'ESSESESS', 'ESSESESS'],
    [parseBic, 'essesessxxx', 'ESSESESS'],
    [parseBic, 'DEUT DE FF 500', 'DEUTDEFF500'],
    [parseBic, 'ESSESES', 'wrong-length'],
    [parseBic, '1SSESESS', 'not-digits'],
  ] as const)('%o %s is %s', (parse, text, outcome) => {
    expect(said(parse(text))).toBe(outcome);
  });

  test('one wrong digit never passes for a GLN', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{11}$/), fc.nat(12), fc.integer({ min: 1, max: 9 }), (base, at, step) => {
        const right = Array.from({ length: 10 }, (_, digit) => `${base}${digit}`).filter((text) => parseGln(text).ok);
        expect(right).toHaveLength(1);
        const [text = ''] = right;
        const wrong = text.slice(0, at) + String((Number(text[at]) + step) % 10) + text.slice(at + 1);
        expect(parseGln(wrong).ok).toBe(false);
      }),
    );
  });
});
