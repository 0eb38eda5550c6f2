import { describe, expect, test } from 'vitest';
import { labelledPlace, printedLabel } from '../../src/renderer/features/supplier-invoices/why-place.ts';
import { reasonsToLook } from '../../src/renderer/features/supplier-invoices/why-reasons.ts';
import { evidenceSentence, type WhyFacts } from '../../src/renderer/features/supplier-invoices/why-sentences.ts';
import { sv } from '../../src/renderer/text/sv.ts';
import type { Day } from '../../src/shared/base/day.ts';
import { type Evidence, emptyField, type FieldName } from '../../src/shared/domain/invoice-fields/index.ts';
import { aField, anna, aScannedInvoice, bo, exempelbolaget, someFields, theirBankgiro } from '../make/invoices.ts';
import { aPage } from './a-page.ts';

/** 'Fakturanr' ends at 0.208; 0.05 of a page 210 mm wide is 10.5 mm. */
const page = aPage('Fakturanr:@0.1,0.1', '10045@0.27,0.1', 'Att@0.6,0.3', 'betala@0.65,0.3', '1@0.62,0.33', '250,00@0.64,0.33');
const facts = (name: FieldName, changes: Partial<WhyFacts> = {}): WhyFacts => ({
  name,
  invoice: aScannedInvoice({
    fields: someFields({
      invoiceNumber: aField('10045', { box: [0.27, 0.1, 0.33, 0.11] }),
      totalMinor: aField(125_000, { box: [0.62, 0.33, 0.712, 0.34] }),
      ocrReference: aField('10045' + '3'),
    }),
  }),
  around: { today: '2026-11-22' as Day, supplier: exempelbolaget, paymentNumbers: [theirBankgiro], twins: [] },
  words: page,
  people: { [bo]: 'Bo Lind' },
  me: anna,
  ...changes,
});
const sentence = (name: FieldName, evidence: Evidence, changes: Partial<WhyFacts> = {}) =>
  evidenceSentence(evidence, facts(name, changes), sv).replaceAll('\u00a0', ' ');

test('the letters of a learned label are shown as they are printed', () => {
  const printed = aPage('Kontakt@0.1,0.2', 'hos@0.2,0.2', 'köpare:@0.25,0.2', 'Karin@0.4,0.2');
  expect(printedLabel(printed, 'kontakthoskopare')).toBe('Kontakt hos köpare');
  expect(printedLabel(printed, 'erreferens')).toBeUndefined();
});

describe('where a value stands', () => {
  test('right of its label, in millimetres of a sheet of A4', () => {
    expect(labelledPlace(page, 'invoiceNumber', [0.27, 0.1, 0.33, 0.11], 'fakturanr')).toEqual({
      label: 'Fakturanr',
      direction: 'right',
      mm: Math.round((0.27 - 0.22) * 210),
    });
  });

  test('below its label, by the same scale', () => {
    expect(labelledPlace(page, 'totalMinor', [0.62, 0.33, 0.712, 0.34], 'total')).toEqual({
      label: 'Att betala',
      direction: 'below',
      mm: Math.round(((0.33 - 0.31) * 210 * 3508) / 2480),
    });
  });

  test('the label that the evidence names, not a vague one that is nearer', () => {
    const headed = aPage('FAKTURA@0.27,0.08', 'Fakturanr:@0.1,0.1', '10045@0.27,0.1');
    expect(labelledPlace(headed, 'invoiceNumber', [0.27, 0.1, 0.33, 0.11], 'fakturanr')?.label).toBe('Fakturanr');
    expect(labelledPlace(headed, 'invoiceNumber', [0.27, 0.1, 0.33, 0.11], '')?.label).toBe('Fakturanr');
  });

  test('no label of the field, or a page of another form: no place, or no length', () => {
    expect(labelledPlace(page, 'dueDate', [0.27, 0.1, 0.33, 0.11], '')).toBeUndefined();
    expect(
      labelledPlace({ ...page, heightPx: 8_000 }, 'invoiceNumber', [0.27, 0.1, 0.33, 0.11], 'fakturanr')?.mm,
    ).toBeUndefined();
  });
});

