import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { type KnownSupplier, proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import type { Fields } from '../../../src/shared/domain/invoice-fields/index.ts';
import { aPage } from '../../make/documents/a-page.ts';
import { companies } from '../../make/documents/companies.ts';

const today = '2026-11-22' as Day;
const office: KnownSupplier = { ...companies.office, id: asId<'supplier'>(companies.office.id) };

const invoice = (changes: Readonly<Record<string, string>>): readonly string[] =>
  [
    'Påhittade Kontorsvaror AB                        FAKTURA',
    '',
    'Region Exempel                                   Fakturanr      104417',
    'Box 1001                                         Fakturadatum   2026-10-14',
    '999 01 Exempelstad                               Er referens    RE40412',
    '',
    '                                     Netto        2 637,50',
    '                                     Moms 25 %      659,38',
    '                                     Öresavrundning   0,12',
    '                                     Att betala   3 297,00 kr',
    '',
    'Bankgiro 991-1017                     Org.nr 555901-0128',
    'Påhittade Kontorsvaror AB             Momsnr SE555901012801',
  ].map((row) => Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), row));

/** `closer`: what a second reading makes of some words. */
function read(
  changes: Readonly<Record<string, string>>,
  closer: Readonly<Record<string, string>> = {},
  suppliers: readonly KnownSupplier[] = [office],
): Fields {
  const page = aPage(invoice(changes));
  const again = page.words.flatMap((word) => {
    const text = closer[word.text];
    return text === undefined ? [] : [{ ...word, text }];
  });
  const [proposal] = proposeDocuments([{ ...page, again }], { suppliers, today }).documents;
  if (!proposal) throw new Error('no proposal');
  return proposal.fields;
}

test('an invoice of a year to come is read closer', () => {
  const misread = { '2026-10-14': '2028-10-14' };
  expect(read(misread).invoiceDate.value).toBe('2028-10-14');
  expect(read(misread, { '2028-10-14': '2026-10-14' }).invoiceDate.value).toBe('2026-10-14');
});

test('a stroke beside a label is no reference', () => {
  expect(read({ 'Er referens    RE40412': 'Er referens    I       ' }).buyerReference.value).toBeNull();
});

test('a letter has the dots that the same word has elsewhere', () => {
  const fields = read(
    { 'Påhittade Kontorsvaror AB                        F': 'Pahittade Kontorsvaror AB                        F' },
    {},
    [],
  );
  expect(fields.supplierName.value).toBe('Påhittade Kontorsvaror AB');
});

test('a stroke before a number is none of it', () => {
  expect(read({ SE555901012801: "'SE555901012801" }).vatNumber.value).toBe('SE555901012801');
});

test('a reference whose label was not read is found by its check digit, to be looked at, and proves no invoice number', () => {
  const { ocrReference, invoiceNumber } = read({ 'Bankgiro 991-1017    ': 'Bankgiro 991-1017    ocx~ 1044170007' });
  expect([ocrReference.value, ocrReference.state]).toEqual(['1044170007', 'check']);
  expect(invoiceNumber.state).toBe('check');
  expect(read({ 'Bankgiro 991-1017    ': 'Bankgiro 991-1017    Telefon 1044170007' }).ocrReference.value).toBeNull();
});

test('one sign of dollars beside a Swedish giro is a misread sign', () => {
  expect(read({ 'Box 1001': 'Box $    ', ' kr': '' }).currency.value).toBe('SEK');
});

test('kronor in a sentence do not make the currency safe', () => {
  const sentence = 'Efter förfallodagen debiteras dröjsmålsränta enligt lag samt påminnelseavgift om 60 kr';
  const fields = read({ ' kr': '', 'Er referens    RE40412': '' });
  expect(fields.currency.state).toBe('check');
  expect(
    read({ ' kr': '', '999 01 Exempelstad                               Er referens    RE40412': sentence }).currency.state,
  ).toBe('check');
  expect(read({ ' kr': '', 'Er referens    RE40412': 'Belopp i SEK' }).currency.state).toBe('safe');
});

test('net and VAT whose labels were not read are proven by the labelled total and the rate, if they were read twice', () => {
  const unlabelled = { 'Netto   ': '~~~~~   ', 'Moms 25 %': '~~~~~    ' };
  const closer = { '637,50': '637,50', '2': '2', '659,38': '659,38' };
  expect(read(unlabelled).vatMinor.state).toBe('check');
  const { netMinor, vatMinor } = read(unlabelled, closer);
  expect([netMinor.value, netMinor.state, vatMinor.value, vatMinor.state]).toEqual([263_750, 'safe', 65_938, 'safe']);
});
