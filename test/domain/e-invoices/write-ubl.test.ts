import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EInvoice, readEInvoice, writeUbl } from '../../../src/shared/domain/e-invoices/index.ts';
import { parseXmlText, type XmlElement } from '../../../src/shared/xml/index.ts';
import { anyEInvoice } from '../../make/e-invoices/any-e-invoice.ts';
import { withoutPaths } from '../../make/e-invoices/without-paths.ts';

const readBack = (invoice: EInvoice) => {
  const read = readEInvoice(new TextEncoder().encode(writeUbl(invoice)));
  return read.ok ? read.value : expect.unreachable(JSON.stringify(read.error));
};

test('what is written is read as it was, and nothing of it is left over', () => {
  fc.assert(
    fc.property(anyEInvoice, (invoice) => {
      const { invoice: again, leftOver } = readBack(invoice);
      expect(withoutPaths(again)).toEqual(withoutPaths(invoice));
      expect(leftOver).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('terms stand in the order that the schema of UBL demands', () => {
  const term = (raw: string) => ({ raw, path: '' });
  const none = { notes: [], precedingInvoices: [], allowances: [], charges: [], supportingDocuments: [], lines: [] };
  const xml = writeUbl({
    ...none,
    path: '',
    typeCode: term('381'),
    dueDate: term('2026-03-31'),
    payments: [{ path: '', meansCode: term('30'), remittanceInformation: term('1230') }],
    vatBreakdown: [{ path: '', category: term('S'), rate: term('25') }],
    totals: { path: '', vat: { ...term('25'), currency: 'SEK' }, due: { ...term('125'), currency: 'SEK' } },
    lines: [
      {
        path: '',
        allowances: [{ path: '', reason: term('Rabatt'), amount: { ...term('5'), currency: 'SEK' } }],
        charges: [],
        vat: { path: '', category: term('S') },
        item: { path: '', classifications: [], attributes: [{ path: '', name: term('Färg'), value: term('Röd') }] },
      },
    ],
  });
  const tree = parseXmlText(xml);
  expect(tree.ok && names(tree.value)).toMatchInlineSnapshot(
    `"CreditNote(CreditNoteTypeCode PaymentMeans(PaymentMeansCode PaymentDueDate PaymentID) TaxTotal(TaxAmount TaxSubtotal(TaxCategory(ID Percent TaxScheme(ID)))) LegalMonetaryTotal(PayableAmount) CreditNoteLine(AllowanceCharge(ChargeIndicator AllowanceChargeReason Amount) Item(ClassifiedTaxCategory(ID TaxScheme(ID)) AdditionalItemProperty(Name Value))))"`,
  );
});

const names = ({ name, children }: XmlElement): string =>
  children.length === 0 ? name : `${name}(${children.map(names).join(' ')})`;
