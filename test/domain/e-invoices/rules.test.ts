import { describe, expect, test } from 'vitest';
import { ruleSets } from '../../../src/shared/domain/e-invoices/rules/rule-sets.ts';
import { checkRules } from '../../../src/shared/domain/e-invoices/rules/validate.ts';
import { parseXmlText } from '../../../src/shared/xml/index.ts';
import { everyRule, provenRules, rulesIn } from '../../conformance/coverage.ts';
import { judgeCase, nameOf, wrongUpstream } from '../../conformance/judge-cases.ts';
import { ownCases, rightInvoices } from '../../conformance/own-cases/index.ts';
import { change } from '../../conformance/own-cases/own-case.ts';
import { isThere, sharedData } from '../../conformance/shared-data.ts';
import { unitCases } from '../../conformance/unit-cases.ts';
import { judgeFiles } from '../../conformance/whole-files.ts';

const findingsIn = (xml: string) => {
  const parsed = parseXmlText(xml);
  return parsed.ok ? checkRules(parsed.value) : [];
};

describe('rules of e-invoices', () => {
  test.each(Object.entries(rightInvoices))('a right invoice breaks none: %s', (_, xml) => {
    expect(findingsIn(xml)).toEqual([]);
  });

  test('each case of ours breaks the rule that it names', () => {
    expect(ownCases.filter(({ rule, xml }) => !rulesIn(xml).includes(rule)).map(({ rule }) => rule)).toEqual([]);
  });

  test('what is said has its numbers in it, in both languages, and nothing is left to fill in', () => {
    const findings = ownCases.flatMap(({ xml }) => findingsIn(xml));
    const odd = ({ message }: (typeof findings)[number]) => /[{}]|undefined|NaN/.test(message.sv + message.en);
    expect(findings.filter(odd)).toEqual([]);
    const xml = rightInvoices.S ?? '';
    const [finding] = findingsIn(change(xml, '>1812.50</cbc:TaxInclusiveAmount>', '>1812.05</cbc:TaxInclusiveAmount>'));
    expect(finding).toEqual({
      rule: 'BR-CO-15',
      severity: 'fatal',
      path: '/Invoice',
      message: {
        sv: 'Summan med moms anges till 1\u00a0812,05 (BT-112), men 1\u00a0450,00 och momsen 362,50 blir 1\u00a0812,50.',
        en: 'The total with VAT is said to be 1812.05 (BT-112), but 1450.00 and the VAT 362.50 make 1812.50.',
      },
    });
  });

  test('a finding has the place in the file; what has no use is told of once', () => {
    const xml = (rightInvoices.S ?? '').replaceAll('<cbc:InvoicedQuantity ', '<cbc:InvoicedQuantity unitCodeListID="x" ');
    expect(findingsIn(xml).map(({ rule, path, severity }) => [rule, path, severity])).toEqual([
      ['UBL-CR-663', '/Invoice/InvoiceLine[1]/InvoicedQuantity', 'warning'],
    ]);
  });

  test('one rule is told of at a hundred places, and the others all the same', () => {
    const xml = change(rightInvoices.S ?? '', '<cbc:ID>F-1001</cbc:ID>', '<cbc:Note/>'.repeat(500));
    const rules = findingsIn(xml).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'PEPPOL-EN16931-R008')).toHaveLength(100);
    expect([...new Set(rules)].toSorted()).toEqual(['BR-02', 'PEPPOL-EN16931-R002', 'PEPPOL-EN16931-R008']);
  });

  test('elements of other namespaces are not taken for those of UBL', () => {
    const xml = (rightInvoices.S ?? '').replace('<cbc:ID>F-1001</cbc:ID>', '<ID xmlns="urn:other">F-1001</ID>');
    expect(findingsIn(xml).map(({ rule }) => rule)).toEqual(['BR-02']);
  });

  test('each rule has one number, and a release that it follows', () => {
    expect(everyRule.filter((rule, place) => everyRule.indexOf(rule) !== place)).toEqual([]);
    expect(ruleSets.map(({ name, release, rules }) => [name, release, rules.length])).toEqual([
      ['en16931', 'EN 16931 1.3.x, UBL', 973],
      ['peppol', 'Peppol BIS Billing 2026.5', 63],
      ['swedish', 'Peppol BIS Billing 2026.5', 13],
    ]);
  });
});

if (!isThere) console.info(`skipped: no published cases of rules in ${sharedData}`);
describe.skipIf(!isThere)('published cases', () => {
  const judged = isThere ? unitCases().map(judgeCase) : [];
  const files = isThere ? judgeFiles() : [];

  test('each unit case comes out as it says', () => {
    expect(judged.length).toBeGreaterThan(900);
    expect(judged.filter((one) => !one.agrees && wrongUpstream[nameOf(one)] === undefined).map(nameOf)).toEqual([]);
  });

  test('each whole file breaks the rules that the published validators say', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.map(({ file, found }) => [file, found])).toEqual(files.map(({ file, expected }) => [file, expected]));
  });

  test('with any rule removed, a case would fail', () => {
    expect(provenRules(judged, files, ownCases).unproven).toEqual([]);
  });
});
