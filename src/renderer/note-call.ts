import { createContext, useContext } from 'react';
import type { SupplierInvoiceId } from '../shared/base/ids.ts';
import type { CallNoteCard, Named } from '../shared/contract/call-notes.ts';

/** What a call that is noted is about, as far as that is known where one stands; or the note that is to be corrected. */
export type CallBegun = {
  readonly unitId?: string;
  readonly invoice?: Named<SupplierInvoiceId>;
  readonly supplier?: Named;
  readonly customer?: Named;
  readonly corrects?: CallNoteCard;
};

/** Opens the side panel in which a call is noted. It stands here and not in app/, since features open it too. */
export const NoteCallContext = createContext<(begun: CallBegun) => void>(() => {});

export const useNoteCall = (): ((begun: CallBegun) => void) => useContext(NoteCallContext);
