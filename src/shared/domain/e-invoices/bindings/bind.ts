import type { Group } from '../terms.ts';
import type { AnyTable, Leaf, OwnRead, OwnWrite, Slot, Step, Table, Way, Where } from './table.ts';

/** What the syntaxes name otherwise: their namespaces, and the attributes of their values. */
export type Vocabulary = {
  readonly namespaces: { readonly [prefix: string]: string };
  readonly attributes: {
    readonly scheme: string;
    readonly schemeVersion: string;
    readonly currency: string;
    readonly unit: string;
    readonly mimeCode: string;
    readonly fileName: string;
  };
};

/** A step is written as in the syntax's own papers, `cac:Party`; of several elements of one name, `pick` says which. */
export type StepWord = string | Step;

/** The words in which the tables of one syntax are written. */
export function bind({ namespaces, attributes: names }: Vocabulary) {
  const step = (qualified: string): Step => {
    const [prefix = '', name = ''] = qualified.split(':');
    return { ns: namespaces[prefix] ?? '', name, qualified };
  };
  const way = (steps: readonly StepWord[]): Way => steps.map((one) => (typeof one === 'string' ? step(one) : one));
  const leaf =
    (kind: 'leaf' | 'leaves', one: Leaf) =>
    (...steps: readonly StepWord[]): Slot => ({ kind, way: way(steps), leaf: one });
  const scheme = { scheme: names.scheme, schemeVersion: names.schemeVersion };

  return {
    step,
    way,
    term: leaf('leaf', { attributes: {} }),
    id: leaf('leaf', { attributes: scheme }),
    ids: leaf('leaves', { attributes: scheme }),
    /** A code with its list, as `listID` says it. */
    codes: leaf('leaves', { attributes: { scheme: 'listID', schemeVersion: 'listVersionID' } }),
    amount: leaf('leaf', { attributes: { currency: names.currency } }),
    quantity: leaf('leaf', { attributes: { unit: names.unit } }),
    attachment: leaf('leaf', { attributes: { mimeCode: names.mimeCode, fileName: names.fileName } }),
    attribute: (name: string, ...steps: readonly StepWord[]): Slot => ({
      kind: 'leaf',
      way: way(steps),
      leaf: { attributes: {}, attribute: name },
    }),
    /** A text that the model writes otherwise; `about` tells how it is written, and says no more. */
    turned: (turn: (text: string) => string, about: readonly string[], ...steps: readonly StepWord[]): Slot => ({
      kind: 'leaf',
      way: way(steps),
      leaf: { attributes: {}, turn, about },
    }),
    group: <G extends Group>(table: Table<G>, ...steps: readonly StepWord[]): Slot => ({
      kind: 'group',
      way: way(steps),
      table: table as AnyTable,
    }),
    groups: <G extends Group>(table: Table<G>, ...steps: readonly StepWord[]): Slot => ({
      kind: 'groups',
      way: way(steps),
      table: table as AnyTable,
    }),
    own: (read: OwnRead, write: OwnWrite): Slot => ({ kind: 'own', read, write }),
    /** For a syntax that is never written. */
    readOnly: (read: OwnRead): Slot => ({ kind: 'own', read, write: () => undefined }),
    pick: (qualified: string, where: Where): Step => ({ ...step(qualified), where }),
  };
}

export const nowhere: Slot = { kind: 'nowhere' };
