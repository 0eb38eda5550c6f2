import { type AnyTable, type Leaf, type Slot, type Step, type Way, type Written, written } from './table.ts';

type Fields = { readonly [field: string]: unknown };

/** Writes a group's terms below an element, in the table's order. Paths are not heeded. */
export function writeTable(table: AnyTable, group: Fields, into: Written): void {
  for (const field in table) {
    const value = group[field];
    if (value !== undefined || table[field]?.kind === 'own') writeSlot(table[field] as Slot, value, into, group);
  }
}

export function writeSlot(slot: Slot, value: unknown, into: Written, group: Fields): void {
  if (slot.kind === 'leaf') writeLeaf(slot.leaf, value as Fields, slot.way, into);
  else if (slot.kind === 'group') writeTable(slot.table, value as Fields, descend(into, slot.way, false, true));
  else if (slot.kind === 'own') slot.write(value, into, group);
  else if (slot.kind === 'leaves') for (const one of value as readonly Fields[]) writeLeaf(slot.leaf, one, slot.way, into, true);
  else if (slot.kind === 'groups')
    for (const one of value as readonly Fields[]) writeTable(slot.table, one, descend(into, slot.way, true));
}

function writeLeaf({ attributes, attribute }: Leaf, term: Fields, way: Way, into: Written, isOneOfMany = false): void {
  if (attribute !== undefined) {
    descend(into, way, false, true).attributes[attribute] = String(term.raw);
    return;
  }
  const element = descend(into, way, isOneOfMany);
  element.text = String(term.raw);
  for (const part in attributes)
    if (term[part] !== undefined) element.attributes[attributes[part] as string] = String(term[part]);
}

/**
 * The element that a way leads to. Terms of one group that share elements on the way share them as written (an order's number and the
 * seller's number of it stand in one OrderReference); each of a list has its own from the first step; the last step is always new.
 */
export function descend(from: Written, way: Way, isOneOfMany: boolean, sharesLast = false): Written {
  return way.reduce((parent, step, at) => {
    const isNew = (isOneOfMany && at === 0) || (at === way.length - 1 && !sharesLast);
    const standing = isNew
      ? undefined
      : parent.children.findLast(({ name, key }) => name === step.qualified && key === (step.where?.key ?? ''));
    return standing ?? append(parent, step);
  }, from);
}

function append(parent: Written, step: Step): Written {
  const child = written(step.qualified, '', step.where?.key);
  parent.children.push(child);
  const told = step.where?.told;
  if (told !== undefined) {
    const telling: Written = written('', '');
    descend(telling, told.way, false).text = told.text;
    (told.stands === 'first' ? child.children : child.last).push(...telling.children);
  }
  return child;
}

/** As XML text, with the namespaces of its prefixes at the root. Characters that XML cannot hold are replaced. */
export function toXmlText(root: Written, namespaces: { readonly [prefix: string]: string }): string {
  for (const prefix in namespaces) root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] = namespaces[prefix] as string;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;
}

function elementText({ name, attributes, children, last, text }: Written, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value, /[&<>"\t\n\r]/g)}"`)
    .join('')}`;
  const below = [...children, ...last];
  if (below.length > 0)
    return `${start}>\n${below.map((child) => elementText(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
  return text === '' ? `${start}/>\n` : `${start}>${escaped(text, /[&<>\r]/g)}</${name}>\n`;
}

const escaped = (text: string, signs: RegExp): string =>
  text
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/\p{Cc}/gu, (sign) => (/[\t\n\r]/.test(sign) || sign >= ' ' ? sign : '\ufffd'))
    .replace(signs, (sign) => `&#${sign.charCodeAt(0)};`);
