/**
 * One element of an XML file, as plain data that nobody may change. Comments and processing instructions are not kept.
 *
 * - `ns`: the namespace, '' for none; the prefix that the file chose is not kept, since it means nothing
 * - `name`: the local name
 * - `attributes`: by local name, or `{namespace}name` when the attribute has a namespace; declarations of namespaces are left out
 * - `text`: the element's own text, entities and CDATA resolved, exactly as it stands; '' when there is only white space between children
 * - `path`: an XPath of local names, `/Invoice/InvoiceLine[2]/ID`; the number stands only where the parent has several of that name
 * - `line`: the line of its start tag, 1 first
 */
export type XmlElement = {
  readonly ns: string;
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly path: string;
  readonly line: number;
};

/** The first child of that name; of any namespace when none is given. */
export const childOf = (element: XmlElement, name: string, ns?: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name && (ns === undefined || child.ns === ns));

/** All children of that name, in the file's order. */
export const childrenOf = (element: XmlElement, name: string, ns?: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name && (ns === undefined || child.ns === ns));

/** Every element that a way of local names leads to: `allAt(invoice, 'InvoiceLine', 'Item', 'Name')`. */
export function allAt(element: XmlElement, ...way: readonly string[]): readonly XmlElement[] {
  return way.reduce<readonly XmlElement[]>((found, name) => found.flatMap((one) => childrenOf(one, name)), [element]);
}

/** The first of them. */
export const firstAt = (element: XmlElement, ...way: readonly string[]): XmlElement | undefined => allAt(element, ...way)[0];

/** The element and all below it, in the file's order. */
export function* everyElement(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) waiting.push(next.children[at] as XmlElement);
  }
}
