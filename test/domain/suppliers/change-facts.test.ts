import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import type { DatedAddress } from '../../../src/shared/domain/party-facts/index.ts';
import {
  type Contact,
  decideFacts,
  decidePhone,
  decideSupplierEnd,
  decideSupplierReveal,
  type EInvoiceChannel,
  evolveSupplier,
  type Supplier,
  type SupplierFacts,
  shownSupplier,
} from '../../../src/shared/domain/suppliers/index.ts';
import { commands } from '../../../src/shared/run/commands/index.ts';
import { anna, exempelbolaget } from '../../make/invoices.ts';

const { id: supplierId } = exempelbolaget;
const box: DatedAddress = { kind: 'invoice', street: 'Box 1', postcode: '405 30', city: 'Göteborg' };
const eva: Contact = { name: 'Eva Ek', purpose: 'Reskontra', phone: '031-1', email: '' };
const peppol: EInvoiceChannel = { channel: 'peppol', address: '0007:2321000131', status: 'invited' };
const tested = { testedOn: '2026-11-20' as Day, testResult: 'passed' } as const;
const by = { actor: anna };

test.each([
  [{ city: 'Malmö' }, 'ok'],
  [{ name: ' ' }, 'name-missing'],
  [{ vatNumber: 'SE1' }, 'wrong-vat-number'],
  [{ name: exempelbolaget.name }, 'nothing-to-do'],
  [{}, 'nothing-to-do'],
  [{ gln: '7350012345678' }, 'wrong-gln'],
  [{ gln: '7350012345679' }, 'ok'],
  [{ peppolId: '9955:1' }, 'wrong-peppol-id'],
  [{ peppolId: '0007:2321000131' }, 'ok'],
  [{ addresses: [{ ...box, city: ' ' }] }, 'address-incomplete'],
  [{ addresses: [{ ...box, fromDay: '2026-12-01' as Day, throughDay: '2026-11-30' as Day }] }, 'days-in-wrong-order'],
  [{ addresses: [box] }, 'ok'],
  [{ addresses: [] }, 'nothing-to-do'],
  [{ contacts: [{ ...eva, phone: '', email: '' }] }, 'contact-incomplete'],
  [{ contacts: [{ ...eva, email: 'eva' }] }, 'wrong-email'],
  [{ contacts: [eva] }, 'ok'],
  [{ eInvoice: { ...peppol, address: '0007:2321000132' } }, 'wrong-e-invoice-address'],
  [{ eInvoice: { ...peppol, status: 'tested' } }, 'test-incomplete'],
  [{ eInvoice: { ...peppol, testedOn: '2026-11-20' as Day } }, 'test-incomplete'],
  [{ eInvoice: { ...peppol, status: 'live' } }, 'live-day-missing'],
  [{ eInvoice: { ...peppol, ...tested, testResult: 'failed', status: 'live', liveOn: '2026-11-21' as Day } }, 'test-failed'],
  [{ eInvoice: { ...peppol, ...tested, status: 'live', liveOn: '2026-11-19' as Day } }, 'days-in-wrong-order'],
  [{ eInvoice: { ...peppol, ...tested, status: 'live', liveOn: '2026-11-21' as Day } }, 'ok'],
  [{ eInvoice: null }, 'nothing-to-do'],
] as readonly (readonly [SupplierFacts, string])[])('suppliers/change-facts %#', (facts, outcome) => {
  const result = decideFacts(exempelbolaget, { supplierId, facts }, by);
  expect(result.ok ? 'ok' : result.error.code).toBe(outcome);
});

test('facts that are named change, those that are null go, the others stay', () => {
  const before = { ...exempelbolaget, email: 'a@b.se' };
  const result = decideFacts(before, { supplierId, facts: { city: ' Malmö ', email: '' } }, by);
  const [event] = result.ok ? result.value : [];
  if (event?.on !== 'supplier') throw new Error('nothing changed');
  expect(evolveSupplier(before, event)).toEqual({ ...exempelbolaget, rev: 2, city: 'Malmö' });
});

