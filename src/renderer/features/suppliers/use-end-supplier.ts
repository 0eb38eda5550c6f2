import type { Supplier } from '../../../shared/domain/suppliers/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';

/** Ends a supplier from today, or takes it into use again: the one takes the other back. */
export function useEndSupplier({ id, name, endedOn }: Supplier): () => Promise<void> {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  return async () => {
    const done = await execute('suppliers/end', { supplierId: id, endedOn: endedOn === undefined ? today : null });
    if (done.ok) say('note', fill(endedOn === undefined ? t.supplierCard.endedNow : t.supplierCard.resumedNow, { name }));
  };
}
