import type { Day } from '../../../shared/base/day.ts';
import type { ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { ThenSection } from '../../register-card/then-section.tsx';
import { useText } from '../../text/use-text.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { Addresses, CustomerFactList } from './customer-facts.tsx';

type Props = { readonly now: ShownCustomer; readonly day: Day; readonly onBack: () => void };

/** The customer as it stood in the register when a day had ended. */
export function CustomerThen({ now, day, onBack }: Props) {
  const t = useText();
  const { data } = useEngineQuery('registers/as-of', { register: 'customer', id: now.id, day }, { fresh: true });
  if (data === undefined) return null;
  const customer = data?.register === 'customer' ? data.customer : null;
  return (
    <ThenSection day={day} name={customer?.name ?? null} notThen={t.customers.notThen} onBack={onBack}>
      {customer !== null && (
        <>
          <CustomerFactList customer={customer} />
          <Addresses addresses={customer.addresses} hidden={now.isProtected || customer.isProtected} day={day} />
        </>
      )}
    </ThenSection>
  );
}