test.each<[FieldName, Evidence, string]>([
  ['invoiceNumber', { kind: 'label', ref: 'fakturanr' }, 'Står 11 mm till höger om ”Fakturanr”.'],
  ['totalMinor', { kind: 'label', ref: 'total' }, 'Står 6 mm under ”Att betala”.'],
  ['dueDate', { kind: 'label', ref: 'forfallodag' }, 'Står vid sin ledtext på fakturan.'],
  ['invoiceNumber', { kind: 'pixels', page: 1, box: [0, 0, 1, 1], text: '10045' }, 'Läst på sidan 1: ”10045”.'],
  [
    'invoiceNumber',
    { kind: 'check-digit', ref: 'within-ocr-reference' },
    'Numret ingår i OCR-numret 100453, vars kontrollsiffra stämmer.',
  ],
  ['organisationNumber', { kind: 'check-digit', ref: 'modulus-10' }, 'Kontrollsiffran 9 stämmer (modulus 10).'],
  ['vatNumber', { kind: 'check-digit', ref: 'modulus-10' }, 'Kontrollsiffran 9 stämmer (modulus 10).'],
  ['totalMinor', { kind: 'sum', ref: 'net+vat=total' }, '1 000,00 + 250,00 = 1 250,00: netto och moms blir det som ska betalas.'],
  ['vatMinor', { kind: 'sum', ref: 'rate' }, '250,00 är 25 % av 1 000,00: en svensk momssats.'],
  [
    'dueDate',
    { kind: 'sum', ref: 'payment-terms' },
    'Det är 30 dagar från fakturadatum 2026-11-02 till förfallodag 2026-12-02, som villkoret på fakturan säger.',
  ],
  ['bankgiro', { kind: 'register', ref: 'supplier' }, 'Numret finns på Exempelbolaget AB i leverantörsregistret.'],
  [
    'organisationNumber',
    { kind: 'register', ref: 'organisationNumber' },
    'Exempelbolaget AB har numret 556677-8899 i leverantörsregistret.',
  ],
  [
    'supplierName',
    { kind: 'register', ref: 'bankgiro' },
    'Bankgirot på fakturan hör till Exempelbolaget AB i leverantörsregistret.',
  ],
  ['invoiceNumber', { kind: 'second-reading', ref: '10045' }, 'Läst två gånger på olika sätt, med samma resultat: ”10045”.'],
  ['invoiceNumber', { kind: 'person', ref: anna }, 'Du har bekräftat eller skrivit värdet.'],
  ['invoiceNumber', { kind: 'person', ref: bo }, 'Bo Lind har bekräftat eller skrivit värdet.'],
])('%s: %o is told as a sentence', (name, evidence, expected) => {
  expect(sentence(name, evidence)).toBe(expected);
});

test('a sum that no longer holds is not told as if it did', () => {
  const invoice = aScannedInvoice({ fields: someFields({ totalMinor: aField(126_000) }) });
  expect(sentence('netMinor', { kind: 'sum', ref: 'net+vat=total' }, { invoice })).toMatch(/^Stämde .* när fakturan lästes/);
});

test('a register row that is another now is not told as the same', () => {
  const invoice = aScannedInvoice({ fields: someFields({ organisationNumber: aField('5560000000') }) });
  expect(sentence('organisationNumber', { kind: 'register', ref: 'organisationNumber' }, { invoice })).toBe(
    'Stämmer med leverantörsregistret.',
  );
});

describe('why a person must look', () => {
  const inDoubt = (name: FieldName, evidence: readonly Evidence[], changes: Partial<WhyFacts> = {}) => {
    const invoice = aScannedInvoice();
    const field = { ...invoice.fields[name], state: 'check' as const, evidence };
    const doubted = { ...invoice, fields: { ...invoice.fields, [name]: field } };
    return reasonsToLook(facts(name, { invoice: doubted, ...changes }), [], sv);
  };

  test('only one proof, and which would be enough', () => {
    const [reason, ...more] = inDoubt('totalMinor', [{ kind: 'label', ref: 'total' }]);
    expect(reason).toBe('Bara ett bevis: ledtext. Det fattas summan, eller betalraden, eller betalkod (QR).');
    expect(more).toEqual([]);
  });

  test('a new supplier and a new payment number', () => {
    const around = { today: '2026-11-22' as Day, supplier: undefined, paymentNumbers: [], twins: [] };
    const proofs: readonly Evidence[] = [
      { kind: 'register', ref: 'supplier' },
      { kind: 'payment-line', ref: 'bankgiro' },
    ];
    expect(inDoubt('bankgiro', proofs, { around })).toEqual([
      'Leverantören är ny: den finns inte i registret, eller är inte kopplad.',
    ]);
    expect(inDoubt('bankgiro', proofs, { around: { ...around, supplier: exempelbolaget } })).toEqual([
      'Betalnumret är nytt: det finns inte på leverantören i registret.',
    ]);
  });

  test('a finding that says the same is not told twice', () => {
    const around = { today: '2026-11-22' as Day, supplier: undefined, paymentNumbers: [], twins: [] };
    const invoice = aScannedInvoice();
    const supplierName = { ...invoice.fields.supplierName, state: 'check' as const };
    const unknown = { ...invoice, fields: { ...invoice.fields, supplierName } };
    const findings = [{ code: 'supplier-unknown', severity: 'warning', field: 'supplierName' } as const];
    expect(reasonsToLook(facts('supplierName', { invoice: unknown, around }), findings, sv)).toEqual([
      'Leverantören är ny: den finns inte i registret, eller är inte kopplad.',
    ]);
  });

  test('what is decided needs no reason; what was not found says so', () => {
    expect(reasonsToLook(facts('invoiceNumber'), [], sv)).toEqual([]);
    const invoice = aScannedInvoice({ fields: someFields({ dueDate: emptyField('missing'), plusgiro: emptyField('absent') }) });
    expect(reasonsToLook(facts('dueDate', { invoice }), [], sv)).toEqual([
      'Fältet måste fyllas i men hittades inte på fakturan.',
    ]);
  });
});
