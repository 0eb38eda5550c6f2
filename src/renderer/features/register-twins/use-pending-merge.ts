import { asId } from '../../../shared/base/ids.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import type { TwinPair } from '../../../shared/contract/register-twins.ts';
import { useEngineQuery } from '../../use-engine.ts';

const most = 50;

/** A merge of the one into the other that waits for a second person; undefined when none does. */
export function usePendingMerge({ rows: [one, other] }: TwinPair): RegisterChangeRow | undefined {
  const { data: ofOne = [] } = useEngineQuery('register-changes/of-supplier', {
    supplierId: asId<'supplier'>(one.id),
    limit: most,
  });
  const { data: ofOther = [] } = useEngineQuery('register-changes/of-supplier', {
    supplierId: asId<'supplier'>(other.id),
    limit: most,
  });
  return [...ofOne, ...ofOther].find(
    ({ change: { state, supplierId, wanted } }) =>
      state === 'pending' &&
      wanted.kind === 'merge' &&
      [one.id, other.id].includes(supplierId) &&
      [one.id, other.id].includes(wanted.into),
  );
}
