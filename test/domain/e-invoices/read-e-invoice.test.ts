import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type ReadEInvoice, readEInvoice, writeUbl } from '../../../src/shared/domain/e-invoices/index.ts';
import { bytesOf, isThere, xmlFiles } from '../../conformance/shared-data.ts';
import { wholeCii } from '../../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { wholeSvefaktura } from '../../make/e-invoices/whole-svefaktura.ts';
import { withoutPaths } from '../../make/e-invoices/without-paths.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function read(text: string | Uint8Array): ReadEInvoice {
  const outcome = readEInvoice(typeof text === 'string' ? bytes(text) : text);
  return outcome.ok ? outcome.value : expect.unreachable(JSON.stringify(outcome.error));
}

describe('UBL', () => {
  test('every value keeps its text and the path that it stands at', () => {
    const { syntax, invoice, leftOver } = read(wholeInvoice());
    expect(syntax).toBe('ubl-invoice');
    expect(invoice.seller?.vatId).toEqual({
      raw: 'SE556677889901',
      path: '/Invoice/AccountingSupplierParty/Party/PartyTaxScheme/CompanyID',
    });
    expect(invoice.invoicedObjectId).toEqual({ raw: 'O-1', path: '/Invoice/AdditionalDocumentReference[1]/ID', scheme: 'ABT' });
    expect(invoice.supportingDocuments).toHaveLength(1);
    expect(invoice.allowances).toMatchObject([
      { path: '/Invoice/AllowanceCharge[1]', amount: { raw: '100.00', currency: 'SEK' } },
    ]);
    expect(invoice.charges).toMatchObject([{ reasonCode: { raw: 'FC' } }]);
    expect(invoice.lines[1]?.item?.classifications).toMatchObject([{ raw: '123', scheme: 'TST' }]);
    expect(invoice.payments[0]?.meansText).toEqual({ raw: 'Girering', path: '/Invoice/PaymentMeans/PaymentMeansCode/@name' });
    expect(leftOver).toEqual([]);
  });

  test('prefixes and encodings are the file’s own affair', () => {
    const plain = read(wholeInvoice());
    const renamed = wholeInvoice()
      .replace('UTF-8', 'ISO-8859-1')
      .replaceAll('cbc:', 'ns2:')
      .replaceAll('xmlns:cbc', 'xmlns:ns2')
      .replaceAll(/<(\/?)(Invoice)(?=[ >])/g, '<$1u:$2')
      .replace('xmlns="', 'xmlns:u="');
    expect(renamed).toContain('<u:Invoice');
    expect(read(iconv.encode(renamed, 'latin1')).invoice).toEqual(plain.invoice);
    const wide = iconv.encode(wholeInvoice().replace('UTF-8', 'UTF-16'), 'utf-16le', { addBOM: true });
    expect(read(wide).invoice).toEqual(plain.invoice);
  });

  test('what has no place is told, with its path', () => {
    const odd = wholeInvoice()
      .replace('<cbc:CustomizationID>', '<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:CustomizationID>')
      .replace('<cbc:InvoiceTypeCode>', '<cbc:InvoiceTypeCode listID="UNCL1001">')
      .replace('<cac:Delivery>', '<cac:Delivery><cbc:Quantity/>')
      .replace('<cac:PaymentTerms>', '<cac:PaymentTerms><cbc:Note>Först</cbc:Note>');
    const { invoice, leftOver } = read(odd);
    expect(invoice.paymentTerms?.raw).toBe('Först');
    expect(leftOver).toEqual([
      { path: '/Invoice/UBLVersionID', raw: '2.1' },
      { path: '/Invoice/InvoiceTypeCode/@listID', raw: 'UNCL1001' },
      { path: '/Invoice/Delivery/Quantity', raw: '' },
      { path: '/Invoice/PaymentTerms/Note[2]', raw: '30 dagar netto' },
    ]);
  });

  test('VAT in the currency of accounting is told from VAT in the invoice’s own, in whatever order', () => {
    const inEuro = '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">33.00</cbc:TaxAmount></cac:TaxTotal>';
    const { invoice } = read(
      wholeInvoice()
        .replace('<cac:TaxTotal>', `${inEuro}<cac:TaxTotal>`)
        .replace('<cbc:BuyerReference>', '<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode><cbc:BuyerReference>'),
    );
    expect(invoice.totals).toMatchObject({ vat: { raw: '362.50' }, vatInAccountingCurrency: { raw: '33.00' } });
  });

  test('an element of another namespace is another element', () => {
    const { invoice, leftOver } = read(
      wholeInvoice().replace('<cbc:BuyerReference>4711</cbc:BuyerReference>', '<cac:BuyerReference>1</cac:BuyerReference>'),
    );
    expect(invoice.buyerReference).toBeUndefined();
    expect(leftOver).toEqual([{ path: '/Invoice/BuyerReference', raw: '1' }]);
  });
});

