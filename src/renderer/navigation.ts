import { createContext, useContext } from 'react';
import type { CommandId, Id, SourceFileId, SupplierId, SupplierInvoiceId } from '../shared/base/ids.ts';
import type { QueueSort } from '../shared/contract/engine.ts';
import type { FieldName } from '../shared/domain/invoice-fields/index.ts';
import type { ExchangeRegister } from '../shared/domain/register-exchange/index.ts';
import type { Queue } from '../shared/domain/supplier-invoices/index.ts';

export type QueueView = {
  readonly queue: Queue | 'all';
  readonly sort: QueueSort;
  readonly descending: boolean;
  /** What else must hold: see docs/filter-language.md. */
  readonly filter?: string;
};

/** Where an invoice is opened from no queue in particular. */
export const anyView: QueueView = { queue: 'to-verify', sort: 'received', descending: false };

export type FocusOn = { readonly field: FieldName };

/** Where in the program the clerk is. */
export type Place =
  | { readonly at: 'today' }
  /** With a view: what is shown, in place of what one looked at last. */
  | { readonly at: 'queue'; readonly view?: QueueView }
  /** `view` is the queue that it was opened from: previous and next are its neighbours there. */
  | {
      readonly at: 'invoice';
      readonly invoiceId: SupplierInvoiceId;
      readonly view: QueueView;
      /** Where the focus goes; a new object each time that it is to go there. */
      readonly focusOn?: FocusOn;
      /** The file whose contact sheet it was opened from: Esc goes back there. */
      readonly fromFile?: SourceFileId;
      /** It was opened from *Idag*: Esc goes back there. */
      readonly fromToday?: boolean;
    }
  /** Fields of one kind, of many invoices, looked through in a row. */
  | { readonly at: 'sweep' }
  /** With a file: the contact sheet of its pages. */
  | { readonly at: 'intake'; readonly fileId?: SourceFileId }
  | { readonly at: 'suppliers'; readonly supplierId?: SupplierId }
  | { readonly at: 'customers'; readonly customerId?: Id<'customer'> }
  /** Notes of telephone calls, and the one that is shown first. */
  | { readonly at: 'calls'; readonly callId?: Id<'callNote'> }
  | { readonly at: 'articles'; readonly articleId?: Id<'article'> }
  /** A register's file taken in, or the register written to one; the one that it is begun with. */
  | { readonly at: 'register-import'; readonly register?: ExchangeRegister }
  | { readonly at: 'register-twins' }
  /** What waits in the registers, of all kinds. */
  | { readonly at: 'register-queue' }
  /** The inbox of controls of suppliers, and the finding that is shown first. */
  | { readonly at: 'supplier-control'; readonly findingId?: Id<'controlFinding'> }
  /** Changes that wait for a second person. */
  | { readonly at: 'changes'; readonly changeId?: Id<'registerChange'> }
  /** Who has which roles, and what is asked for. */
  | { readonly at: 'access' }
  /** How the work goes: what waits, and what became of a period. */
  | { readonly at: 'overview' }
  /** Faults on invoices in figures. */
  | { readonly at: 'faults' }
  | { readonly at: 'calendars' }
  | { readonly at: 'settings' }
  /** Refused work beside what the server has. */
  | { readonly at: 'conflict'; readonly commandId: CommandId };

export const NavigationContext = createContext<(place: Place) => void>(() => {});

export const useGo = (): ((place: Place) => void) => useContext(NavigationContext);
