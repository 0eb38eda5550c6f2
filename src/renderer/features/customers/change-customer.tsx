import type { Revealed } from '../../../shared/contract/customers-and-articles.ts';
import type { ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useExecute } from '../../use-execute.ts';
import { changesOf, draftOf, isCovered, knownFacts } from './customer-draft.ts';
import { CustomerFields } from './customer-fields.tsx';
import { useDraft } from './use-draft.ts';

type Props = { readonly customer: ShownCustomer; readonly revealed: Revealed | null; readonly onClose: () => void };

/** Changes what is known of a customer. What is covered stays as it is, unless it is replaced. */
export function ChangeCustomer({ customer, revealed, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const known = knownFacts(customer, revealed);
  const { draft, change, result, errorOf, noteTried } = useDraft(() => draftOf(known, customer.personalNumber !== undefined));

  const save = async () => {
    noteTried();
    if (!result.ok) return;
    const facts = changesOf(customer, known, result.value, draft.kind);
    if (Object.keys(facts).length === 0) return onClose();
    const changed = await execute('customers/change-facts', { customerId: customer.id, facts, protect: false });
    if (!changed.ok) return;
    say('note', fill(t.customers.saved, { name: result.value.name }));
    onClose();
  };
  return (
    <Panel title={t.customers.edit} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void save()}>
        <CustomerFields
          draft={draft}
          onChange={change}
          errorOf={errorOf}
          coveredNumber={revealed === null ? customer.personalNumber : undefined}
          isCovered={isCovered(customer, revealed)}
        />
        <Button look="primary" onClick={() => void save()}>
          {t.customers.save}
        </Button>
      </Form>
    </Panel>
  );
}
