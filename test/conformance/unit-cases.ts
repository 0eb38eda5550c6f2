import { basename } from 'node:path';
import { childOf, childrenOf, parseXml, type XmlElement } from '../../src/shared/xml/index.ts';
import { bytesOf, xmlFiles } from './shared-data.ts';

/**
 * One published case: a piece of an invoice, and whether a rule must be silent (`success`) or speak, and how many times where that is said.
 *
 * A file is a `testSet` of `test`s; each has an `assert` with the rule, and one Invoice or CreditNote, which seldom is whole.
 */
export type UnitCase = {
  readonly file: string;
  readonly place: number;
  readonly rule: string;
  readonly expected: 'success' | 'error' | 'warning';
  readonly times?: number;
  readonly invoice: XmlElement;
};

const outcomes = ['success', 'error', 'warning'] as const;

export const unitCaseFolders = [
  'en16931/Invoice-unit-UBL',
  'en16931/CreditNote-unit-UBL',
  'peppol-bis3/unit-UBL-PEPPOL',
  'peppol-bis3/unit-UBL-SE',
];

export const unitCases = (): readonly UnitCase[] => xmlFiles(...unitCaseFolders).flatMap((file) => casesOf(file, bytesOf(file)));

/** The cases of one file. */
export function casesOf(file: string, bytes: Uint8Array): readonly UnitCase[] {
  const parsed = parseXml(bytes);
  if (!parsed.ok) throw new Error(`${file}: ${parsed.error.code}`);
  return childrenOf(parsed.value, 'test').flatMap((test, place) => {
    const invoice = test.children.find(({ name }) => name === 'Invoice' || name === 'CreditNote');
    const assertion = childOf(test, 'assert');
    if (invoice === undefined || assertion === undefined) throw new Error(`${basename(file)}: test ${place + 1} is not a case`);
    return outcomes.flatMap((expected) =>
      childrenOf(assertion, expected).map((rule) => ({
        file,
        place: place + 1,
        rule: rule.text.trim(),
        expected,
        ...(expected !== 'success' && rule.attributes.number !== undefined && { times: Number(rule.attributes.number) }),
        invoice,
      })),
    );
  });
}
