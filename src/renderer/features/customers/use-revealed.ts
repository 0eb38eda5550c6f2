import type { Revealed } from '../../../shared/contract/customers-and-articles.ts';
import type { CustomerId } from '../../../shared/domain/customers/index.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useUntil } from '../../use-until.ts';

/** What has been uncovered for this person, for as long as that is so. */
export function useRevealed(customerId: CustomerId): Revealed | null {
  const { data } = useEngineQuery('customers/revealed', { customerId }, { fresh: true });
  const isShown = useUntil(data?.untilMs);
  return isShown && data ? data : null;
}
