import { useMemo, useState } from 'react';
import type { CustomerId, ShownCustomer } from '../../../shared/domain/customers/index.ts';
import { useGo } from '../../navigation.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddIcon, CustomerIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { useKeys } from '../../ui/use-keys.ts';
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
  const [adding, setAdding] = useState(false);
  const mayNot = useWhyNot('customers.keep');
  const { data, isPending } = useEngineQuery(
    'customers/list',
    { text: search, after: null, limit: mostRows },
    { when: mayNot === undefined },
  );
  const rows = data?.rows ?? none;
  const columns = useMemo(() => customerColumns(today, t), [today, t]);
  const whyNotAdd = mayNot ?? (search.trim() === '' ? t.customers.searchFirst : undefined);
  const add = () => (whyNotAdd === undefined ? setAdding(true) : undefined);
  const open = (id: CustomerId) => {
    setAdding(false);
    go({ at: 'customers', customerId: id });
  };
  useKeys({ addRow: add });
  if (mayNot !== undefined)
    return (
      <Screen title={t.customers.title}>
        <EmptyState icon={<CustomerIcon aria-hidden />} title={t.customers.mayNot} hint={mayNot} />
      </Screen>
    );
  return (
    <Screen
      title={t.customers.title}
      tabs={<SearchBox label={t.common.search} hint={t.customers.searchHint} value={search} onChange={setSearch} />}
      actions={
        <>
          <Button onClick={() => go({ at: 'register-import', register: 'customers' })}>{t.registerImport.open}</Button>
          <Button icon={<AddIcon />} whyNot={whyNotAdd} hint="Ctrl+N" onClick={add}>
            {t.customers.add}
          </Button>
        </>
      }
    >
      <SideBySide
        even
        left={
          rows.length === 0 && !isPending ? (
            <EmptyState icon={<CustomerIcon aria-hidden />} title={t.customers.none} hint={t.customers.noneHint} />
          ) : (
            <DataTable
              name={t.customers.table}
              rows={rows}
              columns={columns}
              rowKey={rowKey}
              onOpen={({ id }) => open(id)}
              startKey={customerId}
              sortWords={{
                ascending: t.queueScreen.ascending,
                descending: t.queueScreen.descending,
                hint: t.queueScreen.sortHint,
              }}
            />
          )
        }
        right={
          adding ? (
            <NewCustomer startsWith={search} hasClose={rows.length > 0} onClose={() => setAdding(false)} onRegistered={open} />
          ) : customerId === undefined ? (
            <EmptyState icon={<CustomerIcon aria-hidden />} title={t.customers.pick} />
          ) : (
            <CustomerCardPane customerId={customerId} />
          )
        }
      />
    </Screen>
  );
}

const none: readonly ShownCustomer[] = [];
const rowKey = ({ id }: ShownCustomer): string => id;
