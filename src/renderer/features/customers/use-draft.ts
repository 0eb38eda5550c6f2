import { useState } from 'react';
import type { Result } from '../../../shared/base/result.ts';
import type { CustomerFacts } from '../../../shared/domain/customers/index.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { type CustomerDraft, type DraftFault, type DraftField, factsOfDraft } from './customer-draft.ts';

export type Draft = {
  readonly draft: CustomerDraft;
  readonly change: (facts: Partial<CustomerDraft>) => void;
  readonly result: Result<CustomerFacts, DraftFault>;
  /** What is wrong with a field, in words: of numbers while they are typed, of the rest once it has been tried. */
  readonly errorOf: (field: DraftField) => string | undefined;
  readonly noteTried: () => void;
};

/** Facts of a customer while they are typed, judged by the register's own rule. */
export function useDraft(start: () => CustomerDraft): Draft {
  const t = useText();
  const { today } = useSession();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const result = factsOfDraft(draft, today);
  // A nameless draft fails on its name first; what is wrong with its numbers is told all the same.
  const judged = factsOfDraft({ ...draft, name: draft.name.trim() === '' ? '-' : draft.name }, today);
  const errorOf = (field: DraftField): string | undefined => {
    const early = asTyped.includes(field) && !judged.ok && judged.error.field === field ? judged.error : undefined;
    const fault = early ?? (tried && !result.ok && result.error.field === field ? result.error : undefined);
    if (fault === undefined) return undefined;
    if (fault.code === 'not-a-day') return t.typed['not-a-day'];
    return fault.code === 'id-incomplete' ? t.customers.idIncomplete : t.rejected[fault.code];
  };
  return {
    draft,
    change: (facts) => setDraft((before) => ({ ...before, ...facts })),
    result,
    errorOf,
    noteTried: () => setTried(true),
  };
}

const asTyped: readonly DraftField[] = ['organisationNumber', 'personalNumber', 'eInvoiceAddress'];
