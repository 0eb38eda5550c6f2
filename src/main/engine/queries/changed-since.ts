import type Database from 'better-sqlite3';

/** Where one has come to: in the line of changes, and in time, for a lease that runs out changes too. */
export type Mark = { readonly seq: number; readonly atMs: number };

/** What has happened to the rows of the queues, as it stands at one moment. */
export type QueueChanges = {
  readonly mark: Mark;
  /** Which rows are seen over this connection at all, in words that can be compared. */
  readonly seen: string;
  /** The ids of the invoices that may stand in other views than at a mark. Undefined: too many, or nobody knows any more. */
  since(mark: Mark): readonly string[] | undefined;
};

/** So many are looked at one by one; of more it is quicker to count anew. */
const mostChanged = 500;

/** Reads the line of changes that store/queue-changes.ts keeps. */
export function changedSince(connection: Database.Database): (atMs: number) => QueueChanges {
  const ends = connection.prepare<[], { first: number | null; last: number | null }>(
    'SELECT (SELECT min(seq) FROM queue_changes) AS first, (SELECT max(seq) FROM queue_changes) AS last',
  );
  const view = connection.prepare<[], string>("SELECT sql FROM temp.sqlite_master WHERE name = 'supplier_invoices'").pluck();
  const changed = connection
    .prepare<unknown[], string>(
      `SELECT DISTINCT id FROM (
         SELECT id FROM queue_changes WHERE seq > @seq
         UNION ALL SELECT id FROM leases WHERE until_ms > @fromMs AND until_ms <= @untilMs
       ) LIMIT ${mostChanged + 1}`,
    )
    .pluck();
  return (atMs) => {
    const { first, last } = ends.get() ?? { first: null, last: null };
    const known = new Map<string, readonly string[] | undefined>();
    const read = ({ seq, atMs: fromMs }: Mark): readonly string[] | undefined => {
      if (seq < (first ?? 1) - 1 || seq > (last ?? 0) || fromMs > atMs) return undefined;
      const ids = changed.all({ seq, fromMs, untilMs: atMs });
      return ids.length > mostChanged ? undefined : ids;
    };
    return {
      mark: { seq: last ?? 0, atMs },
      seen: view.get() ?? '',
      since: (mark) => {
        const name = `${mark.seq} ${mark.atMs}`;
        if (!known.has(name)) known.set(name, read(mark));
        return known.get(name);
      },
    };
  };
}
