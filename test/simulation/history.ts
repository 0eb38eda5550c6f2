import type { AnyRow } from '../../src/shared/run/define-entity.ts';
import type { EntityName } from '../../src/shared/run/entities/index.ts';
import type { Entry } from '../../src/shared/run/store.ts';
import { rowKey } from './memory-replica.ts';

/** A row from one seq on; null: it has left its scope. */
type Version = { readonly seq: number; readonly row: AnyRow | null; readonly scope: string };

/** How every row stood at every moment, and how many rows each scope had: told by the entries of the log, and by nothing else. */
export type History = {
  append(entry: Entry): void;
  /** The row of these scopes as it stood when the log had come to `seq`. */
  rowAt(entity: EntityName, id: string, seq: number, isVisible: (scope: string) => boolean): AnyRow | undefined;
  latest(entity: EntityName, id: string): AnyRow | undefined;
  countAt(isVisible: (scope: string) => boolean, seq: number): number;
  /** A history that goes on from here, and leaves this one as it is. */
  branch(): History;
};

type Count = { readonly seq: number; readonly rows: number };
type Past = {
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  readonly counts: ReadonlyMap<string, readonly Count[]>;
};

export function openHistory(past: Past = { versions: new Map(), counts: new Map() }): History {
  const versions = new Map<string, Version[]>();
  const counts = new Map([...past.counts].map(([scope, list]) => [scope, [...list]]));

  const versionsOf = (key: string): readonly Version[] => versions.get(key) ?? past.versions.get(key) ?? [];
  function add(key: string, version: Version): void {
    const own = versions.get(key);
    if (own === undefined) versions.set(key, [...(past.versions.get(key) ?? []), version]);
    else own.push(version);
  }
  function count(scope: string, seq: number, by: number): void {
    const list = counts.get(scope) ?? [];
    if (list.length === 0) counts.set(scope, list);
    list.push({ seq, rows: (list.at(-1)?.rows ?? 0) + by });
  }

  return {
    append: ({ op, entity, rowId, seq, scope, body }) => {
      if (op === 'outcome' || entity === 'command') return;
      const key = rowKey(entity, rowId);
      const before = versionsOf(key).at(-1);
      if (op === 'evict') {
        count(scope, seq, -1);
        add(key, { seq, row: null, scope });
        return;
      }
      if (before === undefined || before.row === null) count(scope, seq, 1);
      add(key, { seq, row: body as AnyRow, scope }); // a put's body is its row
    },
    rowAt: (entity, id, seq, isVisible) => {
      const all = versionsOf(rowKey(entity, id));
      for (let place = all.length - 1; place >= 0; place -= 1) {
        const version = all[place];
        if (version !== undefined && version.seq <= seq)
          return version.row !== null && isVisible(version.scope) ? version.row : undefined;
      }
      return undefined;
    },
    latest: (entity, id) => versionsOf(rowKey(entity, id)).at(-1)?.row ?? undefined,
    countAt: (isVisible, seq) => {
      let rows = 0;
      for (const [scope, list] of counts) if (isVisible(scope)) rows += list.findLast((each) => each.seq <= seq)?.rows ?? 0;
      return rows;
    },
    branch: () => openHistory({ versions: new Map([...past.versions, ...versions]), counts }),
  };
}
