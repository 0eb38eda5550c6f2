import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '../base/result.ts';
import { decodeXml } from './decode-xml.ts';
import { type XmlFault, xmlLimits } from './fault.ts';
import type { XmlElement } from './tree.ts';

/** The bytes of a file, in any encoding that is read → its tree. Opens nothing else: no entity is expanded but the five of XML. */
export function parseXml(bytes: Uint8Array): Result<XmlElement, XmlFault> {
  if (bytes.length > xmlLimits.bytes) return err({ code: 'too-large' });
  const text = decodeXml(bytes);
  return text.ok ? parseXmlText(text.value) : text;
}

/** As `parseXml`, of text that was decoded already; what it declares of its encoding is not heeded. */
export function parseXmlText(text: string): Result<XmlElement, XmlFault> {
  if (text.length > xmlLimits.bytes) return err({ code: 'too-large' });
  const grown = grow(text);
  if (!grown.ok) return grown;
  setPaths(grown.value);
  return grown;
}

type Growing = {
  ns: string;
  name: string;
  attributes: { [name: string]: string };
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

function grow(text: string): Result<Growing, XmlFault> {
  const parser = new SaxesParser({ xmlns: true } as const);
  const open: Growing[] = [];
  let root: Growing | undefined;
  let elements = 0;
  let attributes = 0;
  let startLine = 1;

  const refuse = (code: XmlFault['code'], detail?: string): never => {
    throw new Refusal({ code, line: parser.line, ...(detail !== undefined && { detail }) });
  };
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += more;
  };

  parser.on('doctype', () => refuse('document-type'));
  parser.on('error', ({ message }) => refuse('malformed', message.replace(/^[\d:]+ /, '')));
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentagstart', () => {
    startLine = parser.line;
    attributes = 0;
    if (++elements > xmlLimits.elements) refuse('too-many-elements');
    if (open.length >= xmlLimits.depth) refuse('too-deep');
  });
  parser.on('attribute', () => {
    if (++attributes > xmlLimits.attributes) refuse('too-many-attributes');
  });
  parser.on('opentag', (tag) => {
    const element: Growing = {
      ns: tag.uri,
      name: tag.local,
      attributes: Object.create(null),
      children: [],
      text: '',
      path: '',
      line: startLine,
    };
    for (const name in tag.attributes) {
      const { uri, local, prefix, value } = tag.attributes[name] as (typeof tag.attributes)[string];
      if (prefix !== 'xmlns' && name !== 'xmlns') element.attributes[uri === '' ? local : `{${uri}}${local}`] = value;
    }
    const parent = open.at(-1);
    if (parent === undefined) root = element;
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
