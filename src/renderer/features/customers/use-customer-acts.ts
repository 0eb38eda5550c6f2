import type { ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';

/** What is done about a customer at one press, or once a reason has been given. */
export function useCustomerActs({ id: customerId, name, endedOn }: ShownCustomer) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  return {
    /** Ends the customer from today, or takes it into use again: the one takes the other back. */
    endOrResume: async () => {
      const done = await execute('customers/end', { customerId, endedOn: endedOn === undefined ? today : null });
      if (done.ok) say('note', fill(endedOn === undefined ? t.supplierCard.endedNow : t.supplierCard.resumedNow, { name }));
    },
    protect: async () => {
      const done = await execute('customers/change-facts', { customerId, facts: {}, protect: true });
      if (done.ok) say('note', t.customers.protectedNow);
    },
    reveal: async (reason: string) => (await execute('customers/reveal-personal-number', { customerId, reason })).ok,
    lift: async (reason: string) => {
      const done = await execute('customers/lift-protection', { customerId, reason });
      if (done.ok) say('note', t.customers.lifted);
      return done.ok;
    },
  };
}
