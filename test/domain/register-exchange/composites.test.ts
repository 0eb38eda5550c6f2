import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addressOf,
  addressText,
  coverRow,
  exchangeField,
  isNormal,
  joinParts,
  joinSeveral,
  parseValue,
  splitParts,
  splitSeveral,
  withoutCovered,
} from '../../../src/shared/domain/register-exchange/index.ts';

const words = fc.string().map((text) => text.trim());

test('parts come back as they were, whatever they hold, also among several', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), words, (parts, other) => {
      const filled = [...parts, 'x'];
      const texts = [joinParts(filled), joinParts([other, 'y'])];
      const back = splitSeveral(joinSeveral(texts)).map(splitParts);
      expect(back).toContainEqual(filled);
      expect(back).toContainEqual([other, 'y']);
    }),
  );
});

test('an address comes back as it was', () => {
  const address = { kind: 'invoice', street: 'Box 1; 2 | 3\\s', postcode: '', city: 'Umeå', throughDay: '2024-12-31' } as const;
  expect(addressOf(addressText(address as never))).toEqual(address);
});

const field = (register: 'suppliers' | 'customers' | 'articles', name: string) => {
  const found = exchangeField(register, name);
  if (found === undefined) throw new Error(name);
  return found;
};
test.each([
  ['suppliers', 'addresses', 'Faktura; Gatan 1; 111 22; Umeå; 2024-01-01', 'invoice;Gatan 1;111 22;Umeå;2024-01-01'],
  ['suppliers', 'addresses', 'faktura; Gatan 1; ; ', 'address-incomplete'],
  ['suppliers', 'addresses', 'hem; Gatan 1; ; Umeå', 'unknown-word'],
  ['suppliers', 'addresses', 'faktura; Gatan 1; ; Umeå; 45292', 'not-a-day'],
  ['suppliers', 'addresses', 'faktura; Gatan 1; ; Umeå; 2024-02-01; 2024-01-01', 'days-in-wrong-order'],
  ['suppliers', 'contacts', 'Eva Ek', 'contact-incomplete'],
  ['suppliers', 'contacts', 'Eva Ek; ; ; eva', 'not-an-address'],
  ['suppliers', 'iban', 'SE45 5000 0000 0583 9825 7466; esse se ss', 'SE4550000000058398257466;ESSESESS'],
  ['suppliers', 'bankgiro', '991-1017; ESSESESS', 'wrong-bic'],
  ['suppliers', 'bankgiro', '991-1018', 'wrong-check-digit'],
  ['articles', 'prices', '2024-01-01; 1 250,5; 25; 3010', '2024-01-01;1250,50;standard;3010'],
  ['articles', 'prices', '2024-01-01; 1.234; 25; 3010', 'two-readings'],
  ['articles', 'prices', '2024-01-01; -1; 25; 3010', 'below-zero'],
  ['articles', 'prices', '2024-01-01; 1; 17; 3010', 'unknown-word'],
  ['articles', 'prices', '45292; 1; 25; 3010', 'not-a-day'],
  ['articles', 'prices', '2024-01-01; 1; 25; AB', 'wrong-length'],
  ['customers', 'personalNumber', '19121212-1212', '191212121212'],
  ['customers', 'personalNumber', '19121212-1213', 'wrong-check-digit'],
] as const)('%s.%s %j is %j', (register, name, text, expected) => {
  const parsed = parseValue(field(register, name), text);
  expect(parsed.ok ? parsed.value : parsed.error).toBe(expected);
  if (parsed.ok) expect(isNormal(field(register, name), parsed.value)).toBe(true);
});

test('a person’s number is covered wherever it stands, and left out with what leads to a protected identity', () => {
  const record = {
    ...{ id: 'x', name: 'Ek', isProtected: 'yes', addresses: 'visiting;Vägen 1;;Umeå', personalNumber: '191212121212' },
    ...{ eInvoiceAddress: '0007:1212121212', externalId: 'K-640823-3234', endedOn: '2026-01-01' },
  };
  const finding = { code: 'wrong-check-digit', row: 2, column: 'Pnr', field: 'personalNumber', detail: '121212-1213' } as const;
  const row = { row: 2, verdict: 'new', id: null, record, changes: [], findings: [finding] } as const;
  const shown = JSON.stringify(coverRow('customers', row));
  expect(shown).not.toMatch(/1212-?121[23]|12121212"|3234/);
  const left = withoutCovered('customers', record);
  expect(left).toEqual({ record: { id: 'x', name: 'Ek', isProtected: 'yes', endedOn: '2026-01-01' }, isLess: true });
  expect(
    withoutCovered('suppliers', { id: 'x', organisationNumber: '6408233234', vatNumber: 'SE640823323401', city: 'Umeå' }).record,
  ).toEqual({
    id: 'x',
    city: 'Umeå',
  });
  expect(withoutCovered('suppliers', { id: 'x', organisationNumber: '5560160680', vatNumber: 'SE556016068001' }).isLess).toBe(
    false,
  );
});
