import type { ShownSupplier, SupplierFacts } from '../../../shared/domain/suppliers/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';

/** Saves facts of a supplier and closes the form; what is wrong is said, and the form stays. */
export function useChangeFacts({ id, name }: ShownSupplier, onClose: () => void) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  return async (facts: SupplierFacts, protect = false) => {
    const changed = await execute('suppliers/change-facts', { supplierId: id, facts, ...(protect && { protect }) });
    if (!changed.ok && changed.error.code !== 'nothing-to-do') return;
    if (changed.ok) say('note', fill(t.supplierCard.saved, { name: facts.name ?? name }));
    onClose();
  };
}
