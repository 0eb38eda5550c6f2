import type { Cursor } from '../../src/main/engine/sync/ports.ts';
import { holds, type Scopes } from '../../src/shared/domain/access/index.ts';
import type { EntityName } from '../../src/shared/run/entities/index.ts';
import type { History } from './history.ts';
import { baseRow, type ReplicaFile, rowKey } from './memory-replica.ts';
import { entityNames, scopeOf } from './memory-rows.ts';
import { firstAfter, type ServerFile } from './memory-server.ts';
import type { Station } from './station.ts';
import type { Report } from './violations.ts';

type Touched = ReadonlyMap<string, readonly [EntityName, string]>;

/** The scopes of a view that some server has named. */
export type Views = ReadonlyMap<string, Scopes>;

/**
 * I10 and I11 after a transaction of a replica: what lies under the clerk's own changes is exactly what the server had committed
 * when its log had come to the cursor, of the scopes that the view holds. Only what can have changed is looked at.
 */
export function checkReplica(
  file: ReplicaFile,
  server: ServerFile,
  history: History,
  views: Views,
  touched: Touched,
  before: Cursor | null,
  report: Report,
): void {
  const { cursor } = file;
  if (cursor === null) return;
  const scopes = views.get(cursor.view);
  if (scopes === undefined) {
    report('I11', `a replica of a view that no server has named: ${cursor.view}`);
    return;
  }
  const isVisible = (scope: string): boolean => holds(scopes, scope);

  const moved = before !== null && before.view === cursor.view && before.seq < cursor.seq ? before.seq : cursor.seq;
  const suspects = new Map(touched);
  for (let place = firstAfter(server.log, moved); place < server.log.length; place += 1) {
    const entry = server.log[place];
    if (entry === undefined || entry.seq > cursor.seq) break;
    if (entry.op !== 'outcome' && entry.entity !== 'command')
      suspects.set(rowKey(entry.entity, entry.rowId), [entry.entity, entry.rowId]);
  }
  for (const [entity, id] of suspects.values()) checkRow(file, history, entity, id, cursor.seq, isVisible, report);
  if (before?.seq !== cursor.seq) checkBorder(server, cursor.seq, isVisible, report);
}

/** I9, and I10 of a replica that was made anew: as above, for every row, and none is missing. */
export function checkWholeReplica(file: ReplicaFile, history: History, scopes: Scopes, seq: number, report: Report): void {
  const isVisible = (scope: string): boolean => holds(scopes, scope) && !file.dropped.has(scope);
  let rows = 0;
  for (const entity of entityNames)
    for (const { id } of file.state.rows.all(entity)) {
      checkRow(file, history, entity, id, seq, isVisible, report);
      if (baseRow(file, entity, id) !== undefined) rows += 1;
    }
  for (const { entity, id, row } of file.shadows.values())
    if (row !== null && file.state.rows.get(entity, id) === undefined) rows += 1;
  const counted = history.countAt(isVisible, seq);
  if (rows !== counted && file.corrupted.size === 0 && file.dropped.size === 0)
    report('I9', `${rows} rows, and the server has ${counted} of these scopes at ${seq}`);
}

function checkRow(
  file: ReplicaFile,
  history: History,
  entity: EntityName,
  id: string,
  seq: number,
  isVisible: (scope: string) => boolean,
  report: Report,
): void {
  if (file.corrupted.has(rowKey(entity, id))) return;
  const own = baseRow(file, entity, id);
  const theirs = history.rowAt(entity, id, seq, isVisible);
  if (own === theirs) return;
  if (own === undefined && file.dropped.size > 0) return;
  const invariant = own !== undefined && theirs === undefined && history.latest(entity, id) !== undefined ? 'I11' : 'I10';
  report(invariant, `${entity} ${id} is at rev ${own?.rev ?? 'none'}, and the server had ${theirs?.rev ?? 'none'} at ${seq}`);
}

/** I10: the cursor does not stand inside a command of which more is to be seen. */
function checkBorder({ log }: ServerFile, seq: number, isVisible: (scope: string) => boolean, report: Report): void {
  const place = firstAfter(log, seq);
  const next = log[place];
  const last = log[place - 1];
  if (next === undefined || last === undefined || next.tx !== last.tx) return;
  const inside = log.filter(({ tx, op, scope }) => tx === next.tx && op !== 'outcome' && isVisible(scope));
  if (inside.some((entry) => entry.seq <= seq) && inside.some((entry) => entry.seq > seq))
    report('I10', `the cursor stands at ${seq}, inside the command of ${next.tx}`);
}

/** I11: once the server has said which scopes are the person's, no row of another one stays, whether a new replica can be had or not. */
export function checkTold({ told, running, mayLag, device, ailments, shelf: { current: file } }: Station, report: Report): void {
  if (told === undefined || running === undefined || running.life.dead() || mayLag || ailments.slowWrites > 0 || file.open)
    return;
  for (const entity of entityNames)
    for (const { id } of file.state.rows.all(entity)) {
      const row = baseRow(file, entity, id);
      if (row !== undefined && !holds(told, scopeOf(entity, row)))
        report('I11', `${device} keeps ${entity} ${id} of a scope that was lost`);
    }
}
