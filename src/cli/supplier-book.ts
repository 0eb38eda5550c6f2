import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { asId, type SupplierId } from '../shared/base/ids.ts';
import type { PageWords } from '../shared/base/page.ts';
import { folded } from '../shared/base/text.ts';
import {
  type Around,
  findSupplierKeys,
  type KnownSupplier,
  type LearnedAnchor,
  type VerifiedPlaces,
} from '../shared/domain/extraction/index.ts';
import type { FieldName } from '../shared/domain/invoice-fields/index.ts';
import type { CorrectedDocument } from './corrections.ts';

/** The suppliers that were named on the command line, and what corrections taught of their layouts: for as long as the command runs. */
export type SupplierBook = {
  /** The supplier that a corrected document is from: put in the book, or known there by organisation number or name. */
  supplierOf(fields: CorrectedDocument['fields']): KnownSupplier | undefined;
  anchorsOf(supplierId: SupplierId): readonly LearnedAnchor[];
  /** Takes the place of what was taught for the same field before. */
  teach(anchor: LearnedAnchor): void;
  addPlaces(places: VerifiedPlaces): void;
  /** What the book knows of the suppliers that numbers on these pages name. */
  knowledge(pages: readonly PageWords[]): Pick<Around, 'suppliers'> & Required<Pick<Around, 'anchors' | 'repeated'>>;
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

  function find(organisationNumber: string | undefined, name: string | undefined): Kept | undefined {
    for (const kept of book.values()) {
      const { supplier } = kept;
      if (organisationNumber !== undefined && supplier.organisationNumber === organisationNumber) return kept;
      const bothHave = organisationNumber !== undefined && supplier.organisationNumber !== undefined;
      if (!bothHave && name !== undefined && folded(supplier.name) === folded(name)) return kept;
    }
    return undefined;
  }

  for (const supplier of register) add(supplier);
  return {
    supplierOf: (fields) => {
      const said = (name: FieldName): string | undefined =>
        typeof fields[name]?.value === 'string' ? fields[name].value : undefined;
      const [name, vatNumber] = [said('supplierName'), said('vatNumber')];
      const organisationNumber = said('organisationNumber') ?? /^SE(\d{10})\d{2}$/.exec(vatNumber ?? '')?.[1];
      const known = find(organisationNumber, name)?.supplier;
      const more = (list: readonly string[] = [], number: string | undefined): readonly string[] =>
        number === undefined || list.includes(number) ? list : [...list, number];
      const supplier: Omit<KnownSupplier, 'id'> = {
        ...known,
        name: known?.name ?? name ?? organisationNumber ?? '',
        ...(organisationNumber !== undefined && { organisationNumber }),
        ...(vatNumber !== undefined && { vatNumber }),
        bankgiros: more(known?.bankgiros, said('bankgiro')),
        plusgiros: more(known?.plusgiros, said('plusgiro')),
        ibans: more(known?.ibans, said('iban')),
      };
      if (supplier.name === '') return undefined;
      return (known === undefined ? add(supplier) : put({ ...supplier, id: known.id })).supplier;
    },
    anchorsOf: (id) => [...(book.get(id)?.anchors.values() ?? [])],
    teach: (anchor) => void book.get(anchor.supplierId)?.anchors.set(anchor.field, anchor),
    addPlaces: (places) => {
      const kept = book.get(places.supplierId);
      if (kept !== undefined) kept.places = [places, ...kept.places].slice(0, mostPlaces);
    },
    knowledge: (pages) => {
      const keys = Object.entries(findSupplierKeys(pages)).flatMap(([kind, list]) => list.map((number) => `${kind} ${number}`));
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

const keysOf = ({ organisationNumber, vatNumber, bankgiros, plusgiros, ibans }: KnownSupplier): readonly string[] => [
  ...(organisationNumber === undefined ? [] : [`organisationNumbers ${organisationNumber}`]),
  ...(vatNumber === undefined ? [] : [`vatNumbers ${vatNumber}`]),
  ...bankgiros.map((number) => `bankgiros ${number}`),
  ...plusgiros.map((number) => `plusgiros ${number}`),
  ...ibans.map((number) => `ibans ${number}`),
];
