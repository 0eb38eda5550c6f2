import { describe, expect, test } from 'vitest';
import { validateFile } from '../../../src/shared/domain/e-invoices/index.ts';
import { change } from '../../conformance/own-cases/own-case.ts';
import { wholeCii } from '../../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';

const validate = (xml: string) => validateFile(new TextEncoder().encode(xml));
const told = (xml: string) => validate(xml).findings.map(({ rule, path }) => [rule, path]);
const settlement = '/CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement';

describe('an e-invoice in another syntax', () => {
  test('a right CII breaks no rule about meaning', () => {
    expect(validate(wholeCii())).toEqual({ profile: 'en16931', findings: [], isValid: true });
  });

  test.each([
    [
      'a sum',
      '>1875.00</ram:GrandTotalAmount>',
      '>1857.00</ram:GrandTotalAmount>',
      [
        ['BR-CO-15', '/CrossIndustryInvoice'],
        ['BR-CO-16', `${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`],
      ],
    ],
    ['the number', '<ram:ID>R-7</ram:ID>', '', [['BR-02', '/CrossIndustryInvoice']]],
    [
      'a line’s unit',
      'unitCode="H87">2<',
      'unitCode="styck">2<',
      [
        [
          'BR-CL-23',
          '/CrossIndustryInvoice/SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem[2]/SpecifiedLineTradeDelivery/BilledQuantity',
        ],
      ],
    ],
  ])('a finding is told where the file has it: %s', (_, was, is, expected) => {
    expect(told(change(wholeCii(), was, is))).toEqual(expected);
  });
});

describe('what a file follows', () => {
  const said = (specification: string) =>
    validate(wholeInvoice().replace(/<cbc:CustomizationID>[^<]*/, () => `<cbc:CustomizationID>${specification}`));

  test('is told by its specification; a file of another one is judged all the same', () => {
    expect(said('urn:cen.eu:en16931:2017').profile).toBe('en16931');
    expect(said('urn:example:own').profile).toBe('unknown');
    expect(said('urn:example:own').findings.map(({ rule }) => rule)).toEqual(['PEPPOL-EN16931-R004']);
    expect(validate(wholeInvoice()).profile).toBe('peppol-bis-billing-3');
  });

  test('a file that cannot be read has that as its only finding, in words', () => {
    expect(validate('<a/>').findings).toEqual([
      {
        rule: 'FILE-not-an-e-invoice',
        severity: 'fatal',
        path: '/a',
        message: {
          sv: 'Filen är ingen e-faktura i ett format som läses.',
          en: 'The file is no e-invoice in a format that is read.',
        },
      },
    ]);
    expect(validate(wholeInvoice().slice(0, -4)).findings[0]?.message.sv).toMatch(/^Filen är inte riktig XML \(rad \d+\)\.$/);
    expect(validate(`<!DOCTYPE a [<!ENTITY b "c">]>${wholeInvoice().slice(38)}`).findings.map(({ rule }) => rule)).toEqual([
      'FILE-document-type',
    ]);
  });
});
