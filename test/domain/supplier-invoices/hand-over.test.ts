import { describe, expect, test } from 'vitest';
import { decideHandOver } from '../../../src/shared/domain/supplier-invoices/index.ts';
import { evolveLease, type Lease } from '../../../src/shared/domain/work-queue/index.ts';
import { supplierInvoice } from '../../../src/shared/run/entities/supplier-invoice.ts';
import { allowed, codeOf, evolved, noon } from '../../make/decisions.ts';
import { anna, aScannedInvoice, aVerifiedInvoice } from '../../make/invoices.ts';

const scanned = aScannedInvoice({ unitId: 'main' });
const parked = { ...scanned, state: 'parked', parkedReason: 'other', parkedNote: '', parkedBy: anna } as const;
const command = { invoiceId: scanned.id, unitId: '4711', note: ' Er kostnad. ' };
const lease: Lease = { id: scanned.id, rev: 1, unitId: 'main', holder: anna, device: 'd', token: 3, untilMs: noon + 1 };

describe('supplier-invoices/hand-over', () => {
  test.each([
    [undefined, command, 'not-found'],
    [aVerifiedInvoice(), { ...command, unitId: 'main' }, 'wrong-state'],
    [scanned, { ...command, unitId: 'main' }, 'unit-unchanged'],
    [scanned, command, 'ok'],
    [parked, command, 'ok'],
  ] as const)('%#: %s', (invoice, command, outcome) => {
    expect(codeOf(decideHandOver({ invoice, lease: undefined }, command))).toBe(outcome);
  });

  test('the invoice moves as it is, to where the other unit may see it', () => {
    for (const invoice of [scanned, parked]) {
      const [event, ...others] = allowed(decideHandOver({ invoice, lease: undefined }, command));
      expect(others).toEqual([]);
      if (event?.on !== 'supplierInvoice') throw new Error('the invoice is handed over');
      expect(event).toMatchObject({ fromUnitId: 'main', unitId: '4711', note: 'Er kostnad.' });
      const moved = evolved(invoice, [event]);
      expect(moved).toEqual({ ...invoice, rev: 2, unitId: '4711' });
      expect(supplierInvoice.scope(moved)).toBe('unit:4711');
    }
  });

  test('its lease goes along and is free, with the token that it had', () => {
    const events = allowed(decideHandOver({ invoice: scanned, lease }, command));
    const moved = events.flatMap((event) => (event.on === 'lease' ? [evolveLease(lease, event)] : []));
    expect(moved).toEqual([{ ...lease, rev: 2, unitId: '4711', untilMs: 0 }]);
  });
});
