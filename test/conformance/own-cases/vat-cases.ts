import { noVat, ofCode, standardRate, type Taxed, vatScheme, wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { change, changed, kr, type OwnCase } from './own-case.ts';

const family: { readonly [id: string]: Taxed } = {
  S: standardRate,
  Z: noVat('Z', '0', undefined),
  E: noVat('E', '0', 'Undantaget'),
  AE: noVat('AE', '0', 'Omvänd skattskyldighet'),
  IC: noVat('K', '0', 'Inom EU'),
  G: noVat('G', '0', 'Export'),
  O: { ...noVat('O', undefined, 'Utanför momsen'), seller: '', representative: '', buyer: '' },
  AF: ofCode('L'),
  AG: ofCode('M'),
};
const of = (id: string): Taxed => family[id] ?? standardRate;
const unregistered = { seller: '', representative: '', buyer: '' };
const zero = '<cbc:ID>Z</cbc:ID><cbc:Percent>0</cbc:Percent>';
const without = (rule: string, id: string, more: Partial<Taxed>): OwnCase => ({
  rule,
  xml: wholeInvoice({ ...of(id), ...more }),
});

/** The breakdown says another category than what was sold. */
const noPart = (id: string): OwnCase =>
  without(`BR-${id}-01`, id, { breakdown: id === 'Z' ? '<cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent>' : zero });

/** Only the charge, or only the allowance, is in the category, and nobody is registered for VAT. */
const onlyOn = (what: 'allowance' | 'charge', rule: string, id: string): OwnCase =>
  without(rule, id, { ...unregistered, line: zero, breakdown: zero, [what === 'charge' ? 'allowance' : 'charge']: zero });

/** A rate that the category may not have. */
const rated = (rule: string, id: string, what: 'line' | 'allowance' | 'charge', code: string, rate: string): OwnCase =>
  without(rule, id, { [what]: `<cbc:ID>${code}</cbc:ID><cbc:Percent>${rate}</cbc:Percent>` });

const explained = (rule: string, id: string): OwnCase =>
  without(rule, id, { breakdown: `${of(id).breakdown}<cbc:TaxExemptionReason>Därför</cbc:TaxExemptionReason>` });
const unexplained = (rule: string, code: string): OwnCase => ({ rule, xml: wholeInvoice(noVat(code, '0', undefined)) });

const taxed = (rule: string, id: string, was: string, is: string): OwnCase => ({
  rule,
  xml: change(wholeInvoice(of(id)), was, is),
});
const part = (taxable: string, tax: string): string => kr('TaxableAmount', taxable) + kr('TaxAmount', tax);

/** The families of VAT categories, and what only some of them ask. */
export const vatCases: readonly OwnCase[] = [
  ...['S', 'Z', 'E'].map(noPart),
  ...['S', 'Z', 'E', 'AE', 'IC', 'G'].map((id) => onlyOn('charge', `BR-${id}-04`, id)),
  ...['AF', 'AG', 'G'].map((id) => onlyOn('allowance', `BR-${id}-03`, id)),
  without('BR-AE-02', 'AE', { buyer: '', seller: '', representative: '' }),
  without('BR-IC-02', 'IC', { buyer: '' }),
  {
    rule: 'BR-O-03',
    xml: wholeInvoice({ ...standardRate, allowance: '<cbc:ID>O</cbc:ID>' }),
  },
  rated('BR-S-07', 'S', 'charge', 'S', '0'),
  rated('BR-Z-07', 'Z', 'charge', 'Z', '6'),
  rated('BR-E-07', 'E', 'charge', 'E', '6'),
  rated('BR-AE-05', 'AE', 'line', 'AE', '6'),
  rated('BR-IC-05', 'IC', 'line', 'K', '6'),
  rated('BR-G-06', 'G', 'allowance', 'G', '6'),
  rated('BR-O-06', 'O', 'allowance', 'O', '0'),
  rated('BR-AF-06', 'AF', 'allowance', 'L', '-1'),
  rated('BR-AG-06', 'AG', 'allowance', 'M', '-1'),
  taxed('BR-AE-08', 'AE', part('1450.00', '0.00'), part('1450.01', '0.00')),
  taxed('BR-IC-08', 'IC', part('1450.00', '0.00'), part('1450.01', '0.00')),
  taxed('BR-G-09', 'G', part('1450.00', '0.00'), part('1450.00', '0.01')),
  taxed('BR-O-09', 'O', part('1450.00', '0.00'), part('1450.00', '0.01')),
  explained('BR-Z-10', 'Z'),
  explained('BR-AF-10', 'AF'),
  explained('BR-AG-10', 'AG'),
  unexplained('BR-E-10', 'E'),
  unexplained('BR-IC-10', 'K'),
  taxed(
    'BR-IC-12',
    'IC',
    '<cac:Address><cac:Country><cbc:IdentificationCode>SE</cbc:IdentificationCode></cac:Country></cac:Address>',
    '',
  ),
  without('BR-O-12', 'O', { line: zero }),
  changed(
    'BR-B-01',
    `<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>${vatScheme}`,
    `<cbc:ID>B</cbc:ID><cbc:Percent>25</cbc:Percent>${vatScheme}`,
  ),
  changed(
    'BR-B-02',
    `<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>${vatScheme}`,
    `<cbc:ID>B</cbc:ID><cbc:Percent>25</cbc:Percent>${vatScheme}`,
  ),
  ...(
    [
      ['P0105', 'VATEX-EU-O'],
      ['P0108', 'VATEX-EU-D'],
      ['P0111', 'vatex-eu-j'],
    ] as const
  ).map(([rule, code]) =>
    without(`PEPPOL-EN16931-${rule}`, 'AE', {
      breakdown: `${of('AE').breakdown.replace(/<cbc:TaxExemptionReason>.*/, '')}<cbc:TaxExemptionReasonCode>${code}</cbc:TaxExemptionReasonCode>`,
    }),
  ),
];
