import { describe, expect, test } from 'vitest';
import { editsBetween } from '../../../src/shared/base/edit-distance.ts';
import { findLabels } from '../../../src/shared/domain/extraction/labels.ts';
import { toRows } from '../../../src/shared/domain/extraction/rows.ts';
import { aPage } from '../../make/documents/a-page.ts';

const kindsIn = (text: string): readonly string[] => findLabels(toRows([aPage([text])])).map((label) => label.kind);

describe('labels', () => {
  test.each([
    ['Fakturanr: 123', ['invoiceNumber']],
    ['Faktura nr 123', ['invoiceNumber']],
    ['FAKTURANUMMER', ['invoiceNumber']],
    ['Fakturadatum 2026-11-22', ['invoiceDate']],
    ['Fakturadaturn 2026-11-22', ['invoiceDate']], // m read as rn
    ['Förfallodag', ['dueDate']],
    ['Forfallodag', ['dueDate']],
    ['Förf. datum', ['dueDate']],
    ['Att betala senast', ['dueDate']],
    ['ATT BETALA', ['total']],
    ['Summa exkl. moms', ['net']],
    ['Öresavrundnlng', ['rounding']],
    ['Vår referens', ['otherReference']],
    ['Er referens', ['buyerReference']],
    ['Ert VAT nummer', ['buyerNumber']],
    ['Org.nr', ['organisationNumber']],
    ['Momsreg.nr', ['vatNumber']],
    ['Moms %', ['rate']],
    ['Bankgiro', ['bankgiro']],
    ['Kundnr', ['otherReference']],
    ['Hejsan svejsan', []],
  ] as const)('%s', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test.each([
    ['faktura', 'faktura', 0],
    ['faktura', 'faktur', 1],
    ['faktura', 'factura', 1],
    ['bankgiro', 'plusgiro', 4],
    ['', 'abc', 3],
  ] as const)('from %s to %s', (a, b, edits) => {
    expect(editsBetween(a, b, 5)).toBe(edits);
    expect(editsBetween(a, b, 5)).toBe(editsBetween(b, a, 5));
  });
});
