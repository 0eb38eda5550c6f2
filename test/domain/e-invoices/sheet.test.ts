import { expect, test } from 'vitest';
import { type ReadEInvoice, readEInvoice, type SheetValue, sheetOf } from '../../../src/shared/domain/e-invoices/index.ts';
import { everyElement, type XmlElement } from '../../../src/shared/xml/index.ts';
import { wholeCii } from '../../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { wholeSvefaktura } from '../../make/e-invoices/whole-svefaktura.ts';

function read(text: string): ReadEInvoice {
  const outcome = readEInvoice(new TextEncoder().encode(text));
  return outcome.ok ? outcome.value : expect.unreachable(JSON.stringify(outcome.error));
}
const valuesOf = (one: ReadEInvoice): readonly SheetValue[] => {
  const { blocks, tables } = sheetOf(one.invoice);
  return [...blocks.flatMap(({ values }) => values), ...tables.flatMap(({ rows }) => rows.flat())];
};

/** Said by how something stands on the page, or only to programs. */
const understood = [
  'ID',
  'ChargeIndicator',
  'Indicator',
  'DocumentTypeCode',
  'TypeCode',
  'BaseQuantity',
  'CompanyID',
  'CountryID',
  'City',
];

test.each([
  ['UBL', wholeInvoice()],
  ['Svefaktura', wholeSvefaktura()],
  ['CII', wholeCii()],
])('everything that %s says is on the page', (_, text) => {
  const one = read(text);
  const shown = valuesOf(one)
    .map((value) => value.text)
    .join('\n');
  const missing = [...everyElement(one.tree)].filter(
    (element) =>
      element.children.length === 0 &&
      !shown.includes(element.name === 'EmbeddedDocumentBinaryObject' ? 'a.csv' : asShown(element)),
  );
  const left = new Set(one.leftOver.map(({ path }) => path));
  const unsaid = missing.filter(({ path, name }) => !left.has(path) && !understood.includes(name));
  expect(unsaid.map(({ path, text: raw }) => `${path} ${raw}`)).toEqual([]);
});

/** Days of CII and moments of Svefaktura are shown as days. */
const asShown = ({ name, text }: XmlElement): string =>
  name === 'DateTimeString' ? text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : text.trim().replace(/T00:00:00$/, '');

test('amounts have their currency behind them, quantities their unit, and an attachment its name', () => {
  const shown = Object.fromEntries(valuesOf(read(wholeInvoice())).map(({ bt, text }) => [bt, text]));
  expect(shown).toMatchObject({
    'BT-115': '1801.00 SEK',
    'BT-129': '2 H87',
    'BT-125': 'a.csv, text/csv',
    'BT-35': 'Göteborg',
    'BT-73': '2026-10-01 – 2026-10-31',
  });
});

test('of very many lines the first are shown, and how many there are', () => {
  const line = '<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>';
  const { tables } = sheetOf(read(wholeInvoice().replace('</Invoice>', `${line.repeat(600)}</Invoice>`)).invoice);
  const lines = tables.find(({ group }) => group === 'lines');
  expect([lines?.rows.length, lines?.rowCount]).toEqual([500, 602]);
});
