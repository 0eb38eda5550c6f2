import { useMemo, useState } from 'react';
import type { CustomerId, ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { useGo } from '../../navigation.ts';
import { RegisterScreen } from '../../register-card/register-screen.tsx';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CustomerIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { CustomerCardPane } from './customer-card-pane.tsx';
import { customerColumns } from './customer-columns.tsx';
import { NewCustomer } from './new-customer.tsx';

type Props = { readonly customerId: CustomerId | undefined };
const mostRows = 200;

/** Kunder: search first; a new one is offered after a search, beside those that are like it. */
export function CustomersScreen({ customerId }: Props) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const [search, setSearch] = useState('');
  const mayNot = useWhyNot('customers.keep');
  const { data, isPending } = useEngineQuery(
    'customers/list',
    { text: search, after: null, limit: mostRows },
    { when: mayNot === undefined },
  );
  const rows = data?.rows ?? none;
  const columns = useMemo(() => customerColumns(today, t), [today, t]);
  const whyNotAdd = mayNot ?? (search.trim() === '' ? t.customers.searchFirst : undefined);
  const open = (id: CustomerId) => go({ at: 'customers', customerId: id });
  if (mayNot !== undefined)
    return (
      <Screen title={t.customers.title}>
        <EmptyState icon={<CustomerIcon aria-hidden />} title={t.customers.mayNot} hint={mayNot} />
      </Screen>
    );
  return (
    <RegisterScreen
      words={t.customers}
      icon={<CustomerIcon aria-hidden />}
      search={search}
      onSearch={setSearch}
      rows={rows}
      isPending={isPending}
      columns={columns}
      idOf={rowKey}
      chosenId={customerId}
      onOpen={({ id }) => open(id)}
      links={<Button onClick={() => go({ at: 'register-import', register: 'customers' })}>{t.registerImport.open}</Button>}
      whyNotAdd={whyNotAdd}
      form={(close) => (
        <NewCustomer
          startsWith={search}
          hasClose={rows.length > 0}
          onClose={close}
          onRegistered={(id) => {
            close();
            open(id);
          }}
        />
      )}
      card={customerId !== undefined && <CustomerCardPane customerId={customerId} />}
    />
  );
}

const none: readonly ShownCustomer[] = [];
const rowKey = ({ id }: ShownCustomer): string => id;
