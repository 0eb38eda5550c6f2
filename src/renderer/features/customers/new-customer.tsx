import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { CustomerId } from '../../../shared/domain/customers/index.ts';
import { useSay } from '../../messages.ts';
import { firstOwner, OwnerInput } from '../../register-card/owner-input.tsx';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { draftOfSearch } from './customer-draft.ts';
import { CustomerFields } from './customer-fields.tsx';
import { useDraft } from './use-draft.ts';

type Props = {
  readonly startsWith: string;
  /** Some that are like it stand beside. */
  readonly hasClose: boolean;
  readonly onClose: () => void;
  readonly onRegistered: (customerId: CustomerId) => void;
};

/** Puts a new customer in the register (kundupplägg), or opens the one that has the number already. */
export function NewCustomer({ startsWith, hasClose, onClose, onRegistered }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  const { data: owners } = useEngineQuery('registers/owners', { register: 'customer' });
  const { draft, change, result, errorOf, noteTried } = useDraft(() => draftOfSearch(startsWith, today));
  const [chosen, setChosen] = useState<string | null>();
  const [isProtected, setIsProtected] = useState(false);
  const unitId = chosen === undefined && owners !== undefined ? firstOwner(owners) : (chosen ?? null);

  const register = async () => {
    noteTried();
    if (!result.ok) return;
    const customerId = asId<'customer'>(uuid());
    const done = await execute('customers/register', { customerId, ...result.value, isProtected, unitId });
    if (done.ok) {
      say('note', fill(t.customers.registered, { name: result.value.name }));
      onRegistered(customerId);
    } else if (done.error.code === 'already-registered' && 'customerId' in done.error) onRegistered(done.error.customerId);
  };
  return (
    <Panel title={t.customers.add} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void register()}>
        {hasClose && <Notice kind="info">{t.customers.closest}</Notice>}
        <CustomerFields draft={draft} onChange={change} errorOf={errorOf} />
        <SelectInput
          label={t.customers.isProtected}
          value={isProtected ? 'yes' : 'no'}
          choices={[
            { value: 'no', text: t.customers.protectNo },
            { value: 'yes', text: t.customers.protectYes },
          ]}
          onChange={(answer) => setIsProtected(answer === 'yes')}
        />
        {owners !== undefined && <OwnerInput owners={owners} unitId={unitId} onChange={setChosen} />}
        <Button look="primary" onClick={() => void register()}>
          {t.customers.register}
        </Button>
      </Form>
    </Panel>
  );
}
