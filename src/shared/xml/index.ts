/** The one wrapper of the XML parser: bytes in, a plain tree out, limits enforced, no DTD ever. */
export { decodeXml, looksLikeXml } from './decode-xml.ts';
export { type XmlFault, xmlLimits } from './fault.ts';
export { parseXml, parseXmlText, type RootWanted } from './parse-xml.ts';
export { allAt, childOf, childrenOf, everyElement, firstAt, type XmlElement } from './tree.ts';
