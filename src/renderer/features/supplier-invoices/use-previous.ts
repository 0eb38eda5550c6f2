import { useCallback } from 'react';
import { type FieldName, fieldKinds, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';
import type { Station } from './use-station.ts';

/** Fills a field as it stands on the supplier's last invoice; it is typed, not yet settled, and says so. */
export function usePrevious({ facts, changeDraft }: Pick<Station, 'facts' | 'changeDraft'>): (field: FieldName) => Promise<void> {
  const engine = useEngine();
  const say = useSay();
  const t = useText();
  const { id: invoiceId } = facts;
  return useCallback(
    async (field) => {
      const value = await engine.query('supplier-invoices/previous-value', { invoiceId, field });
      const named = { field: t.field[field] };
      if (value === null) return say('note', fill(t.previous.none, named));
      changeDraft(field, { text: showValue(fieldKinds[field], value), page: null, box: null, pointed: false });
      say('note', fill(t.previous.copied, named));
    },
    [engine, say, t, invoiceId, changeDraft],
  );
}
