import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import { type KnownSupplier, proposeDocuments } from '../../../src/shared/domain/extraction/index.ts';
import type { Fields } from '../../../src/shared/domain/invoice-fields/index.ts';
import { aPage } from '../../make/documents/a-page.ts';
import { buyer, companies } from '../../make/documents/companies.ts';

const today = '2026-11-22' as Day;
const asKnown = (company: (typeof companies)[keyof typeof companies]): KnownSupplier => ({
  ...company,
  id: asId<'supplier'>(company.id),
});
const office = asKnown(companies.office);
const stranger: KnownSupplier = {
  id: asId<'supplier'>('00000000-0000-7000-8000-0000000000aa'),
  name: 'Helt Annat Bolag AB',
  organisationNumber: '5569999906',
  bankgiros: [],
  plusgiros: [],
  ibans: [],
};

const invoice = (changes: Readonly<Record<string, string>> = {}): readonly string[] =>
  [
    'Påhittade Kontorsvaror AB                        FAKTURA',
    '',
    'Region Exempel                                   Fakturanr      104417',
    'Box 1001                                         Fakturadatum   2026-10-14',
    '999 01 Exempelstad                               Kundnummer     991216',
    'Ert org.nr 222000-0016',
    '',
    '                                     Netto        2 637,50',
    '                                     Moms 25 %      659,38',
    '                                     Att betala   3 297,00 kr',
    '',
    'Bankgiro 991-1017                             Org.nr 555901-0128',
  ].map((row) => Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), row));

const fieldsOf = (rows: readonly string[], ...suppliers: readonly KnownSupplier[]): Fields => {
  const [proposal] = proposeDocuments([aPage(rows)], { suppliers, today }).documents;
  if (!proposal) throw new Error('no proposal');
  return proposal.fields;
};
const safeOf = ({ supplierName, organisationNumber, bankgiro }: Fields) =>
  [supplierName, organisationNumber, bankgiro].filter(({ state }) => state === 'safe').length;

describe('who the supplier is', () => {
  test('is sure by its organisation number and its name, and by one of them and its giro', () => {
    expect(safeOf(fieldsOf(invoice(), office))).toBe(3);
    expect(safeOf(fieldsOf(invoice({ 'Påhittade Kontorsvaror AB': 'Kontor & Papper        ' }), office))).toBe(3);
    expect(fieldsOf(invoice({ 'Org.nr 555901-0128': '' }), office).supplierName.state).toBe('safe');
  });

  test('is not sure by one sign alone', () => {
    const giroAlone = invoice({ 'Påhittade Kontorsvaror AB': 'Kontor & Papper        ', 'Org.nr 555901-0128': '' });
    const fields = fieldsOf(giroAlone, office);
    expect([fields.supplierName.value, safeOf(fields)]).toEqual([office.name, 0]);
    const nameAlone = invoice({ 'Bankgiro 991-1017': '', 'Org.nr 555901-0128': '' });
    expect(safeOf(fieldsOf(nameAlone, office))).toBe(0);
  });

  test('is nobody whose short giro number some digits on the page happen to be', () => {
    const fields = fieldsOf(invoice(), { ...stranger, plusgiros: ['991216'] });
    expect([fields.supplierName.value, safeOf(fields)]).toEqual(['Påhittade Kontorsvaror AB', 0]);
  });

  test('is not the one with the same giro where the paper bears another organisation number', () => {
    const fields = fieldsOf(invoice(), { ...stranger, bankgiros: office.bankgiros });
    expect([fields.supplierName.value, safeOf(fields)]).toEqual(['Påhittade Kontorsvaror AB', 0]);
  });

  test("is called what the letterhead says where only the giro is another's", () => {
    const unnumbered = invoice({
      'Org.nr 555901-0128': 'www.kontorsvaror.example',
      'Påhittade Kontorsvaror AB': 'Kontorsvaror Väst AB     ',
    });
    const fields = fieldsOf(unnumbered, { ...stranger, bankgiros: office.bankgiros });
    expect([fields.supplierName.value, fields.bankgiro.value, safeOf(fields)]).toEqual(['Kontorsvaror Väst AB', '9911017', 0]);
  });

  test('is not sure of a namesake with another organisation number, even with the same giro', () => {
    expect(safeOf(fieldsOf(invoice(), { ...stranger, name: office.name, bankgiros: office.bankgiros }))).toBe(0);
    const isAlike = fieldsOf(invoice(), { ...stranger, name: 'Påhittade Kontorsvarur AB' });
    expect([isAlike.supplierName.value, safeOf(isAlike)]).toEqual(['Påhittade Kontorsvaror AB', 0]);
  });

  test('is not the buyer, though it is in the register and its number on the paper', () => {
    const asSupplier = { ...stranger, name: buyer.name, organisationNumber: buyer.organisationNumber };
    const fields = fieldsOf(invoice(), asSupplier);
    expect([fields.supplierName.value, safeOf(fields)]).toEqual(['Påhittade Kontorsvaror AB', 0]);
  });

  test('is not sure where two companies of the register stand on the paper with their numbers', () => {
    const rows = [...invoice(), 'Fordran är överlåten till Helt Annat Bolag AB, org.nr 556999-9906'];
    expect(safeOf(fieldsOf(rows, office, stranger))).toBe(0);
  });
});
