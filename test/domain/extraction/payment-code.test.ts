import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import type { PageWords } from '../../../src/shared/base/page.ts';
import { proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import type { Fields } from '../../../src/shared/domain/invoice-fields/index.ts';
import { aPage } from '../../make/documents/a-page.ts';

const today = '2026-11-22' as Day;
const rows = [
  'Exempelbolaget AB                      FAKTURA',
  'Fakturanr 52456            Fakturadatum 2026-11-02',
  'Papper                                          800,00',
  'Moms 25 %                                       200,00',
  'Att betala                                    1 000,00',
];
const withCode = (text: string): PageWords => ({
  ...aPage(rows),
  codes: [{ format: 'QRCode', text, box: [0.1, 0.8, 0.2, 0.9] }],
});
function fieldsOf(page: PageWords): Fields {
  const [document] = proposeDocuments([page], { suppliers: [], today }).documents;
  if (!document) throw new Error('no document');
  return document.fields;
}
const code = (changes: object = {}): string =>
  JSON.stringify({
    uqr: 1,
    tp: 1,
    iref: '52456',
    idt: '20261102',
    ddt: '20261202',
    due: 1000.0,
    pt: 'BG',
    acc: '991-2346',
    ...changes,
  });

describe('a payment code', () => {
  test('proves what is printed and gives what is not', () => {
    const fields = fieldsOf(withCode(code()));
    expect(fields.invoiceNumber).toMatchObject({ value: '52456', state: 'safe' });
    expect(fields.totalMinor).toMatchObject({ value: 100_000, state: 'safe' });
    expect(fields.invoiceDate).toMatchObject({ value: '2026-11-02', state: 'safe' });
    expect(fields.dueDate).toMatchObject({ value: '2026-12-02', state: 'check', box: null });
    expect(fields.bankgiro).toMatchObject({ value: '9912346', state: 'check' });
    expect(fields.bankgiro.evidence).toContainEqual({ kind: 'qr', ref: 'UsingQR' });
  });

  test('with another total than the printed one leaves the sum to a person', () => {
    expect(fieldsOf(withCode(code({ due: 2000 }))).totalMinor.state).toBe('check');
  });

  test('gives no invoice number that is not printed', () => {
    expect(fieldsOf(withCode(code({ iref: '777888' }))).invoiceNumber.value).toBe('52456');
  });

  test('in the European form gives the IBAN', () => {
    const epc = ['BCD', '002', '1', 'SCT', '', 'Exempelbolaget AB', 'SE3550000000054910000003', 'EUR1000.00', '', '', 'x'].join(
      '\n',
    );
    expect(fieldsOf(withCode(epc)).iban.value).toBe('SE3550000000054910000003');
  });

  test('of any content whatever breaks nothing', () => {
    const almost = fc.record({
      uqr: fc.anything(),
      iref: fc.anything(),
      due: fc.anything(),
      acc: fc.anything(),
      idt: fc.string(),
    });
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      almost.map((value) => JSON.stringify(value)),
      fc.string().map((s) => `BCD\n${s}`),
    );
    fc.assert(fc.property(texts, (text) => fieldsOf(withCode(text)).invoiceNumber.value === '52456'));
  });
});
