import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { err, ok, type Result } from '../base/result.ts';
import { faultAtSight } from './at-sight.ts';
import { decodeXml } from './decode-xml.ts';
import { type XmlFault, xmlLimits } from './fault.ts';
import type { XmlElement } from './tree.ts';

/** Which root elements are wanted: a file with another is not read on. */
export type RootWanted = (root: { readonly ns: string; readonly name: string }) => boolean;

/** The bytes of a file, in any encoding that is read → its tree. Opens nothing else: no entity is expanded but the five of XML. */
export function parseXml(bytes: Uint8Array, isWanted: RootWanted = () => true): Result<XmlElement, XmlFault> {
  if (bytes.length > xmlLimits.bytes) return err({ code: 'too-large' });
  const text = decodeXml(bytes);
  return text.ok ? parseXmlText(text.value, isWanted) : text;
}

/** As `parseXml`, of text that was decoded already; what it declares of its encoding is not heeded. */
export function parseXmlText(text: string, isWanted: RootWanted = () => true): Result<XmlElement, XmlFault> {
  const fault = faultAtSight(text);
  if (fault !== undefined) return err(fault);
  const grown = grow(text, isWanted);
  if (!grown.ok) return grown;
  setPaths(grown.value);
  return grown;
}

type Growing = {
  ns: string;
  name: string;
  attributes: { readonly [name: string]: string };
  children: Growing[];
  text: string;
  path: string;
  line: number;
};

/** How the parser is stopped from within; never leaves this file. */
class Refusal extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault.code);
    this.fault = fault;
  }
}

function grow(text: string, isWanted: RootWanted): Result<Growing, XmlFault> {
  const parser = new SaxesParser({ xmlns: true } as const);
  const open: Growing[] = [];
  let root: Growing | undefined;
  let parts = 0;
  let attributes = 0;
  let startLine = 1;

  const refuse = (fault: XmlFault): never => {
    throw new Refusal({ ...fault, line: parser.line });
  };
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };

  parser.on('doctype', () => refuse({ code: 'document-type' }));
  parser.on('error', ({ message }) => refuse({ code: 'malformed', detail: message.replace(/^[\d:]+ /, '') }));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentagstart', () => {
    startLine = parser.line;
    attributes = 0;
    if (++parts > xmlLimits.parts) refuse({ code: 'too-many-elements' });
    if (open.length >= xmlLimits.depth) refuse({ code: 'too-deep' });
  });
  parser.on('attribute', () => {
    if (++attributes > xmlLimits.attributes || ++parts > xmlLimits.parts) refuse({ code: 'too-many-attributes' });
  });
  parser.on('opentag', ({ uri: ns, local: name, attributes: all }) => {
    const element = { ns, name, attributes: attributesOf(all), children: noChildren, text: '', path: '', line: startLine };
    const parent = open.at(-1);
    if (parent === undefined) {
      root = element;
      if (!isWanted(element)) refuse({ code: 'other-root', root: name, ns });
    } else if (parent.children === noChildren) parent.children = [element];
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined && element.children.length > 0 && /^\s*$/.test(element.text)) element.text = '';
  });

  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refusal) return err(error.fault);
    throw error;
  }
  return root === undefined ? err({ code: 'malformed', detail: 'no root element' }) : ok(root);
}

/** Shared by all that have none: most elements of an invoice. */
const noChildren: Growing[] = [];
const noAttributes: Growing['attributes'] = {};

/** Declarations of namespaces are left out, and so is a name that no data bears and that means something to the language. */
function attributesOf(all: { readonly [name: string]: SaxesAttributeNS }): Growing['attributes'] {
  let kept: { [name: string]: string } | undefined;
  for (const name in all) {
    const { uri, local, prefix, value } = all[name] as SaxesAttributeNS;
    if (prefix === 'xmlns' || name === 'xmlns' || local === '__proto__') continue;
    kept ??= {};
    kept[uri === '' ? local : `{${uri}}${local}`] = value;
  }
  return kept ?? noAttributes;
}

function setPaths(root: Growing): void {
  root.path = `/${root.name}`;
  const waiting = [root];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const { children, path } = parent;
    const counts = new Map<string, number>();
    for (const { name } of children) counts.set(name, (counts.get(name) ?? 0) + 1);
    const seen = new Map<string, number>();
    for (const child of children) {
      child.path = `${path}/${child.name}`;
      if ((counts.get(child.name) ?? 0) > 1) {
        const place = (seen.get(child.name) ?? 0) + 1;
        seen.set(child.name, place);
        child.path += `[${place}]`;
      }
      if (child.children.length > 0) waiting.push(child);
    }
  }
}