test('suppliers/set-phone: the number to ring is set by itself, and taken away', () => {
  const phone = (before: Supplier | undefined, said: string | null) => {
    const result = decidePhone(before, { supplierId, phone: said });
    return result.ok ? result.value : result.error.code;
  };
  const changed = { on: 'supplier', id: supplierId, type: 'supplier-facts-changed' };
  expect(phone(exempelbolaget, ' 08-1 ')).toEqual([{ ...changed, facts: { phone: '08-1' } }]);
  expect(phone({ ...exempelbolaget, phone: '08-1' }, ' ')).toEqual([{ ...changed, facts: { phone: null } }]);
  expect(phone({ ...exempelbolaget, phone: '08-1' }, '08-1')).toBe('nothing-to-do');
  expect(phone(exempelbolaget, null)).toBe('nothing-to-do');
  expect(phone(undefined, '08-1')).toBe('not-found');
  const { input } = commands['suppliers/change-facts'];
  expect(input.safeParse({ supplierId, facts: { city: 'Malmö', phone: '08-1' } }).success, 'not read without it').toBe(false);
});

test('suppliers/end: it ends on a day, and is taken into use again', () => {
  const endedOn = '2026-12-31' as Day;
  expect(decideSupplierEnd(undefined, { supplierId, endedOn })).toMatchObject({ error: { code: 'not-found' } });
  expect(decideSupplierEnd(exempelbolaget, { supplierId, endedOn: null })).toMatchObject({ error: { code: 'nothing-to-do' } });
  const ended = { ...exempelbolaget, endedOn };
  const result = decideSupplierEnd(ended, { supplierId, endedOn: null });
  const [event] = result.ok ? result.value : [];
  if (event?.on !== 'supplier') throw new Error('nothing changed');
  expect(evolveSupplier(ended, event)).toEqual({ ...exempelbolaget, rev: 2 });
});

describe('what is covered', () => {
  const person: Supplier = { ...exempelbolaget, organisationNumber: '8803200016', vatNumber: 'SE880320001601', phone: '08-1' };

  test('a sole trader’s number stands nowhere whole; of a protected identity nothing leads there', () => {
    const shown = shownSupplier({ ...person, peppolId: '0007:8803200016', street: 'Hemliga gatan 1', addresses: [box] });
    expect(shown).toMatchObject({ organisationNumber: '880320-••••', vatNumber: 'SE880320-••••', hasPersonalNumber: true });
    expect(JSON.stringify(shown)).not.toContain('0016');
    expect(shown.street).toBe('Hemliga gatan 1');
    const hidden = shownSupplier({ ...person, protectedBy: anna, street: 'Hemliga gatan 1', addresses: [box], contacts: [eva] });
    expect(hidden).toMatchObject({ name: person.name, isProtected: true });
    expect(Object.keys(hidden).filter((name) => ['street', 'postcode', 'city', 'addresses'].includes(name))).toEqual([]);
    expect(shownSupplier(exempelbolaget)).toEqual({ ...exempelbolaget, isProtected: false, hasPersonalNumber: false });
  });

  test('suppliers/reveal-personal-number: only what is covered is revealed, and the row stays as it was', () => {
    const reason = 'frågan gällde vem';
    expect(decideSupplierReveal(exempelbolaget, { reason })).toMatchObject({ error: { code: 'nothing-covered' } });
    const [event] = [decideSupplierReveal(person, { reason })].flatMap((result) => (result.ok ? result.value : []));
    if (event?.on !== 'supplier') throw new Error('not revealed');
    expect(evolveSupplier(person, event)).toEqual({ ...person, rev: person.rev + 1 });
  });

  test('one person protects an identity', () => {
    const result = decideFacts(person, { supplierId, facts: {}, protect: true }, by);
    expect(result).toMatchObject({ ok: true, value: [{ type: 'identity-protected', by: anna }] });
    expect(decideFacts({ ...person, protectedBy: anna }, { supplierId, facts: {}, protect: true }, by)).toMatchObject({
      ok: false,
    });
  });
});
