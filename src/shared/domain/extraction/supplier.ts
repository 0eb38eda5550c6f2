import { editsBetween } from '../../base/edit-distance.ts';
import type { SupplierId } from '../../base/ids.ts';
import type { Evidence } from '../invoice-fields/index.ts';
import { payableNumbers } from './giro-numbers.ts';
import { sellersNumbers } from './identity-numbers.ts';
import { lettersOf } from './labels.ts';
import type { Reading } from './reading.ts';
import { segmentsOf, type Token, textOf } from './rows.ts';
import { keysIn, type SupplierKeys } from './supplier-keys.ts';

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

/** The register's supplier that the pages speak of, and every sign of it. */
export type SupplierMatch = {
  readonly supplier: KnownSupplier;
  readonly evidence: readonly Evidence[];
  /** The printed name, if it was found. */
  readonly name: readonly Token[];
  /** Two signs of different kinds agree and nothing on the pages speaks against it. */
  readonly isCertain: boolean;
};

/** What a supplier is known by; no two of them are misread, or fall together with another's, for the same reason. */
type Sign = 'identity' | 'payment' | 'name';

type Match = Omit<SupplierMatch, 'isCertain'> & { readonly signs: ReadonlySet<Sign>; readonly weight: number };

/**
 * The register's supplier with the most of its numbers and its name on the pages. A name alone is no match: it may be a customer of the
 * supplier's, or one of its brands. Nor are digits that stand anywhere on the page and happen to be somebody's short giro number. Where
 * the paper bears another organisation number, its sender is another company than the one with the same giro: a factoring company has many clients.
 */
export function matchSupplier(reading: Reading, suppliers: readonly KnownSupplier[]): SupplierMatch | undefined {
  const printed = printedIn(reading);
  const matches = suppliers.map((supplier) => matchOf(supplier, reading, printed)).filter((match) => isLikely(match, printed));
  const [best, second] = matches.sort((a, b) => b.weight - a.weight);
  if (best === undefined || best.weight <= (second?.weight ?? 0)) return undefined;
  const isAlone = !matches.some((other) => other !== best && other.signs.has('identity'));
  return { ...best, isCertain: isAlone && best.signs.size >= 2 && printed.identities.every((one) => isOf(best.supplier, one)) };
}

/** The numbers on the pages by which a supplier is known. */
type Printed = {
  /** Those that are the seller's by their label or form, with the right check digit. */
  readonly claimed: SupplierKeys;
  /** All others too. */
  readonly anywhere: SupplierKeys;
  /** Organisation numbers of sellers, also those in VAT numbers; foreign VAT numbers. */
  readonly identities: readonly string[];
};

function printedIn(reading: Reading): Printed {
  const valuesOf = (candidates: ReturnType<typeof sellersNumbers>): readonly string[] =>
    candidates
      .filter(({ evidence }) => evidence.some(({ kind }) => kind === 'check-digit' || kind === 'payment-line'))
      .map(({ value }) => value);
  const vatNumbers = sellersNumbers(reading, 'vatNumber', undefined);
  const foreign = vatNumbers.filter(({ value }) => !value.startsWith('SE')).map(({ value }) => value);
  const vats = [...valuesOf(vatNumbers), ...foreign];
  const organisations = [...valuesOf(sellersNumbers(reading, 'organisationNumber', undefined)), ...vats.flatMap(withinVat)];
  return {
    claimed: {
      organisationNumbers: organisations,
      vatNumbers: vats,
      bankgiros: valuesOf(payableNumbers(reading, 'bankgiro', undefined)),
      plusgiros: valuesOf(payableNumbers(reading, 'plusgiro', undefined)),
      ibans: valuesOf(payableNumbers(reading, 'iban', undefined)),
    },
    anywhere: keysIn(reading.rows, reading.paymentLines),
    identities: [...new Set([...organisations, ...foreign])],
  };
}

/** A Swedish VAT number holds the organisation number. */
const withinVat = (vat: string): readonly string[] => (vat.startsWith('SE') ? [vat.slice(2, 12)] : []);

const isOf = ({ organisationNumber, vatNumber }: KnownSupplier, identity: string): boolean =>
  identity === organisationNumber || identity === vatNumber || identity === vatNumber?.slice(2, 12);

function matchOf(supplier: KnownSupplier, reading: Reading, { claimed, anywhere }: Printed): Match {
  const name = findName(supplier.name, reading);
  const evidence = evidenceFor(supplier, anywhere);
  const strong = evidenceFor(supplier, claimed);
  const signs = new Set(
    strong.map(({ ref }) => (ref === 'organisation-number' || ref === 'vat-number' ? 'identity' : 'payment')),
  );
  const isNamed = name.length > 0;
  return {
    supplier,
    evidence,
    name,
    signs: new Set([...signs, ...(isNamed ? ['name' as const] : [])]),
    weight: strong.length + (evidence.length - strong.length) / 2 + (isNamed ? 0.75 : 0),
  };
}

/** Two digits apart a number may be misread; further, it is another's. */
const isAnothers = (supplier: KnownSupplier, identity: string): boolean => {
  const own = [supplier.organisationNumber, supplier.vatNumber].filter((number) => number !== undefined);
  return own.length > 0 && own.every((number) => editsBetween(identity, number, 2) > 2);
};

function isLikely({ supplier, evidence, signs }: Match, { identities }: Printed): boolean {
  const isDenied = !signs.has('identity') && identities.some((one) => isAnothers(supplier, one));
  if (isDenied) return signs.has('payment') && signs.has('name');
  return signs.has('identity') || signs.has('payment') || (signs.has('name') && evidence.length > 0);
}

function evidenceFor(supplier: KnownSupplier, keys: SupplierKeys): readonly (Evidence & { readonly kind: 'register' })[] {
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
function findName(name: string, { rows, buyer }: Reading): readonly Token[] {
  const wanted = lettersOf(name).replace(/(ab|aktiebolag)$/, '');
  if (wanted.length < 4) return [];
  const words = name.split(/\s+/).length;
  for (const row of rows) {
    for (const segment of segmentsOf(row)) {
      for (let at = 0; at < segment.length; at += 1) {
        const tokens = segment.slice(at, at + words);
        const read = lettersOf(textOf(tokens)).replace(/(ab|aktiebolag)$/, '');
        if (
          editsBetween(read, wanted, Math.floor(wanted.length / 10)) <= Math.floor(wanted.length / 10) &&
          !tokens.some((token) => buyer.has(token))
        )
          return tokens;
      }
    }
  }
  return [];
}
