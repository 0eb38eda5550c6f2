import { describe, expect, test } from 'vitest';
import { allAt, everyElement, firstAt, parseXml, parseXmlText, type XmlElement, xmlLimits } from '../../src/shared/xml/index.ts';

const tree = (text: string): XmlElement => {
  const parsed = parseXmlText(text);
  return parsed.ok ? parsed.value : expect.unreachable(JSON.stringify(parsed.error));
};
const faultOf = (text: string) => {
  const parsed = parseXmlText(text);
  return parsed.ok ? 'none' : parsed.error.code;
};

test('an element has its namespace, its attributes, its text as it stands, and an XPath of local names', () => {
  const root = tree(
    '<a:Order xmlns:a="urn:a" xmlns="urn:b" xml:lang="sv"><Line a:no="1">  x &amp; y<![CDATA[<z>]]></Line>\n <Line/><Note>å</Note></a:Order>',
  );
  const [first, second] = allAt(root, 'Line');
  expect(root).toMatchObject({ ns: 'urn:a', name: 'Order', path: '/Order', text: '', line: 1 });
  expect(root.attributes).toEqual({ '{http://www.w3.org/XML/1998/namespace}lang': 'sv' });
  expect(first).toMatchObject({ ns: 'urn:b', text: '  x & y<z>', path: '/Order/Line[1]', attributes: { '{urn:a}no': '1' } });
  expect(second).toMatchObject({ path: '/Order/Line[2]', text: '', line: 2 });
  expect(firstAt(root, 'Note')?.path).toBe('/Order/Note');
  expect([...everyElement(root)].map(({ name }) => name)).toEqual(['Order', 'Line', 'Line', 'Note']);
});

describe('refuses', () => {
  test.each([
    ['a document type', '<!DOCTYPE a><a/>', 'document-type'],
    ['one that never ends', `<!DOCTYPE a [${'x'.repeat(50)}`, 'document-type'],
    ['one in small letters, which XML does not know', '<!doctype a><a/>', 'malformed'],
    ['an entity that nobody declared', '<a>&lol;</a>', 'malformed'],
    ['a prefix that nobody declared', '<a:b/>', 'malformed'],
    ['the same attribute twice', '<a b="1" b="2"/>', 'malformed'],
    ['what is no XML', 'hello', 'malformed'],
    ['nothing', '', 'malformed'],
    ['two roots', '<a/><b/>', 'malformed'],
    ['what was cut off', '<a><b>', 'malformed'],
    ['deep nesting', '<a>'.repeat(10_000), 'too-deep'],
    ['many elements', `<a>${'<b/>'.repeat(xmlLimits.parts)}</a>`, 'too-many-elements'],
    ['a million attributes', `<a ${Array.from({ length: 60 }, (_, n) => `a${n}=""`).join(' ')}/>`, 'too-many-attributes'],
    ['line breaks without end', `<a>${'\n'.repeat(xmlLimits.lines + 1)}</a>`, 'too-large'],
    ['references without end', `<a>${'&lt;'.repeat(xmlLimits.references + 1)}</a>`, 'too-large'],
  ])('%s', (_, text, code) => expect(faultOf(text)).toBe(code));

  test('says the line, and what the parser says', () =>
    expect(parseXmlText('<a>\n<b></a>')).toEqual({
      ok: false,
      error: { code: 'malformed', line: 2, detail: 'unexpected close tag.' },
    }));

  test('more bytes than are read, before they are looked at', () =>
    expect(parseXml(new Uint8Array(xmlLimits.bytes + 1))).toEqual({ ok: false, error: { code: 'too-large' } }));

  test('a root that nobody wants, without reading on', () =>
    expect(parseXmlText('<b xmlns="urn:b"><c', (root) => root.name === 'a')).toMatchObject({
      error: { code: 'other-root', root: 'b', ns: 'urn:b' },
    }));
});

test('a document type within a comment or a text is none', () => {
  expect(faultOf('<!-- <!DOCTYPE a> --><a/>')).toBe('none');
  expect(faultOf('<a><![CDATA[<!DOCTYPE a>]]></a>')).toBe('none');
  expect(faultOf('<!-- x --><!DOCTYPE a><a/>')).toBe('document-type');
});
