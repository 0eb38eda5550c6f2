import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeEInvoice, readEInvoice, writeUbl } from '../../../src/shared/domain/e-invoices/index.ts';
import { xmlLimits } from '../../../src/shared/xml/index.ts';
import { bytesOf, isThere, xmlFiles } from '../../conformance/shared-data.ts';
import { wholeCii } from '../../make/e-invoices/whole-cii.ts';
import { wholeInvoice } from '../../make/e-invoices/whole-invoice.ts';
import { wholeSvefaktura } from '../../make/e-invoices/whole-svefaktura.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const outcomeOf = (file: Uint8Array): string => {
  const read = readEInvoice(file);
  return read.ok ? 'read' : read.error.code;
};
const root = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"';
const declared = '<?xml version="1.0"?>';
const sinks = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('');

test.each([
  [
    'an entity that grows a billion times',
    `${declared}<!DOCTYPE Invoice [<!ENTITY a0 "ha">${sinks(10)}]>${root}>&a10;</Invoice>`,
    'document-type',
  ],
  [
    'an entity that grows with its length',
    `${declared}<!DOCTYPE Invoice [<!ENTITY a "${'x'.repeat(100_000)}">]>${root}>${'&a;'.repeat(10_000)}</Invoice>`,
    'document-type',
  ],
  [
    'an entity out of a file',
    `${declared}<!DOCTYPE Invoice [<!ENTITY a SYSTEM "file:///etc/passwd">]>${root}>&a;</Invoice>`,
    'document-type',
  ],
  [
    'an entity out of the network',
    `${declared}<!DOCTYPE Invoice [<!ENTITY % a SYSTEM "http://127.0.0.1:1/a.dtd"> %a;]>${root}/>`,
    'document-type',
  ],
  ['a document type by its public name', `<!DOCTYPE Invoice PUBLIC "-//A//B" "http://127.0.0.1:1/">${root}/>`, 'document-type'],
  ['an entity that is declared nowhere', `${root}>&nbsp;</Invoice>`, 'malformed'],
  ['ten thousand layers', `${root}>${'<a>'.repeat(10_000)}`, 'too-deep'],
  [
    'a million attributes',
    `${root} ${Array.from({ length: 1_000_000 }, (_, n) => `a${n}=""`).join(' ')}/>`,
    'too-many-attributes',
  ],
  ['elements without end', `${root}>${'<a/>'.repeat(5_000_000)}`, 'too-many-elements'],
  [
    'attributes without end, some to each',
    `${root}>${`<a ${Array.from({ length: 40 }, (_, n) => `b${n}=""`).join(' ')}/>`.repeat(20_000)}`,
    'too-many-attributes',
  ],
  ['line breaks without end', `${root}>${'\r\n'.repeat(10_000_000)}`, 'too-large'],
  ['references without end', `${root}>${'&#65;'.repeat(4_000_000)}`, 'too-large'],
  ['a name of five million letters', `<${'a'.repeat(5_000_000)}`, 'malformed'],
  [
    'another root, with all else to come',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">${'<a/>'.repeat(300_000)}`,
    'not-an-e-invoice',
  ],
] as const)('%s: refused within a second and little memory', (_, text, code) => {
  const file = bytes(text);
  const before = process.memoryUsage().rss;
  const startedAt = process.cpuUsage();
  expect(outcomeOf(file)).toBe(code);
  const { user, system } = process.cpuUsage(startedAt);
  expect((user + system) / 1000).toBeLessThan(1000); // of this process' own time: others may be at work beside it
  expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
});

test('half a gigabyte is refused for its size alone', () => {
  const file = new Uint8Array(500_000_000); // never touched, so it costs no memory
  const startedAt = performance.now();
  expect(outcomeOf(file)).toBe('too-large');
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test.skipIf(!isThere)('published attacks are refused', () => {
  const outcomes = xmlFiles('xml-attacks').map((file) => [file.replace('xml-attacks/', ''), outcomeOf(bytesOf(file))]);
  expect(Object.fromEntries(outcomes)).toEqual({
    ...{
      'dtd.xml': 'document-type',
      'external.xml': 'document-type',
      'quadratic.xml': 'document-type',
      'xmlbomb.xml': 'document-type',
    },
    ...{ 'simple.xml': 'not-an-e-invoice', 'simple-ns.xml': 'not-an-e-invoice' },
  });
});

test('an invoice of the longest that is read is read', () => {
  const line =
    '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="SEK">1.00</cbc:LineExtensionAmount></cac:InvoiceLine>';
  const read = readEInvoice(bytes(wholeInvoice().replace('</Invoice>', `${line.repeat(5_000)}</Invoice>`)));
  expect(read.ok && read.value.invoice.lines.length).toBe(5_002);
  expect(bytes(wholeInvoice().replace('YQ==', 'A'.repeat(xmlLimits.bytes - 100_000))).length).toBeLessThan(xmlLimits.bytes);
});

test('a specification that nobody knows keeps nothing from being read', () => {
  const read = readEInvoice(bytes(wholeInvoice().replace('urn:cen.eu:en16931:2017', 'urn:example:own')));
  expect(read.ok && read.value.invoice).toMatchObject({
    specificationId: { raw: expect.stringMatching(/^urn:example/) },
    number: { raw: 'F-1001' },
  });
});

/** Bytes changed, cut out, doubled or swapped with those of another place. */
const broken = fc
  .tuple(
    fc.constantFrom(wholeInvoice(), wholeCii(), wholeSvefaktura()),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(40),
        what: fc.constantFrom('cut', 'double', 'swap', 'byte'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
  )
  .map(([text, changes, noise]) => changes.reduce((file, change) => mutated(file, change, noise), bytes(text)));

function mutated(
  file: Uint8Array,
  { at, length, what }: { readonly at: number; readonly length: number; readonly what: string },
  noise: Uint8Array,
): Uint8Array {
  const place = Math.floor(at * file.length);
  const [before, piece, after] = [file.subarray(0, place), file.subarray(place, place + length), file.subarray(place + length)];
  const middle = { cut: [], double: [piece, piece], swap: [piece.toReversed()], byte: [noise] }[what] ?? [];
  return Buffer.concat([before, ...middle, after]);
}

test('whatever is done to a file, it is read or refused, and what was read can be proposed and written', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(broken, (file) => {
      const read = readEInvoice(file);
      seen.add(read.ok ? 'read' : read.error.code);
      if (!read.ok) return;
      proposeEInvoice(read.value.invoice, { suppliers: [] });
      expect(readEInvoice(bytes(writeUbl(read.value.invoice))).ok).toBe(true);
    }),
    { numRuns: 400 },
  );
  expect(seen).toContain('read');
  expect(seen).toContain('malformed');
});
