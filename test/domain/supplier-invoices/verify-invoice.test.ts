import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../../../src/shared/base/ids.ts';
import { fieldNames } from '../../../src/shared/domain/invoice-fields/index.ts';
import {
  asTwin,
  decideVerification,
  type SupplierInvoice,
  vouchedValues,
} from '../../../src/shared/domain/supplier-invoices/index.ts';
import { allowed, around, codeOf, evolved, noon } from '../../make/decisions.ts';
import { aField, anna, aScannedInvoice, aVerification, aVerifiedInvoice, someFields } from '../../make/invoices.ts';

const scanned = aScannedInvoice();
const verified = aVerifiedInvoice();
const parked = { ...scanned, state: 'parked', parkedReason: 'other', parkedNote: '', parkedBy: anna } as const;
const other = asId<'supplierInvoice'>('0190dddd-0000-7000-8000-00000000000b');
const twin = (hidden = false, changes: Partial<SupplierInvoice> = {}) =>
  asTwin({ ...aVerifiedInvoice({ id: other }), ...changes } as SupplierInvoice, hidden); // a change keeps the state whole
const verify = (command: Parameters<typeof aVerification>[0], twins = around.twins, invoice: SupplierInvoice = scanned) =>
  decideVerification({ invoice, around: { ...around, twins } }, aVerification(command), anna, noon);

describe('supplier-invoices/verify', () => {
  const undecided = aScannedInvoice({ fields: someFields({ invoiceNumber: aField('10045', { state: 'check' }) }) });
  const wrong = aScannedInvoice({ fields: someFields({ totalMinor: aField(1) }) });
  const warned = aScannedInvoice({ fields: someFields({ ocrReference: aField('123068') }) });
  test.each([
    // invoice   acknowledged             outcome; each row passes all the rows above it
    [undefined, [], 'not-found'],
    [verified, [], 'wrong-state'],
    [parked, [], 'wrong-state'],
    [undecided, [], 'fields-undecided'],
    [wrong, [], 'stopped-by-checks'],
    [warned, [], 'warnings-unseen'],
    [warned, ['wrong-ocr-reference'], 'ok'],
    [scanned, [], 'ok'],
  ] as const)('%#: %s', (invoice, acknowledged, outcome) => {
    expect(codeOf(decideVerification({ invoice, around }, aVerification({ acknowledged }), anna, noon))).toBe(outcome);
  });

  test('a field that is missing stops it only when every invoice must have it', () => {
    const optional = aScannedInvoice({ fields: someFields({ vatNumber: aField<string>(null, { state: 'missing' }) }) });
    expect(codeOf(decideVerification({ invoice: optional, around }, aVerification(), anna, noon))).toBe('ok');
  });
});

describe('what the clerk vouches for', () => {
  const seen = vouchedValues(scanned);

  test('is what stands there, field by field', () => {
    expect(Object.keys(seen)).toEqual([...fieldNames]);
    expect(seen).toMatchObject({ invoiceNumber: '10045', totalMinor: 125_000, iban: null });
    expect(codeOf(verify({ values: seen }))).toBe('ok');
  });

  test('has changed since: the fields are named, before anything else is said of them', () => {
    const changed = aScannedInvoice({
      fields: someFields({ totalMinor: aField(1), invoiceNumber: aField('7', { state: 'check' }) }),
    });
    expect(verify({ values: seen }, [], changed)).toEqual({
      ok: false,
      error: { code: 'stale', fields: ['invoiceNumber', 'totalMinor'] },
    });
  });

  test('any field that differs stops it, and only those that differ are named', () => {
    fc.assert(
      fc.property(fc.subarray([...fieldNames]), (names) => {
        const values = { ...seen, ...Object.fromEntries(names.map((name) => [name, 'something else'])) };
        const result = verify({ values });
        expect(result.ok ? [] : result.error).toEqual(names.length === 0 ? [] : { code: 'stale', fields: names });
      }),
    );
  });
});

describe('the same invoice twice', () => {
  const reason = 'Fakturanumret används om igen varje år.';
  test.each([
    // twin                                        despiteDuplicate   outcome
    [twin(), null, { code: 'duplicate-invoice', existing: other, elsewhere: false }],
    [twin(false, { state: 'approved' }), null, { code: 'duplicate-invoice', existing: other, elsewhere: false }],
    [twin(true), null, { code: 'duplicate-invoice', existing: null, elsewhere: true }],
    [twin(), { reason }, undefined],
    [twin(true), { reason }, undefined],
    [twin(false, { state: 'scanned' }), null, { code: 'warnings-unseen', findings: ['same-invoice'] }],
    [twin(false, { state: 'parked' }), null, { code: 'warnings-unseen', findings: ['same-invoice'] }],
    [twin(false, { state: 'duplicate' }), null, undefined],
    [twin(true, { state: 'scanned' }), null, undefined], // what cannot be seen cannot be acknowledged
  ] as const)('%#', (other, despiteDuplicate, error) => {
    const result = verify({ despiteDuplicate }, [other]);
    expect(result.ok ? undefined : result.error).toEqual(error);
  });

  test('of two, the one that may be shown is told', () => {
    const hidden = { ...twin(true), id: asId<'supplierInvoice'>('0190dddd-0000-7000-8000-00000000000c') };
    expect(verify({}, [hidden, twin()])).toMatchObject({ error: { existing: other, elsewhere: false } });
  });

  test('other errors are told first, and no reason gets past them', () => {
    const wrong = aScannedInvoice({ fields: someFields({ totalMinor: aField(1) }) });
    expect(verify({ despiteDuplicate: { reason } }, [twin()], wrong)).toEqual({
      ok: false,
      error: { code: 'stopped-by-checks', findings: ['sum-is-off'] },
    });
  });

  test('the reason is kept where it was needed, and only there', () => {
    const despite = evolved(scanned, allowed(verify({ despiteDuplicate: { reason } }, [twin()])));
    expect(despite).toMatchObject({ state: 'verified', despiteDuplicate: reason });
    expect(evolved(scanned, allowed(verify({ despiteDuplicate: { reason } })))).not.toHaveProperty('despiteDuplicate');
  });
});
