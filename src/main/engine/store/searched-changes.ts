import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';

/**
 * Invoices whose search has to be brought level: triggers write down each that changed, whoever wrote (a command, the server's entries, work
 * decided once more, a whole scope dropped), in the order in which it happened. What reads it lies in a file of its own and remembers how far
 * it came: see queries/search/search-file.ts. `searched_source` names this line of changes; where it is another, all is searched anew.
 */
const told = ['fields', 'pages', 'unit_id', 'supplier_id'] as const;
const differs = told.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');

const triggers: { readonly [name: string]: string } = {
  searched_invoice_put: 'AFTER INSERT ON supplier_invoices BEGIN INSERT INTO searched_changes (id) VALUES (new.id); END',
  searched_invoice_changed: `AFTER UPDATE ON supplier_invoices WHEN ${differs} BEGIN INSERT INTO searched_changes (id) VALUES (new.id); END`,
  searched_invoice_gone: 'AFTER DELETE ON supplier_invoices BEGIN INSERT INTO searched_changes (id) VALUES (old.id); END',
  // What stands on the invoices of a protected identity leads there.
  searched_sender_covered: `AFTER UPDATE OF protected_by ON suppliers WHEN old.protected_by IS NOT new.protected_by
    BEGIN INSERT INTO searched_changes (id) SELECT id FROM supplier_invoices WHERE supplier_id = new.id; END`,
};

/** Makes them where they are not, also where a migration made a table anew and its triggers went with it: then what was missed is not known. */
export function keepSearchedChanges(connection: Database.Database): void {
  const kept = connection
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE name GLOB 'searched_*'")
    .all();
  const isWhole = Object.entries(triggers).every(([name, body]) =>
    kept.some((one) => one.name === name && one.sql.endsWith(body)),
  );
  if (isWhole) return;
  connection.transaction(() => {
    for (const name of Object.keys(triggers)) connection.exec(`DROP TRIGGER IF EXISTS ${name}`);
    connection.exec('CREATE TABLE IF NOT EXISTS searched_changes (seq INTEGER PRIMARY KEY, id TEXT NOT NULL)');
    connection.exec('CREATE TABLE IF NOT EXISTS searched_source (source TEXT NOT NULL); DELETE FROM searched_source');
    connection.prepare('INSERT INTO searched_source VALUES (?)').run(randomBytes(16).toString('hex'));
    for (const [name, body] of Object.entries(triggers)) connection.exec(`CREATE TRIGGER ${name} ${body}`);
  })();
}
