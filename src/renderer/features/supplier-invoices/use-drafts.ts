import { useCallback, useState } from 'react';
import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import type { Draft, Drafts } from './station-facts.ts';

/** What was typed and not let go of, by person and invoice: it is there again when the clerk comes back. */
const kept = new Map<string, Drafts>();

export function useDrafts(key: string) {
  const [held, setHeld] = useState<{ readonly key: string; readonly drafts: Drafts }>({ key, drafts: kept.get(key) ?? {} });
  const drafts = held.key === key ? held.drafts : (kept.get(key) ?? {});

  const change = useCallback(
    (name: FieldName, draft: Draft | undefined) => {
      const { [name]: _, ...others } = kept.get(key) ?? {};
      const next: Drafts = draft === undefined ? others : { ...others, [name]: draft };
      if (Object.keys(next).length === 0) kept.delete(key);
      else kept.set(key, next);
      setHeld({ key, drafts: next });
    },
    [key],
  );
  /** As it is this moment, also before React has drawn anew. */
  const now = useCallback((): Drafts => kept.get(key) ?? {}, [key]);
  return { drafts, change, now };
}
