import { editsBetween } from '../../base/edit-distance.ts';
import type { SupplierId } from '../../base/ids.ts';
import type { Evidence } from '../invoice-fields/index.ts';
import { lettersOf } from './labels.ts';
import { type Row, segmentsOf, type Token, textOf } from './rows.ts';

/** A supplier as the register knows it. Numbers in their normal forms: digits; VAT number and IBAN with capitals. */
export type KnownSupplier = {
  readonly id: SupplierId;
  readonly name: string;
  readonly organisationNumber?: string;
  readonly vatNumber?: string;
  readonly bankgiros: readonly string[];
  readonly plusgiros: readonly string[];
  readonly ibans: readonly string[];
};

/** Numbers with the right check digit that stand on the pages: what a supplier can be looked up by. */
export type SupplierKeys = {
  readonly organisationNumbers: readonly string[];
  readonly vatNumbers: readonly string[];
  readonly bankgiros: readonly string[];
  readonly plusgiros: readonly string[];
  readonly ibans: readonly string[];
};

/** The register's supplier that the pages speak of, and every sign of it. */
export type SupplierMatch = {
  readonly supplier: KnownSupplier;
  readonly evidence: readonly Evidence[];
  /** The printed name, if it was found. */
  readonly name: readonly Token[];
};

/**
 * The register's supplier with the most of its numbers and its name on the pages. A name alone is no match: it may be
 * a customer of the supplier's, or one of its brands.
 */
export function matchSupplier(
  keys: SupplierKeys,
  rows: readonly Row[],
  suppliers: readonly KnownSupplier[],
): SupplierMatch | undefined {
  const matches = suppliers.map((supplier) => {
    const name = findName(supplier.name, rows);
    const evidence = evidenceFor(supplier, keys);
    return { supplier, evidence, name, weight: evidence.length + (name.length > 0 ? 0.75 : 0) };
  });
  const [best, second] = matches.filter((match) => match.evidence.length > 0).sort((a, b) => b.weight - a.weight);
  return best && best.weight > (second?.weight ?? 0) ? best : undefined;
}

function evidenceFor(supplier: KnownSupplier, keys: SupplierKeys): readonly Evidence[] {
  const shared = (mine: readonly string[], theirs: readonly string[]): boolean => mine.some((one) => theirs.includes(one));
  const signs: readonly (readonly [string, boolean])[] = [
    [
      'organisation-number',
      supplier.organisationNumber !== undefined && keys.organisationNumbers.includes(supplier.organisationNumber),
    ],
    ['vat-number', supplier.vatNumber !== undefined && keys.vatNumbers.includes(supplier.vatNumber)],
    ['bankgiro', shared(supplier.bankgiros, keys.bankgiros)],
    ['plusgiro', shared(supplier.plusgiros, keys.plusgiros)],
    ['iban', shared(supplier.ibans, keys.ibans)],
  ];
  return signs.flatMap(([ref, holds]) => (holds ? [{ kind: 'register', ref } as const] : []));
}

/** Where a company's name stands, a misread letter in ten forgiven; 'AB' may be left out. */
function findName(name: string, rows: readonly Row[]): readonly Token[] {
  const wanted = lettersOf(name).replace(/(ab|aktiebolag)$/, '');
  if (wanted.length < 4) return [];
  const words = name.split(/\s+/).length;
  for (const row of rows) {
    for (const segment of segmentsOf(row)) {
      for (let at = 0; at < segment.length; at += 1) {
        const tokens = segment.slice(at, at + words);
        const read = lettersOf(textOf(tokens)).replace(/(ab|aktiebolag)$/, '');
        if (editsBetween(read, wanted, Math.floor(wanted.length / 10)) <= Math.floor(wanted.length / 10)) return tokens;
      }
    }
  }
  return [];
}
