import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { asId, type SupplierId } from '../shared/base/ids.ts';
import { folded } from '../shared/base/text.ts';
import type { Around, KnownSupplier, LearnedAnchor, SupplierKeys, VerifiedPlaces } from '../shared/domain/extraction/index.ts';
import type { FieldName } from '../shared/domain/invoice-fields/index.ts';
import type { CorrectedDocument } from './corrections.ts';

/** The suppliers that were named on the command line, and what corrections taught of their layouts: for as long as the command runs. */
export type SupplierBook = {
  /** The supplier that a corrected document is from: put in the book, or known there by a number or its name. Undefined while it has no name. */
  supplierOf(fields: CorrectedDocument['fields']): KnownSupplier | undefined;
  anchorsOf(supplierId: SupplierId): readonly LearnedAnchor[];
  /** Takes the place of what was taught for the same field before. */
  teach(anchor: LearnedAnchor): void;
  addPlaces(places: VerifiedPlaces): void;
  /** What the book knows of the suppliers that these numbers name. */
  knowledge(numbers: SupplierKeys): Pick<Around, 'suppliers'> & Required<Pick<Around, 'anchors' | 'repeated'>>;
};

const maybe = z.string().nullish();
const numbers = z.array(z.string()).default([]);
const suppliersSchema = z.array(
  z.object({
    name: z.string(),
    organisationNumber: maybe,
    vatNumber: maybe,
    bankgiros: numbers,
    plusgiros: numbers,
    ibans: numbers,
  }),
);

/** A register in a file, in the form of resources/demonstration/suppliers.json. Throws what is wrong with it. */
export async function readSuppliers(path: string): Promise<readonly Omit<KnownSupplier, 'id'>[]> {
  const suppliers = suppliersSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  return suppliers.map(({ organisationNumber, vatNumber, ...supplier }) => ({
    ...supplier,
    ...(typeof organisationNumber === 'string' && { organisationNumber: organisationNumber.replace(/\D/g, '') }),
    ...(typeof vatNumber === 'string' && { vatNumber }),
  }));
}

type Kept = { supplier: KnownSupplier; readonly anchors: Map<FieldName, LearnedAnchor>; places: readonly VerifiedPlaces[] };

/** So many documents of a supplier show where its fields stand. */
const mostPlaces = 3;

export function openSupplierBook(register: readonly Omit<KnownSupplier, 'id'>[]): SupplierBook {
  const book = new Map<SupplierId, Kept>();
  const byKey = new Map<string, Set<SupplierId>>();

  function put(supplier: KnownSupplier): Kept {
    const kept: Kept = { anchors: new Map(), places: [], ...book.get(supplier.id), supplier };
    book.set(supplier.id, kept);
    for (const key of keysOf(supplier)) byKey.set(key, (byKey.get(key) ?? new Set()).add(supplier.id));
    return kept;
  }
  const add = (supplier: Omit<KnownSupplier, 'id'>): Kept =>
    put({ id: asId<'supplier'>(`supplier-${book.size + 1}`), ...supplier });

  /** By organisation number; where only one of the two has such a number by name, or by another number. */
  function find(said: Omit<KnownSupplier, 'id'>): Kept | undefined {
    const keys = new Set(keysOf({ ...said, id: asId('') }));
    for (const kept of book.values()) {
      const { organisationNumber, name } = kept.supplier;
      if (organisationNumber !== undefined && said.organisationNumber !== undefined) {
        if (organisationNumber === said.organisationNumber) return kept;
        continue;
      }
      if (said.name !== '' && folded(name) === folded(said.name)) return kept;
      if (keysOf(kept.supplier).some((key) => keys.has(key))) return kept;
    }
    return undefined;
  }

  for (const supplier of register) add(supplier);
  return {
    supplierOf: (fields) => {
      const said = saidOf(fields);
      const known = find(said)?.supplier;
      const name = known?.name ?? said.name;
      if (name === '') return undefined;
      const both = (kind: 'bankgiros' | 'plusgiros' | 'ibans') => [...new Set([...(known?.[kind] ?? []), ...said[kind]])];
      const numbers = { bankgiros: both('bankgiros'), plusgiros: both('plusgiros'), ibans: both('ibans') };
      const supplier = { ...known, ...said, ...numbers, name };
      return (known === undefined ? add(supplier) : put({ ...supplier, id: known.id })).supplier;
    },
    anchorsOf: (id) => [...(book.get(id)?.anchors.values() ?? [])],
    teach: (anchor) => void book.get(anchor.supplierId)?.anchors.set(anchor.field, anchor),
    addPlaces: (places) => {
      const kept = book.get(places.supplierId);
      if (kept !== undefined) kept.places = [places, ...kept.places].slice(0, mostPlaces);
    },
    knowledge: (numbers) => {
      const keys = Object.entries<readonly string[]>(numbers).flatMap(([kind, list]) =>
        list.map((number) => `${kind} ${number}`),
      );
      const ofVat = keys.flatMap((key) => /^vatNumbers SE(\d{10})\d{2}$/.exec(key)?.[1] ?? []);
      const ids = new Set(
        [...keys, ...ofVat.map((number) => `organisationNumbers ${number}`)].flatMap((key) => [...(byKey.get(key) ?? [])]),
      );
      const kept = [...ids].slice(0, 50).flatMap((id) => book.get(id) ?? []);
      return {
        suppliers: kept.map(({ supplier }) => supplier),
        anchors: kept.flatMap(({ anchors }) => [...anchors.values()]),
        repeated: kept.flatMap(({ places }) => places),
      };
    },
  };
}

/** The supplier as the fields of a document tell of it. */
function saidOf(fields: CorrectedDocument['fields']): Omit<KnownSupplier, 'id'> {
  const said = (name: FieldName): string | undefined =>
    typeof fields[name]?.value === 'string' ? fields[name].value : undefined;
  const list = (name: FieldName): readonly string[] => [said(name)].filter((number) => number !== undefined);
  const vatNumber = said('vatNumber');
  const organisationNumber = said('organisationNumber') ?? /^SE(\d{10})\d{2}$/.exec(vatNumber ?? '')?.[1];
  return {
    name: said('supplierName') ?? '',
    ...(organisationNumber !== undefined && { organisationNumber }),
    ...(vatNumber !== undefined && { vatNumber }),
    ...{ bankgiros: list('bankgiro'), plusgiros: list('plusgiro'), ibans: list('iban') },
  };
}

const keysOf = ({ organisationNumber, vatNumber, bankgiros, plusgiros, ibans }: KnownSupplier): readonly string[] => [
  ...(organisationNumber === undefined ? [] : [`organisationNumbers ${organisationNumber}`]),
  ...(vatNumber === undefined ? [] : [`vatNumbers ${vatNumber}`]),
  ...bankgiros.map((number) => `bankgiros ${number}`),
  ...plusgiros.map((number) => `plusgiros ${number}`),
  ...ibans.map((number) => `ibans ${number}`),
];
