import { everyElement, type XmlElement } from '../../../xml/index.ts';
import type { AnyTable, Leaf, Slot, Step, Taken, Way } from './table.ts';

export type Marks = Taken & { readonly marked: ReadonlyMap<XmlElement, readonly string[]> };

export function newMarks(): Marks {
  const marked = new Map<XmlElement, readonly string[]>();
  return {
    marked,
    take: (element, attributes = []) => void marked.set(element, [...(marked.get(element) ?? []), ...attributes]),
  };
}

/** A group of terms as its table binds it. */
export function readTable(table: AnyTable, element: XmlElement, taken: Taken): { readonly [field: string]: unknown } {
  const group: { [field: string]: unknown } = { path: element.path };
  if (element.children.length === 0 && element.text === '') taken.take(element); // an empty group is a group
  for (const field in table) {
    const value = readSlot(table[field] as Slot, element, taken, group);
    if (value !== undefined) group[field] = value;
  }
  return group;
}

export function readSlot(slot: Slot, element: XmlElement, taken: Taken, group: { readonly [field: string]: unknown }): unknown {
  switch (slot.kind) {
    case 'leaf': {
      const { leaf } = slot;
      const found = findFirst(
        element,
        slot.way,
        taken,
        ({ attributes }) => leaf.attribute === undefined || leaf.attribute in attributes,
      );
      return found && readLeaf(leaf, found, taken);
    }
    case 'leaves':
      return findAll(element, slot.way, taken).map((one) => readLeaf(slot.leaf, one, taken));
    case 'group': {
      const found = findFirst(element, slot.way, taken);
      return found && readTable(slot.table, found, taken);
    }
    case 'groups':
      return findAll(element, slot.way, taken).map((one) => readTable(slot.table, one, taken));
    case 'own':
      return slot.read(element, taken, group);
    case 'nowhere':
      return undefined;
  }
}

/** A value; an attribute that it has no part for is left over. */
export function readLeaf({ attributes, attribute, turn, about = [] }: Leaf, element: XmlElement, taken: Taken): object {
  if (attribute !== undefined) {
    taken.take(element, [attribute]);
    return { raw: (element.attributes[attribute] ?? '').trim(), path: `${element.path}/@${attribute}` };
  }
  const raw = element.text.trim();
  const term: { [part: string]: string } = { raw: turn === undefined ? raw : turn(raw), path: element.path };
  const used: string[] = [...about];
  for (const part in attributes) {
    const name = attributes[part] as string;
    const value = element.attributes[name];
    if (value === undefined) continue;
    term[part] = value;
    used.push(name);
  }
  taken.take(element, used);
  return term;
}

export const findAll = (element: XmlElement, way: Way, taken: Taken): readonly XmlElement[] =>
  way.reduce<readonly XmlElement[]>((found, step) => found.flatMap((one) => matching(one, step, taken)), [element]);

/** Looks along every branch, since the first PartyTaxScheme may be the one without a number. */
function findFirst(
  element: XmlElement,
  way: Way,
  taken: Taken,
  fits: (element: XmlElement) => boolean = () => true,
  from = 0,
): XmlElement | undefined {
  const step = way[from];
  if (step === undefined) return fits(element) ? element : undefined;
  for (const child of element.children) {
    if (!isMeant(child, step)) continue;
    const found = findFirst(child, way, taken, fits, from + 1);
    if (found === undefined) continue;
    takeWhatTold(child, step, taken);
    return found;
  }
  return undefined;
}

const isMeant = (element: XmlElement, { ns, name, where }: Step): boolean =>
  element.name === name && element.ns === ns && (where === undefined || where.test(element));

function matching(element: XmlElement, step: Step, taken: Taken): readonly XmlElement[] {
  const found = element.children.filter((child) => isMeant(child, step));
  if (step.where !== undefined) for (const one of found) takeWhatTold(one, step, taken);
  return found;
}

function takeWhatTold(element: XmlElement, { where }: Step, taken: Taken): void {
  if (where?.told === undefined) return;
  for (const one of findAll(element, where.told.way, taken)) taken.take(one);
}

/** Where a schema stands says nothing of the invoice. */
const aboutSchemas = '{http://www.w3.org/2001/XMLSchema-instance}';

/** Every text and attribute that was not taken, in the file's order. */
export function whatIsLeft(tree: XmlElement, { marked }: Marks): { readonly path: string; readonly raw: string }[] {
  const left: { readonly path: string; readonly raw: string }[] = [];
  for (const element of everyElement(tree)) {
    const used = marked.get(element);
    const raw = element.text.trim();
    if (used === undefined && (raw !== '' || element.children.length === 0)) left.push({ path: element.path, raw });
    for (const name in element.attributes)
      if (!name.startsWith(aboutSchemas) && !used?.includes(name))
        left.push({ path: `${element.path}/@${name}`, raw: element.attributes[name] as string });
  }
  return left;
}
