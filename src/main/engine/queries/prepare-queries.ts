import type Database from 'better-sqlite3';
import type { Store } from '../../../shared/run/store.ts';
import { peopleAndRoles, roleChanges } from './access.ts';
import { articleQueries } from './articles.ts';
import { callNotes } from './call-notes.ts';
import { changesOfImport, importsThatWait } from './changes-of-import.ts';
import { clientsOf } from './clients.ts';
import { controlCounts, warningLists } from './control-counts.ts';
import { customerQueries } from './customers.ts';
import { faultFiguresIn } from './fault-figures.ts';
import { invoiceHistory, undoableSteps } from './history.ts';
import { ruleCard, rulesOfSupplier } from './learned-rules.ts';
import { overviewPeriod } from './overview-period.ts';
import { overviewTouches } from './overview-touches.ts';
import { overviewWaiting } from './overview-waiting.ts';
import { calendarsIn } from './queue-clocks.ts';
import { queueCounts } from './queue-counts.ts';
import { queueLength } from './queue-length.ts';
import { queueList } from './queue-list.ts';
import { changeRevealed, changesOfSupplier, registerChanges } from './register-changes.ts';
import { articleAsOf, customerAsOf, registerHistory, supplierAsOf } from './register-history.ts';
import { registerHitOf } from './register-hits.ts';
import { registerSearch } from './register-search.ts';
import { sourceFiles } from './source-files.ts';
import { controlInbox, invoiceControls, supplierControls } from './supplier-control.ts';
import { supplierCard, supplierRevealed, suppliersList } from './suppliers.ts';
import { sweepFields } from './sweep-fields.ts';
import { workToday } from './today.ts';
import { verifiedInvoices } from './verified-invoices.ts';
import { viewCounts } from './view-counts.ts';
import { openBlobs } from './work-blobs.ts';
import { workNext } from './work-next.ts';

/** What the statements that every page shares are prepared as, once for each file. */
export function prepareQueries({ reader, store }: { readonly reader: Database.Database; readonly store: Store }) {
  const search = registerSearch(reader);
  const counted = viewCounts(reader);
  const length = queueLength(reader, counted);
  return {
    list: queueList(reader, length),
    length,
    counts: queueCounts(reader),
    viewCounts: counted,
    calendars: calendarsIn(reader),
    workNext: workNext(reader),
    workToday: workToday(reader),
    sweepFields: sweepFields(reader),
    faultFigures: faultFiguresIn(reader),
    overviewWaiting: overviewWaiting(reader),
    overviewPeriod: overviewPeriod(reader),
    overviewTouches: overviewTouches(reader),
    history: invoiceHistory(reader),
    undoable: undoableSteps(reader),
    suppliers: suppliersList(reader, search),
    search,
    registerHit: registerHitOf(reader),
    lives: {
      supplier: registerHistory(reader, 'supplier'),
      customer: registerHistory(reader, 'customer'),
      article: registerHistory(reader, 'article'),
    },
    asOf: { supplier: supplierAsOf(reader), customer: customerAsOf(reader), article: articleAsOf(reader) },
    supplier: supplierCard(reader, store),
    supplierRevealed: supplierRevealed(store),
    changeRevealed: changeRevealed(store),
    peopleAndRoles: peopleAndRoles(reader, store),
    roleChanges: roleChanges(reader, store),
    changes: registerChanges(reader, store),
    changesOf: changesOfSupplier(reader, store),
    importsThatWait: importsThatWait(reader),
    changesOfImport: changesOfImport(reader, store),
    customers: customerQueries(reader, store, search),
    articles: articleQueries(reader, store, search),
    clients: clientsOf(reader),
    callNotes: callNotes(reader),
    files: sourceFiles(reader),
    rules: rulesOfSupplier(reader),
    rule: ruleCard(reader),
    controlCounts: controlCounts(reader),
    warningLists: warningLists(reader),
    controlInbox: controlInbox(reader),
    supplierControls: supplierControls(reader, store),
    invoiceControls: invoiceControls(reader, store),
    verified: verifiedInvoices(reader),
    openBlobs: openBlobs(reader),
  };
}
