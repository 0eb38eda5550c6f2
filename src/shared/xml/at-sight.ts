import { type XmlFault, xmlLimits } from './fault.ts';

/** What a text is refused for before it is parsed: what would take the parser long, or much memory, to find. */
export function faultAtSight(text: string): XmlFault | undefined {
  if (text.length > xmlLimits.bytes) return { code: 'too-large' };
  if (hasDocumentType(text)) return { code: 'document-type' };
  if (isMoreThan(2 * xmlLimits.parts, '<', text)) return { code: 'too-many-elements' };
  if (isMoreThan(xmlLimits.references, '&', text)) return { code: 'too-large', detail: 'references' };
  if (isMoreThan(xmlLimits.lines, '\n', text) || isMoreThan(xmlLimits.lines, '\r', text))
    return { code: 'too-large', detail: 'lines' };
  return undefined;
}

/** A document type before the root element, also one that is never ended. One within a comment is none: the parser will tell. */
function hasDocumentType(text: string): boolean {
  const at = text.indexOf('<!DOCTYPE');
  if (at < 0 || at > 100_000) return false;
  const before = text.slice(0, at).replace(/<!--.*?-->/gs, '');
  return !/<(!--|[^!?])/.test(before);
}

function isMoreThan(most: number, sign: string, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) if (++count > most) return true;
  return false;
}
