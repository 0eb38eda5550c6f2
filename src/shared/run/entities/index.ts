import { grant, person, roleChange } from './access.ts';
import { article, articlePrice } from './articles.ts';
import { calendar } from './calendar.ts';
import { callNote, callReason } from './call-notes.ts';
import { customer, customerExternalId } from './customers.ts';
import { dismissedTwins } from './dismissed-twins.ts';
import { event } from './event.ts';
import { learnedRule } from './learned-rule.ts';
import { lease } from './lease.ts';
import { registerChange } from './register-change.ts';
import { savedView } from './saved-view.ts';
import { sourceFile } from './source-file.ts';
import { controlFinding, controlVerdict, warningListEntry } from './supplier-control.ts';
import { supplierInvoice } from './supplier-invoice.ts';
import { paymentNumber, supplier, supplierExternalId } from './suppliers.ts';

/** Every entity of the program. Both databases' tables are made from these. */
export const entities = {
  person,
  grant,
  roleChange,
  supplier,
  paymentNumber,
  supplierExternalId,
  registerChange,
  customer,
  customerExternalId,
  article,
  articlePrice,
  sourceFile,
  supplierInvoice,
  learnedRule,
  dismissedTwins,
  controlVerdict,
  controlFinding,
  warningListEntry,
  calendar,
  callNote,
  callReason,
  savedView,
  lease,
  event,
};

export type Entities = typeof entities;
export type EntityName = keyof Entities;
type Rows = { [Name in EntityName]: Parameters<Entities[Name]['scope']>[0] };
export type RowOf<Name extends EntityName> = Rows[Name];
export type LookupOf<Name extends EntityName> = keyof Entities[Name]['lookups'] & string;
