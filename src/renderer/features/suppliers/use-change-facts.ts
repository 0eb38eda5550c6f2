import type { Result } from '../../../shared/base/result.ts';
import type { ShownSupplier, SupplierFacts } from '../../../shared/domain/suppliers/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';

/**
 * Saves facts of a supplier and closes the form; what is wrong is said, and the form stays. The telephone number is a command of its own and goes
 * first: where it is refused, nothing is saved.
 */
export function useChangeFacts({ id, name }: ShownSupplier, onClose: () => void) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  return async ({ phone, ...facts }: SupplierFacts, protect = false) => {
    const phoned = phone === undefined ? undefined : await execute('suppliers/set-phone', { supplierId: id, phone });
    if (isRefused(phoned)) return;
    const isMore = phone === undefined || protect || Object.keys(facts).length > 0;
    const changed = isMore
      ? await execute('suppliers/change-facts', { supplierId: id, facts, ...(protect && { protect }) })
      : undefined;
    if (isRefused(changed)) return;
    if (phoned?.ok === true || changed?.ok === true) say('note', fill(t.supplierCard.saved, { name: facts.name ?? name }));
    onClose();
  };
}

const isRefused = (answer: Result<unknown, { readonly code: string }> | undefined): boolean =>
  answer?.ok === false && answer.error.code !== 'nothing-to-do';
