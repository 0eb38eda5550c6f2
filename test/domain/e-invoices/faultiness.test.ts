import { expect, test } from 'vitest';
import { isFault, judgeEInvoice, readEInvoice } from '../../../src/shared/domain/e-invoices/index.ts';
import { change } from '../../conformance/own-cases/own-case.ts';
import { wholeCii } from '../../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { wholeSvefaktura } from '../../make/e-invoices/whole-svefaktura.ts';

function judge(xml: string) {
  const read = readEInvoice(new TextEncoder().encode(xml));
  if (!read.ok) throw new Error(read.error.code);
  return judgeEInvoice(read.value);
}
const peppol = '#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const process = '<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>\n';
const withoutReference = change(
  change(wholeInvoice(), '<cbc:BuyerReference>4711</cbc:BuyerReference>\n', ''),
  '<cac:OrderReference><cbc:ID>B-1</cbc:ID></cac:OrderReference>\n',
  '',
);

test.each([
  ['a right one', wholeInvoice(), 'sound'],
  ['a right CII', wholeCii(), 'sound'],
  ['one that no rules are published for', wholeSvefaktura(), 'sound'],
  ['a sum that the standard asks for', change(wholeInvoice(), '>1801.00<', '>1810.00<'), 'faulty'],
  ['a Swedish VAT number that is too short', change(wholeInvoice(), 'SE556677889901', 'SE5566778899'), 'faulty'],
  ['what Peppol asks for, in a Peppol invoice', withoutReference, 'faulty'],
  ['the same in an invoice by the standard alone', change(change(withoutReference, peppol, ''), process, ''), 'remarks'],
  ['an invoice by the standard alone', change(wholeInvoice(), peppol, ''), 'remarks'],
] as const)('%s', (_, xml, soundness) => {
  expect(judge(xml).soundness).toBe(soundness);
});

test('what makes it faulty comes first, and a warning never does', () => {
  const { findings, profile } = judge(change(change(wholeInvoice(), peppol, ''), '>1801.00<', '>1810.00<'));
  expect(profile).toBe('en16931');
  const faults = findings.map((finding) => finding.isFault);
  expect(faults).toEqual([...faults].sort((one, other) => Number(other) - Number(one)));
  expect(findings[0]).toMatchObject({ rule: 'BR-CO-16', severity: 'fatal', isFault: true });
  expect(isFault({ rule: 'BR-CO-16', severity: 'warning' }, 'en16931')).toBe(false);
});

test('no more is kept than anybody mends, and how much there was is said', () => {
  const lines = `<cac:InvoiceLine><cbc:ID>x</cbc:ID></cac:InvoiceLine>`.repeat(400);
  const { findings, findingCount } = judge(change(wholeInvoice(), '</Invoice>', `${lines}</Invoice>`));
  expect(findings).toHaveLength(100);
  expect(findingCount).toBeGreaterThan(400);
});
