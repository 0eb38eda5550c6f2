import type { Day } from '../../../shared/base/day.ts';
import type { RegisterHit } from '../../../shared/contract/register-search.ts';
import { addressOn, type CustomerAddress } from '../../../shared/domain/customers/index.ts';
import { maskPersonalNumber } from '../../../shared/domain/identifiers/index.ts';
import type { SearchedRegister } from '../store/search-index.ts';
import { showKey } from './register-search-text.ts';

/** A row as the search reads it. Which columns stand for what is `searchedRows`. */
export type SearchedRow = {
  readonly id: string;
  readonly name: string;
  readonly sortName: string;
  readonly number: string | null;
  readonly personalNumber: string | null;
  readonly city: string | null;
  /** A customer's, in JSON; null where they are not to be told. */
  readonly addresses: string | null;
  readonly isBlocked: number;
  readonly endedOn: Day | null;
  readonly mergedInto: string | null;
};

const shared = 's.id, s.name, s.sort_name AS sortName, s.ended_on AS endedOn';
const neverSo = 'NULL AS personalNumber, NULL AS city, NULL AS addresses, 0 AS isBlocked, NULL AS mergedInto';

/**
 * The table of each register, and its columns. Suppliers are shared by all; of the others only the rows are found whose scope whoever asks
 * holds, before any of them is counted.
 */
export const searchedRows: {
  readonly [Register in SearchedRegister]: { readonly table: string; readonly columns: string; readonly hasClients: boolean };
} = {
  supplier: {
    table: 'suppliers',
    columns: `${shared}, s.organisation_number AS number, NULL AS personalNumber,
      CASE WHEN s.protected_by IS NULL THEN s.city END AS city, NULL AS addresses,
      s.blocked_for IS NOT NULL AS isBlocked, s.merged_into AS mergedInto`,
    hasClients: false,
  },
  customer: {
    table: 'customers',
    columns: `${shared}, s.organisation_number AS number, s.personal_number AS personalNumber, NULL AS city,
      CASE WHEN s.protected_by IS NULL THEN s.addresses END AS addresses, 0 AS isBlocked, NULL AS mergedInto`,
    hasClients: true,
  },
  article: { table: 'articles', columns: `${shared}, s.number, ${neverSo}`, hasClients: true },
};

/** The number that a hit is told by: an article's own, a company's, or a person's with its end covered. */
export function shownNumber(register: SearchedRegister, { number, personalNumber }: SearchedRow): string | null {
  if (personalNumber !== null) return maskPersonalNumber(personalNumber);
  return number === null || register === 'article' ? number : showKey('organisation-number', number);
}

/** Where it is: a customer's invoices go there on the day. */
export function shownCity({ city, addresses }: SearchedRow, today: Day): string | null {
  if (addresses === null) return city;
  return addressOn(JSON.parse(addresses) as readonly CustomerAddress[], 'invoice', today)?.city ?? null; // written by the rule
}

export const stateOf = ({ isBlocked, endedOn }: SearchedRow, today: Day): RegisterHit['state'] =>
  isBlocked === 1 ? 'blocked' : endedOn !== null && endedOn < today ? 'ended' : 'active';
