/**
 * One specification of an entity gives its row, its tables (SQLite, PostgreSQL), its lookups and its scope.
 * A command reads rows by id or by a declared lookup, and by nothing else.
 */
export type ColumnKind = 'text' | 'integer' | 'minor' | 'day' | 'moment' | 'flag' | 'reference' | 'json';

export type Column = { readonly kind: ColumnKind; readonly optional: boolean };

const column = (kind: ColumnKind) => ({ kind, optional: false, orNone: { kind, optional: true } }) as const;

/** The kinds of columns. `text.orNone` may be missing. */
export const text = column('text');
export const integer = column('integer');
/** Whole minor units of money. */
export const minor = column('minor');
/** 'YYYY-MM-DD' */
export const day = column('day');
/** Milliseconds since 1970, UTC. */
export const moment = column('moment');
export const flag = column('flag');
/** The id of a row of another entity. */
export const reference = column('reference');
export const json = column('json');

/** Every row has an id, made by whoever makes the row, and a revision that grows by one with each change. */
export type AnyRow = { readonly id: string; readonly rev: number };

/** A column computed from the row when it is written: what a lookup or a sort needs and the row does not say in that form. */
export type Derived<Row> = { readonly kind: 'text' | 'integer'; readonly of: (row: Row) => string | number | null };

type KeysOf<Row> = Row extends unknown ? Exclude<keyof Row, 'id' | 'rev'> : never;

type Specification<Row extends AnyRow, D extends string, L extends string> = {
  readonly table: string;
  readonly columns: { readonly [K in KeysOf<Row> & string]: Column };
  readonly derived: { readonly [K in D]: Derived<Row> };
  /** May give at most one row. */
  readonly unique: { readonly [name: string]: readonly (NoInfer<D> | (KeysOf<Row> & string))[] };
  /** May give many rows, in the order of `id`. */
  readonly lookups: { readonly [K in L]: readonly (NoInfer<D> | (KeysOf<Row> & string))[] };
  /** Serve no command, only the queries that a screen asks. */
  readonly indexes: { readonly [name: string]: readonly (NoInfer<D> | (KeysOf<Row> & string))[] };
  /** Who may hold the row: 'unit:…' or 'reg:…'. */
  readonly scope: (row: Row) => string;
  /** The SHA-256 of each blob that the row stands on: whoever may hold the row may read them, and none may be missing. */
  readonly cites: (row: Row) => readonly string[];
  /** The row without which this one cannot be: what is done with this one is sent after what made that one. */
  readonly buildsOn?: (row: Row) => { readonly entity: string; readonly id: string };
};

export type Entity<
  Name extends string = string,
  // biome-ignore lint/suspicious/noExplicitAny: an entity of any row; its functions take just that row
  Row extends AnyRow = any,
  D extends string = string,
  L extends string = string,
> = Specification<Row, D, L> & { readonly name: Name };

/** `defineEntity<Supplier>()('supplier', { … })`: the row's type is given, the rest is inferred and held against it. */
export const defineEntity =
  <Row extends AnyRow>() =>
  <Name extends string, D extends string, L extends string>(
    name: Name,
    specification: Specification<Row, D, L>,
  ): Entity<Name, Row, D, L> => ({ name, ...specification });
