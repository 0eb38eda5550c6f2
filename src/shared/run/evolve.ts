import { evolveGrant, evolvePerson, evolveRoleChange } from '../domain/access/index.ts';
import { evolveArticle, evolveArticlePrice } from '../domain/articles/index.ts';
import { evolveCalendar } from '../domain/calendar/index.ts';
import { evolveCallNote, evolveCallReason } from '../domain/call-notes/index.ts';
import { evolveCustomer, evolveCustomerExternalId } from '../domain/customers/index.ts';
import { evolveSourceFile } from '../domain/intake/index.ts';
import { evolveLearnedRule } from '../domain/learned-rules/index.ts';
import { evolveRegisterChange } from '../domain/register-changes/index.ts';
import { evolveDismissedTwins } from '../domain/register-twins/index.ts';
import { evolveControlFinding, evolveControlVerdict, evolveWarningListEntry } from '../domain/supplier-control/index.ts';
import { evolveSupplierInvoice } from '../domain/supplier-invoices/index.ts';
import { evolvePaymentNumber, evolveSupplier, evolveSupplierExternalId } from '../domain/suppliers/index.ts';
import { evolveLease, evolveSavedView } from '../domain/work-queue/index.ts';
import type { DomainEvent } from './command.ts';
import type { EntityName, RowOf } from './entities/index.ts';

type Subject = DomainEvent['on'];
type EventOn<Name extends Subject> = Extract<DomainEvent, { on: Name }>;

/** How each kind of row becomes the next by an event. An entity without a line here does not compile. */
export const evolvers: { readonly [Name in Subject]: (row: RowOf<Name> | undefined, event: EventOn<Name>) => RowOf<Name> } = {
  person: evolvePerson,
  grant: evolveGrant,
  roleChange: evolveRoleChange,
  supplier: evolveSupplier,
  paymentNumber: evolvePaymentNumber,
  supplierExternalId: evolveSupplierExternalId,
  registerChange: evolveRegisterChange,
  customer: evolveCustomer,
  customerExternalId: evolveCustomerExternalId,
  article: evolveArticle,
  articlePrice: evolveArticlePrice,
  sourceFile: evolveSourceFile,
  supplierInvoice: evolveSupplierInvoice,
  learnedRule: evolveLearnedRule,
  dismissedTwins: evolveDismissedTwins,
  controlVerdict: evolveControlVerdict,
  controlFinding: evolveControlFinding,
  warningListEntry: evolveWarningListEntry,
  calendar: evolveCalendar,
  callNote: evolveCallNote,
  callReason: evolveCallReason,
  savedView: evolveSavedView,
  lease: evolveLease,
};

/** The row of an event's subject after it. */
export function evolve<Name extends Subject & EntityName>(row: RowOf<Name> | undefined, event: EventOn<Name>): RowOf<Name> {
  return evolvers[event.on as Name](row, event);
}
