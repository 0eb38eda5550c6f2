import type Database from 'better-sqlite3';
import type { Store } from '../../../shared/run/store.ts';
import { invoiceHistory, undoableSteps } from './history.ts';
import { ruleCard, rulesOfSupplier } from './learned-rules.ts';
import { queueCounts } from './queue-counts.ts';
import { queueList } from './queue-list.ts';
import { registerSearch } from './register-search.ts';
import { sourceFiles } from './source-files.ts';
import { supplierCard, suppliersList } from './suppliers.ts';
import { verifiedInvoices } from './verified-invoices.ts';
import { openBlobs } from './work-blobs.ts';

/** What the statements that every page shares are prepared as, once for each file. */
export function prepareQueries({ reader, store }: { readonly reader: Database.Database; readonly store: Store }) {
  return {
    list: queueList(reader),
    counts: queueCounts(reader),
    history: invoiceHistory(reader),
    undoable: undoableSteps(reader),
    suppliers: suppliersList(reader),
    search: registerSearch(reader),
    supplier: supplierCard(reader, store),
    files: sourceFiles(reader),
    rules: rulesOfSupplier(reader),
    rule: ruleCard(reader),
    verified: verifiedInvoices(reader),
    openBlobs: openBlobs(reader),
  };
}
