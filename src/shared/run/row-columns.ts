import type { Entity } from './define-entity.ts';
import { type EntityName, entities, type RowOf } from './entities/index.ts';

/** A row's columns by their names in code: what it does not know is null, and derived columns and the scope are computed. */
export function toColumns(name: EntityName, row: RowOf<EntityName>): { readonly [column: string]: unknown } {
  const entity: Entity = entities[name];
  const columns: Record<string, unknown> = { id: row.id, rev: row.rev, scope: entity.scope(row) };
  const known: { readonly [column: string]: unknown } = row;
  for (const column in entity.columns) columns[column] = known[column] ?? null;
  for (const column in entity.derived) columns[column] = entity.derived[column]?.of(row) ?? null;
  return columns;
}

/** The row as the domain knows it: no derived columns, and no keys for what is not known. */
export function toRow<Name extends EntityName>(name: Name, columns: { readonly [column: string]: unknown }): RowOf<Name> {
  const own: Entity['columns'] = entities[name].columns;
  const row: Record<string, unknown> = { id: columns.id, rev: columns.rev };
  for (const column in own) if (columns[column] !== null) row[column] = columns[column];
  return row as unknown as RowOf<Name>; // the columns are those of the entity
}
