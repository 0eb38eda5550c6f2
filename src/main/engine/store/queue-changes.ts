import type Database from 'better-sqlite3';

/**
 * Two small tables that triggers keep in step with the invoices, whoever writes (a command, the server's entries, work decided once more, a
 * whole scope dropped):
 *
 * `queue_changes`: each invoice that may stand in other views than before, in the order in which it happened; so that counts are put right by
 * looking at these alone. Also those whose lease changed, and those that came to have a twin, or to have none, by another's change. Only the last so
 * many are kept: whoever is further behind counts anew.
 *
 * `queue_twins`: what more than one invoice shares of sender and look-alike number. Few do, and so those that do are found first.
 */
const keptChanges = 10_000;

/** Of an invoice: all that a filter or an order asks. */
const asked = [
  ...['scope', 'queue', 'document_type', 'supplier_id', 'number', 'invoice_day', 'total_minor', 'currency', 'supplier_name'],
  ...[
    'sort_supplier',
    'sort_number',
    'sort_due',
    'sort_total',
    'received_at_ms',
    'returns_on',
    'unit_id',
    'verified_at_ms',
    'released_twins',
  ],
];
const twinKey = ['sender_key', 'number_skeleton'];
const differ = (columns: readonly string[]): string => columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');

const note = (row: 'new' | 'old'): string => `INSERT INTO queue_changes (id) VALUES (${row}.id)`;
/** The one beside a row that shares its key: where there are several, they are twins with or without this one. */
const noteTwin = (row: 'new' | 'old'): string =>
  `INSERT INTO queue_changes (id) SELECT min(id) FROM (SELECT id FROM supplier_invoices WHERE ${sameKey('supplier_invoices', row)} AND id <> ${row}.id LIMIT 2)
    HAVING count(*) = 1`;
const sameKey = (one: string, other: string): string =>
  twinKey.map((column) => `${one}.${column} = ${other}.${column}`).join(' AND ');
const hasTwin = (row: 'new' | 'old'): string =>
  `EXISTS (SELECT 1 FROM supplier_invoices o WHERE ${sameKey('o', row)} AND o.id <> ${row}.id)`;
const join = (row: 'new'): string =>
  // Not OR IGNORE: within a trigger the policy of the statement that fired it holds, and rows are inserted OR FAIL.
  `INSERT INTO queue_twins SELECT ${twinKey.map((column) => `${row}.${column}`).join(', ')} WHERE ${hasTwin(row)}
    AND NOT EXISTS (SELECT 1 FROM queue_twins WHERE ${sameKey('queue_twins', row)})`;
const part = `DELETE FROM queue_twins WHERE ${sameKey('queue_twins', 'old')}
  AND (SELECT count(*) FROM (SELECT 1 FROM supplier_invoices o WHERE ${sameKey('o', 'old')} LIMIT 2)) < 2`;

const triggers: { readonly [name: string]: string } = {
  queue_changes_put: `AFTER INSERT ON supplier_invoices BEGIN ${note('new')}; END`,
  queue_changes_changed: `AFTER UPDATE ON supplier_invoices WHEN ${differ([...asked, ...twinKey])} BEGIN ${note('new')}; END`,
  queue_changes_gone: `AFTER DELETE ON supplier_invoices BEGIN ${note('old')}; END`,
  queue_changes_twins_put: `AFTER INSERT ON supplier_invoices WHEN ${hasTwin('new')} BEGIN ${noteTwin('new')}; ${join('new')}; END`,
  queue_changes_twins_changed: `AFTER UPDATE ON supplier_invoices WHEN ${differ(twinKey)}
    BEGIN ${noteTwin('old')}; ${noteTwin('new')}; ${part}; ${join('new')}; END`,
  queue_changes_twins_gone: `AFTER DELETE ON supplier_invoices BEGIN ${noteTwin('old')}; ${part}; END`,
  queue_changes_lease_put: `AFTER INSERT ON leases BEGIN ${note('new')}; END`,
  queue_changes_lease_changed: `AFTER UPDATE ON leases BEGIN ${note('new')}; END`,
  queue_changes_lease_gone: `AFTER DELETE ON leases BEGIN ${note('old')}; END`,
  queue_changes_kept: `AFTER INSERT ON queue_changes WHEN new.seq % ${keptChanges} = 0
    BEGIN DELETE FROM queue_changes WHERE seq <= new.seq - ${keptChanges}; END`,
};

/** Makes them where they are not, also where a migration made a table anew and its triggers went with it. */
export function keepQueueChanges(connection: Database.Database): void {
  const kept = connection
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE name GLOB 'queue_changes_*'")
    .all();
  const isWhole = Object.entries(triggers).every(([name, body]) =>
    kept.some((one) => one.name === name && one.sql.endsWith(body)),
  );
  if (isWhole) return;
  connection.transaction(() => {
    for (const { name } of kept) connection.exec(`DROP TRIGGER IF EXISTS ${name}`);
    connection.exec(`
      DROP TABLE IF EXISTS queue_changes;
      CREATE TABLE queue_changes (seq INTEGER PRIMARY KEY, id TEXT NOT NULL);
      DROP TABLE IF EXISTS queue_twins;
      CREATE TABLE queue_twins (sender_key TEXT NOT NULL, number_skeleton TEXT NOT NULL, PRIMARY KEY (sender_key, number_skeleton)) WITHOUT ROWID;
      INSERT INTO queue_twins SELECT sender_key, number_skeleton FROM supplier_invoices
        WHERE sender_key IS NOT NULL AND number_skeleton IS NOT NULL GROUP BY sender_key, number_skeleton HAVING count(*) > 1;
    `);
    for (const [name, body] of Object.entries(triggers)) connection.exec(`CREATE TRIGGER ${name} ${body}`);
  })();
}
