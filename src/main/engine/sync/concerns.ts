import type { Entity } from '../../../shared/run/define-entity.ts';
import { type EntityName, entities, type RowOf } from '../../../shared/run/entities/index.ts';
import type { OutboxCommand, RowName } from './ports.ts';

type KnownRow = { readonly entity: EntityName; readonly row: RowOf<EntityName> };

/** The blobs that a row stands on. */
export const citesOf = ({ entity, row }: KnownRow): readonly string[] => entities[entity].cites(row as never); // the entity's own row

/** What a command concerns: the rows it changed but for the history, those that they build on, and the blobs that all stand on. */
export function concerns(written: readonly KnownRow[]): Pick<OutboxCommand, 'touches' | 'cites'> {
  const rows = written.filter(({ entity }) => entity !== 'event');
  return {
    touches: onceEach(rows.flatMap(({ entity, row }) => [{ entity, id: row.id }, ...foundation(entity, row)])),
    cites: [...new Set(written.flatMap(citesOf))],
  };
}

function foundation(name: EntityName, row: RowOf<EntityName>): readonly RowName[] {
  const entity: Entity = entities[name];
  const found = entity.buildsOn?.(row);
  return found === undefined ? [] : [{ entity: found.entity as EntityName, id: found.id }]; // the specification names an entity
}

const onceEach = (names: readonly RowName[]): readonly RowName[] => [
  ...new Map(names.map((name) => [`${name.entity} ${name.id}`, name])).values(),
];
