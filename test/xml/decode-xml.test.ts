import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeXml, looksLikeXml } from '../../src/shared/xml/index.ts';

const text = (declared: string) => `<?xml version="1.0" encoding="${declared}"?><a>Räksmörgås – 12 €</a>`;

test.each([
  ['UTF-8', 'utf8', {}],
  ['utf-8', 'utf8', { addBOM: true }],
  ['UTF-16', 'utf-16le', { addBOM: true }],
  ['UTF-16', 'utf-16be', { addBOM: true }],
  ['utf-16', 'utf-16le', { addBOM: false }],
  ['utf-16', 'utf-16be', { addBOM: false }],
  ['windows-1252', 'win1252', {}],
  ['ISO-8859-1', 'win1252', {}],
] as const)('%s, written as %s %o', (declared, encoding, options) => {
  const bytes = iconv.encode(text(declared), encoding, options);
  expect(decodeXml(bytes)).toEqual({ ok: true, value: text(declared) });
});

test('ISO-8859-15 has its own sign for the euro', () => {
  const bytes = iconv.encode(text('ISO-8859-15').replace('–', '-'), 'iso-8859-15');
  expect(decodeXml(bytes)).toMatchObject({ value: text('ISO-8859-15').replace('–', '-') });
});

test('a byte order mark goes before what is declared', () =>
  expect(decodeXml(iconv.encode(text('ISO-8859-1'), 'utf8', { addBOM: true }))).toMatchObject({ value: text('ISO-8859-1') }));

test.each([
  ['bytes that UTF-8 has no character for', iconv.encode('<a>å</a>', 'win1252'), 'wrong-encoding'],
  ['UTF-8 that says it is UTF-16', iconv.encode(text('UTF-16'), 'utf8'), 'wrong-encoding'],
  ['an encoding that is not read', iconv.encode(text('EBCDIC-CP-SE'), 'utf8'), 'unknown-encoding'],
])('%s refuses the file', (_, bytes, code) => expect(decodeXml(bytes)).toMatchObject({ ok: false, error: { code } }));

test('a file is XML by how it begins, in any encoding and after any mark or white space', () => {
  const begun = (bytes: Uint8Array) => looksLikeXml(bytes);
  expect(begun(iconv.encode('\r\n <a/>', 'utf8', { addBOM: true }))).toBe(true);
  expect(begun(iconv.encode('<a/>', 'utf-16be', { addBOM: true }))).toBe(true);
  expect(['%PDF-1.7', 'a<b/>', '', '   '].map((text) => begun(iconv.encode(text, 'utf8')))).toEqual([false, false, false, false]);
});