test('Svefaktura, with what lies beside it in its envelope', () => {
  const { syntax, invoice, leftOver, tree } = read(wholeSvefaktura());
  expect(syntax).toBe('svefaktura');
  expect(tree.path).toBe('/StandardBusinessDocument/Invoice');
  expect(invoice).toMatchObject({
    number: { raw: '15' },
    dueDate: { raw: '2026-12-02' },
    buyerReference: { raw: '4711' },
    purchaseOrderReference: { raw: 'B-1' },
    contractReference: { raw: 'Avtal 7' },
    delivery: { date: { raw: '2026-10-30' } },
    seller: { name: { raw: 'Säljaren AB' }, legalRegistrationId: { raw: '5566778899' }, vatId: { raw: 'SE556677889901' } },
    payments: [{ remittanceInformation: { raw: '10023489' }, account: { accountId: { raw: '9912346' } } }],
    charges: [{ reason: { raw: 'Frakt' }, amount: { raw: '225', currency: 'SEK' } }],
    totals: { rounding: { raw: '0.25' }, due: { raw: '7781.50' } },
    vatBreakdown: [{ rate: { raw: '25' }, taxAmount: { raw: '1556.25' } }],
    supportingDocuments: [{ attachment: { raw: 'YQ==', mimeCode: 'image/jpeg', fileName: 'bild.jpg' } }],
    lines: [{ quantity: { raw: '120', unit: 'liter' }, price: { net: { raw: '50' } }, item: { name: { raw: 'Falu rödfärg' } } }],
  });
  expect(leftOver.map(({ path }) => path.split('/').at(-1))).toEqual(['HeaderVersion', 'PenaltySurchargePercent']);
});

test('CII, whose days are written otherwise and whose reference to pay with stands beside the ways of paying', () => {
  const { syntax, invoice, leftOver } = read(wholeCii());
  expect(syntax).toBe('cii');
  expect(invoice).toMatchObject({
    number: { raw: 'R-7' },
    issueDate: { raw: '2026-11-02', path: '/CrossIndustryInvoice/ExchangedDocument/IssueDateTime/DateTimeString' },
    seller: { name: { raw: 'Säljaren AB' }, vatId: { raw: 'SE556677889901' }, address: { city: { raw: 'Skövde' } } },
    payments: [{ remittanceInformation: { raw: '10023489' } }],
    totals: { vat: { raw: '375.00', currency: 'SEK' }, due: { raw: '1875.00' } },
    vatBreakdown: [{ category: { raw: 'S' }, taxableAmount: { raw: '1500.00' } }],
    lines: [{ quantity: { raw: '10', unit: 'H87' } }, { net: { raw: '500.00' }, vat: { rate: { raw: '25' } } }],
  });
  expect(invoice.delivery).toBeUndefined();
  expect(leftOver).toEqual([]);
});

test('what is no e-invoice is named by its root', () => {
  expect(readEInvoice(bytes('<Order xmlns="urn:o"><a/></Order>'))).toEqual({
    ok: false,
    error: { code: 'not-an-e-invoice', root: 'Order', ns: 'urn:o' },
  });
  expect(readEInvoice(bytes('<StandardBusinessDocument><a/></StandardBusinessDocument>'))).toMatchObject({
    error: { code: 'not-an-e-invoice' },
  });
});

const published = isThere ? xmlFiles('peppol-bis3/examples', 'sfti-swedish', 'zugferd', 'en16931/ubl-examples') : [];
test.skipIf(!isThere)(
  'published e-invoices leave nothing over but what no term is for, and are written as they were read',
  () => {
    const left = new Set<string>();
    for (const file of published) {
      if (file.endsWith('ObjectEnvelope.xml')) continue;
      const { invoice, leftOver, syntax } = read(bytesOf(file));
      for (const { path } of leftOver)
        left.add(
          path
            .split('/')
            .slice(-2)
            .join('/')
            .replaceAll(/\[\d+\]/g, ''),
        );
      if (syntax !== 'svefaktura') expect(withoutPaths(read(writeUbl(invoice)).invoice), file).toEqual(withoutPaths(invoice));
    }
    expect(published.length).toBeGreaterThan(50);
    expect([...left].sort()).toMatchInlineSnapshot(`
      [
        "AccountsContact/Name",
        "Contact/Telefax",
        "Country/IdentificationCode",
        "DocumentReference/ID",
        "ID/@identificationSchemeAgencyName",
        "ID/@schemeID",
        "Invoice/LineItemCountNumeric",
        "Invoice/UBLVersionID",
        "InvoicedQuantity/@unitCodeListID",
        "PaymentMeansCode/@listID",
        "PaymentTerms/PenaltySurchargePercent",
        "RequisitionistDocumentReference/ID",
      ]
    `);
  },
);
