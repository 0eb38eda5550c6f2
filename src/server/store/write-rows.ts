import type { Entity } from '../../shared/run/define-entity.ts';
import { type EntityName, entities } from '../../shared/run/entities/index.ts';
import { StoreFailure } from '../../shared/run/store.ts';
import { entityPlans } from '../../shared/run/table-plan.ts';
import type { Connection } from './connection.ts';
import type { GatheredRows, Pending } from './gathered-rows.ts';
import { serverPlans } from './plans.ts';
import { arraysOf, type Columns, insertAll, revBefore, type Statement, updateAll } from './sql.ts';

const forget: Statement = {
  name: 'forget citations',
  text: 'DELETE FROM blob_citation WHERE (entity, row_id) IN (SELECT * FROM unnest($1::text[], $2::text[]))',
};

/** The statements that write all pending rows, and what blobs they cite; not waited for. */
export function writeRows(connection: Connection, rows: GatheredRows): Promise<unknown>[] {
  const citations: Columns[] = [];
  const stale: (readonly [EntityName, string])[] = [];
  const writes: Promise<unknown>[] = [];

  for (const name of Object.keys(entities) as EntityName[]) {
    const pending = [...rows.pending(name).values()];
    const plan = entityPlans[name];
    const firsts = pending.filter(({ base }) => base === null).map(({ columns }) => columns);
    if (firsts.length > 0) writes.push(connection.write(insertAll(plan), arraysOf(plan.columns, firsts)));
    const others = pending.flatMap(({ columns, base }) => (base === null ? [] : [{ ...columns, revBefore: base.rev }]));
    if (others.length > 0)
      writes.push(connection.write(updateAll(plan), arraysOf([...plan.columns, revBefore], others)).then(expect(others.length)));
    for (const each of pending) {
      const [before, after] = [citationsOf(name, each.base), citationsOf(name, each.row)];
      if (JSON.stringify(before) === JSON.stringify(after)) continue;
      if (before.length > 0) stale.push([name, each.row.id]);
      citations.push(...after);
    }
  }
  if (stale.length > 0) writes.push(connection.write(forget, [stale.map(([entity]) => entity), stale.map(([, id]) => id)]));
  const { blobCitation } = serverPlans;
  if (citations.length > 0) writes.push(connection.write(insertAll(blobCitation), arraysOf(blobCitation.columns, citations)));
  rows.written();
  return writes;
}

function citationsOf(name: EntityName, row: Pending['base']): readonly Columns[] {
  if (row === null) return [];
  const entity: Entity = entities[name];
  const scope = entity.scope(row);
  return [...new Set(entity.cites(row))].map((sha256) => ({ sha256, entity: name, rowId: row.id, scope }));
}

/** All rows of a log are written under the lock of its head, so that none can have moved. */
const expect = (count: number) => (written: number) => {
  if (written !== count) throw new StoreFailure('storage-failed', new Error('a row was changed without the lock of the log'));
};
