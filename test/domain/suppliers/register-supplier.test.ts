import { expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideSupplierRegistration,
  evolvePaymentNumber,
  evolveSupplier,
  type PaymentNumberKind,
  type RegisterSupplier,
} from '../../../src/shared/domain/suppliers/index.ts';
import { exempelbolaget } from '../../make/invoices.ts';

const command: RegisterSupplier = {
  supplierId: asId('0190bbbb-0000-7000-8000-000000000009'),
  name: '  Nya Bolaget AB ',
  organisationNumber: '556677-8899',
  vatNumber: 'SE556677889901',
  street: null,
  postcode: null,
  city: null,
  paymentNumbers: [{ id: asId('0190cccc-0000-7000-8000-000000000009'), kind: 'bankgiro', number: '991-2346' }],
};
const numbered = (number: string, kind: PaymentNumberKind = 'bankgiro') => ({
  ...command,
  paymentNumbers: [{ id: asId<'paymentNumber'>('x'), kind, number }],
});

test.each([
  [{ ...command, name: ' ' }, [], 'name-missing'],
  [{ ...command, organisationNumber: '556677-8898' }, [], 'wrong-organisation-number'],
  [{ ...command, vatNumber: 'SE5566778899' }, [], 'wrong-vat-number'],
  [numbered('991-2347'), [], 'wrong-payment-number'],
  [numbered('991-2346', 'iban'), [], 'wrong-payment-number'],
  [numbered('5001-123 45 64', 'bank-account'), [], 'wrong-payment-number'],
  [{ ...command, facts: { gln: '1' } }, [], 'wrong-gln'],
  [command, [exempelbolaget], 'already-registered'],
  [{ ...command, organisationNumber: null, vatNumber: null }, [], 'ok'],
  [command, [], 'ok'],
] as const)('suppliers/register %#', (input, twins, outcome) => {
  const result = decideSupplierRegistration(twins, input);
  expect(result.ok ? 'ok' : result.error.code).toBe(outcome);
});

test('numbers are kept in their normal form', () => {
  const result = decideSupplierRegistration([], command);
  expect(
    result.ok &&
      result.value.map((event) =>
        event.on === 'supplier'
          ? evolveSupplier(undefined, event)
          : event.on === 'paymentNumber' && evolvePaymentNumber(undefined, event),
      ),
  ).toMatchObject([
    { id: command.supplierId, rev: 1, name: 'Nya Bolaget AB', organisationNumber: '5566778899' },
    { rev: 1, supplierId: command.supplierId, kind: 'bankgiro', number: '9912346' },
  ]);
});
