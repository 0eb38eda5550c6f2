import type { Grant } from '../../shared/domain/access/index.ts';
import { type EntityName, entities, type RowOf } from '../../shared/run/entities/index.ts';
import { toRow } from '../../shared/run/row-columns.ts';
import type { Decided, Envelope, Head, Outcome } from '../../shared/run/store.ts';
import { entityPlans } from '../../shared/run/table-plan.ts';
import type { Connection } from './connection.ts';
import { listed, named } from './sql.ts';

export type KnownDevice = { readonly lastDseq: number; readonly revoked: boolean };

/** What a batch of commands will ask for, whatever they are: read together, since each question by itself is a trip to the database. */
export type Prefetched = {
  readonly head: Head;
  /** The ids of the commands. */
  readonly asked: ReadonlySet<string>;
  /** Those of the commands that have an outcome. */
  readonly decided: ReadonlyMap<string, Decided>;
  readonly devices: ReadonlyMap<string, KnownDevice>;
  /** Pairs of device and person: 'device person'. */
  readonly signedIn: ReadonlySet<string>;
  /** Each actor's grants, in the order of their ids. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  /** The ids that the commands name. */
  readonly ids: readonly string[];
  /** The rows that are there under one of these ids. */
  readonly rows: readonly { readonly entity: EntityName; readonly row: RowOf<EntityName> }[];
};

export const nothing: Prefetched = {
  head: { epoch: 1, seq: 0 },
  asked: new Set(),
  decided: new Map(),
  devices: new Map(),
  signedIn: new Set(),
  grants: new Map(),
  ids: [],
  rows: [],
};

/** The history is never read by an id that a command names. */
export const namedEntities = (Object.keys(entities) as EntityName[]).filter((name) => name !== 'event');

/** Locks the head first: what is read after it stays true. */
export async function prefetch(connection: Connection, expected: readonly Envelope[]): Promise<Prefetched> {
  const unique = (values: readonly string[]): string[] => [...new Set(values)];
  const ids = unique(expected.flatMap(({ input }) => idsIn(input)));
  const actors = unique(expected.map(({ actor }) => actor));
  const devices = unique(expected.map(({ device }) => device));
  const none: Promise<readonly (readonly unknown[])[]> = Promise.resolve([]);
  const ask = (name: string, text: string, keys: readonly string[]) =>
    keys.length === 0 ? none : connection.query({ name, text }, [keys]);

  const [[head = []], decided, known, signedIn, grants, ...rows] = await Promise.all([
    connection.query({ name: 'lock head', text: 'SELECT epoch, seq FROM log_head FOR UPDATE' }, []),
    ask('decided', 'SELECT id, outcome, seq_last FROM command WHERE id = ANY($1)', unique(expected.map(({ id }) => id))),
    ask('devices', 'SELECT id, last_dseq, revoked_at_ms FROM device WHERE id = ANY($1)', devices),
    ask('signed in', 'SELECT device, person FROM sign_in WHERE device = ANY($1)', devices),
    ask('grants', `SELECT ${listed(entityPlans.grant)} FROM grants WHERE person_id = ANY($1) ORDER BY id`, actors),
    ...namedEntities.map((entity) => {
      const plan = entityPlans[entity];
      return ask(`named ${entity}`, `SELECT ${listed(plan)} FROM ${plan.table} WHERE id = ANY($1)`, ids);
    }),
  ]);
  const allGrants = grants.map((values) => toRow('grant', named(entityPlans.grant, values)));
  return {
    head: { epoch: Number(head[0]), seq: Number(head[1]) },
    asked: new Set(expected.map(({ id }) => id)),
    decided: new Map(decided.map(([id, outcome, seqLast]) => [String(id), asDecided(outcome, seqLast)])),
    devices: new Map(known.map(([id, dseq, revoked]) => [String(id), { lastDseq: Number(dseq), revoked: revoked !== null }])),
    signedIn: new Set(signedIn.map(([device, person]) => `${device} ${person}`)),
    grants: new Map(actors.map((actor) => [actor, allGrants.filter(({ personId }) => personId === actor)])),
    ids,
    rows: rows.flatMap((found, place) => {
      const entity = namedEntities[place];
      return entity === undefined
        ? []
        : found.map((values) => ({ entity, row: toRow(entity, named(entityPlans[entity], values)) }));
    }),
  };
}

export const asDecided = (outcome: unknown, seqLast: unknown): Decided => ({
  outcome: outcome as Outcome, // written by keepCommand
  seqLast: Number(seqLast),
});

const idsAtMost = 50;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The first ids among a command's values, however deep. */
function idsIn(input: unknown, found: string[] = []): string[] {
  if (found.length >= idsAtMost) return found;
  if (typeof input === 'string') {
    if (isId.test(input)) found.push(input);
  } else if (typeof input === 'object' && input !== null) {
    for (const value of Object.values(input)) idsIn(value, found);
  }
  return found;
}
