import { readFileSync } from 'node:fs';
import type { OwnCase } from './own-case.ts';

/** UBL-CR: each element and attribute that the standard has no use for, one a line, as the rules of release 1.3.x number them. */
const list = readFileSync(new URL('../../golden/e-invoices/idle-places.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

const namespaces = ['Invoice', 'CommonAggregateComponents', 'CommonBasicComponents', 'CommonExtensionComponents'].map(
  (name, place) => `xmlns${['', ':cac', ':cbc', ':ext'][place]}="urn:oasis:names:specification:ubl:schema:xsd:${name}-2"`,
);

/** `cac:Item/cbc:ID@schemeID` → such an element with the attribute, and nothing else. */
function piece(way: string): string {
  const [elements = '', attribute] = way.split('@');
  const names = elements.split('/');
  const last = names.at(-1) ?? '';
  const open = names.map((name) => (name === last && attribute !== undefined ? `<${name} ${attribute}="x">` : `<${name}>`));
  return `${open.join('')}x${names
    .toReversed()
    .map((name) => `</${name}>`)
    .join('')}`;
}

/** A file with that one thing in it; `more` stands in the same reference, for rules that only some references break. */
export const idleCases: readonly OwnCase[] = list.map((line) => {
  const [rule = '', root = '', way = '', more = ''] = line.split('\t');
  const document = `<${root} ${namespaces.join(' ').replace('schema:xsd:Invoice-2', `schema:xsd:${root}-2`)}>`;
  const [outer] = way.split('/');
  return { rule, xml: `${document}${piece(way).replace(`<${outer}>`, `<${outer}>${more}`)}</${root}>` };
});
