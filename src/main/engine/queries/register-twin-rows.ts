import type Database from 'better-sqlite3';
import type { TwinRow } from '../../../shared/contract/register-twins.ts';
import { inOrder, type RegisterEntry } from '../../../shared/domain/register-twins/index.ts';
import { showKey } from './register-search-text.ts';

type Columns = {
  readonly id: string;
  readonly name: string;
  readonly organisationNumber: string | null;
  readonly vatNumber: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly isProtected: number;
  /** JSON: [kind, number, kind, number, …] */
  readonly paymentNumbers: string;
};

/** What the search for twins reads of the supplier register over one connection. What has been merged is nobody's twin any more. */
export type TwinRows = {
  count(): number;
  /** The next entries in the order of their ids. */
  entriesAfter(id: string, limit: number): readonly RegisterEntry[];
  entry(id: string): RegisterEntry | undefined;
  shown(id: string): TwinRow | undefined;
  isDismissed(one: string, other: string): boolean;
};

const columns = `s.id, s.name, s.organisation_number AS organisationNumber, s.vat_number AS vatNumber, s.street, s.postcode, s.city,
  s.protected_by IS NOT NULL AS isProtected,
  (SELECT json_group_array(json_array(n.kind, n.number)) FROM payment_numbers n WHERE n.supplier_id = s.id) AS paymentNumbers`;

export function twinRows(connection: Database.Database): TwinRows {
  const count = connection.prepare<[], number>('SELECT count(*) FROM suppliers WHERE merged_into IS NULL').pluck();
  const after = connection.prepare<unknown[], Columns>(
    `SELECT ${columns} FROM suppliers s WHERE s.id > ? AND s.merged_into IS NULL ORDER BY s.id LIMIT ?`,
  );
  const one = connection.prepare<[string], Columns>(
    `SELECT ${columns} FROM suppliers s WHERE s.id = ? AND s.merged_into IS NULL`,
  );
  const dismissed = connection
    .prepare<[string, string], number>('SELECT 1 FROM dismissed_twins WHERE a_id = ? AND b_id = ? AND recalled_by IS NULL')
    .pluck();
  const optional = <Row>(row: Columns | undefined, as: (row: Columns) => Row): Row | undefined =>
    row === undefined ? undefined : as(row);
  return {
    count: () => count.get() ?? 0,
    entriesAfter: (id, limit) => after.all(id, limit).map(asEntry),
    entry: (id) => optional(one.get(id), asEntry),
    shown: (id) => optional(one.get(id), asShown),
    isDismissed: (a, b) => dismissed.get(...inOrder([a, b])) !== undefined,
  };
}

const numbersOf = ({ paymentNumbers }: Columns) => JSON.parse(paymentNumbers) as readonly (readonly [string, string])[]; // made by the query

function asEntry(row: Columns): RegisterEntry {
  const { id, name, organisationNumber, vatNumber, street, postcode, city } = row;
  return {
    id,
    names: [name],
    ...(organisationNumber !== null && { organisationNumber }),
    ...(vatNumber !== null && { vatNumber }),
    paymentNumbers: numbersOf(row).map(([kind, number]) => `${kind} ${number}`),
    ...(street !== null && { street }),
    ...(postcode !== null && { postcode }),
    ...(city !== null && { city }),
  };
}

function asShown(row: Columns): TwinRow {
  const { id, name, organisationNumber, street, postcode, city } = row;
  const number = organisationNumber === null ? null : showKey('organisation-number', organisationNumber);
  const address = row.isProtected === 1 ? { street: null, postcode: null, city: null } : { street, postcode, city };
  return {
    id,
    name,
    number,
    ...address,
    paymentNumbers: numbersOf(row).map(([kind, digits]) => ({ kind, number: showKey(kind, digits) })),
  };
}
