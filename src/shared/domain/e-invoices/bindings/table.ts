import type { XmlElement } from '../../../xml/index.ts';
import type { Group } from '../terms.ts';

/**
 * How one group of terms is bound to a syntax: for each of its fields, where it stands. The order of the fields is the order in which
 * the syntax's schema wants them written. A field without a line does not compile, so that nothing of the model is forgotten.
 */
export type Table<G extends Group> = { readonly [Field in Exclude<keyof G, 'path'>]-?: Slot };
export type AnyTable = { readonly [field: string]: Slot };

export type Slot =
  | { readonly kind: 'leaf' | 'leaves'; readonly way: Way; readonly leaf: Leaf }
  | { readonly kind: 'group' | 'groups'; readonly way: Way; readonly table: AnyTable }
  | { readonly kind: 'own'; readonly read: OwnRead; readonly write: OwnWrite }
  | { readonly kind: 'nowhere' };

/** From the group's element down to the one meant. The first that is found counts; of lists all. An empty way is the element itself. */
export type Way = readonly Step[];
export type Step = { readonly ns: string; readonly name: string; readonly qualified: string; readonly where?: Where };

/** Which of several elements of one name is meant. */
export type Where = {
  readonly key: string;
  readonly test: (element: XmlElement) => boolean;
  /** The child that tells, which thereby is read; and what is written there. */
  readonly told?: { readonly way: Way; readonly text: string; readonly stands: 'first' | 'last' };
};

/** How a value is read from its element: which attribute gives which part of the term. */
export type Leaf = {
  readonly attributes: { readonly [part: string]: string };
  /** The value is an attribute of the element. */
  readonly attribute?: string;
  /** Turns the element's text into the model's; `about`: the attributes that tell how it is written. */
  readonly turn?: (text: string) => string;
  readonly about?: readonly string[];
};

/** Marks what was read, so that the rest can be told. */
export type Taken = { take(element: XmlElement, attributes?: readonly string[]): void };

export type OwnRead = (element: XmlElement, taken: Taken, group: { readonly [field: string]: unknown }) => unknown;
export type OwnWrite = (value: unknown, into: Written, group: { readonly [field: string]: unknown }) => void;

/** An element on its way out. `key` tells elements of one name apart, as `Where.key`; `last` stands after all children. */
export type Written = {
  readonly name: string;
  readonly key: string;
  readonly attributes: { [name: string]: string };
  readonly children: Written[];
  readonly last: Written[];
  text: string;
};

export const written = (name: string, text = '', key = ''): Written => ({
  name,
  key,
  attributes: {},
  children: [],
  last: [],
  text,
});
