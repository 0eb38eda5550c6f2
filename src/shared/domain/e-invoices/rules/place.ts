import type { XmlElement } from '../../../xml/index.ts';

const prefixes: ReadonlyMap<string, string> = new Map([
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', 'cac:'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2', 'cbc:'],
  ['urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2', 'ext:'],
  ['urn:oasis:names:specification:ubl:schema:xsd:Invoice-2', ''],
  ['urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2', ''],
]);

/**
 * One element of a UBL file as the rules see it: it knows its parent, and has the name that the standards write.
 *
 * - `name`: `cac:InvoiceLine`, `cbc:ID`; `Invoice` or `CreditNote` for the root; `?name` in a namespace that UBL does not know
 * - `text`: as it stands; `value` is the same without white space around and doubled
 */
export class Place {
  readonly element: XmlElement;
  readonly name: string;
  readonly parent: Place | undefined;
  readonly children: readonly Place[];
  readonly value: string;
  #byName: Map<string, Place[]> | undefined;

  constructor(element: XmlElement, parent?: Place) {
    this.element = element;
    this.name = `${prefixes.get(element.ns) ?? '?'}${element.name}`;
    this.parent = parent;
    this.value = normalizeSpace(element.text);
    this.children = element.children.map((child) => new Place(child, this));
  }

  get text(): string {
    return this.element.text;
  }

  /** An attribute without a namespace. */
  attribute(name: string): string | undefined {
    return this.element.attributes[name];
  }

  named(name: string): readonly Place[] {
    if (this.#byName === undefined) {
      this.#byName = new Map();
      for (const child of this.children) {
        const same = this.#byName.get(child.name);
        if (same === undefined) this.#byName.set(child.name, [child]);
        else same.push(child);
      }
    }
    return this.#byName.get(name) ?? none;
  }
}

const none: readonly Place[] = [];
const ways = new Map<string, readonly string[]>();

/** Every place that a way of names leads to: `all(invoice, 'cac:TaxTotal/cac:TaxSubtotal')`. `line` stands for both kinds of line. */
export function all(from: Place | undefined, way: string): readonly Place[] {
  if (from === undefined) return none;
  let names = ways.get(way);
  if (names === undefined) {
    names = way.split('/');
    ways.set(way, names);
  }
  let found: readonly Place[] = [from];
  for (const name of names) {
    if (found.length === 0) return none;
    const [only] = found;
    found = found.length === 1 && only !== undefined ? step(only, name) : found.flatMap((one) => step(one, name));
  }
  return found;
}

const step = (from: Place, name: string): readonly Place[] =>
  name === 'line' ? [...from.named('cac:InvoiceLine'), ...from.named('cac:CreditNoteLine')] : from.named(name);

export const first = (from: Place | undefined, way: string): Place | undefined => all(from, way)[0];
export const has = (from: Place | undefined, way: string): boolean => all(from, way).length > 0;
export const count = (from: Place | undefined, way: string): number => all(from, way).length;

/** What the first place of a way says, without white space around; '' where there is none. */
export const said = (from: Place | undefined, way: string): string => first(from, way)?.value ?? '';

/** As XPath's normalize-space: no white space around, and single spaces within. */
function normalizeSpace(text: string): string {
  return /^[ \t\r\n]|[ \t\r\n]$|[\t\r\n]| {2}/.test(text) ? text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '') : text;
}

/** The whole file, with what many rules ask for. */
export class Invoice {
  readonly root: Place;
  readonly places: readonly Place[];
  readonly #byName = new Map<string, Place[]>();

  constructor(root: XmlElement) {
    this.root = new Place(root);
    const places: Place[] = [];
    const visit = (place: Place): void => {
      places.push(place);
      const same = this.#byName.get(place.name);
      if (same === undefined) this.#byName.set(place.name, [place]);
      else same.push(place);
      for (const child of place.children) visit(child);
    };
    visit(this.root);
    this.places = places;
  }

  /** Every place of that name, wherever it stands, in the file's order. */
  everywhere(name: string): readonly Place[] {
    return this.#byName.get(name) ?? none;
  }

  get isCreditNote(): boolean {
    return this.root.name === 'CreditNote';
  }

  get seller(): Place | undefined {
    return first(this.root, 'cac:AccountingSupplierParty/cac:Party');
  }

  get buyer(): Place | undefined {
    return first(this.root, 'cac:AccountingCustomerParty/cac:Party');
  }
}

/** Does a place stand under a way of names, counted from itself upwards? `standsAt(place, 'cac:Price/cac:AllowanceCharge')`. */
export function standsAt(place: Place, names: readonly string[]): boolean {
  let at: Place | undefined = place;
  for (let next = names.length - 1; next >= 0; next--) {
    const name = names[next];
    if (name === '') return at === undefined;
    if (at === undefined || (name !== at.name && !(name === 'line' && isLine(at)))) return false;
    at = at.parent;
  }
  return true;
}

const isLine = (place: Place): boolean => place.name === 'cac:InvoiceLine' || place.name === 'cac:CreditNoteLine';
