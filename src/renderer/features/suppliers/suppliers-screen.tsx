import { useMemo, useState } from 'react';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierRow } from '../../../shared/contract/engine.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { showPaymentNumber } from '../../change-sentences.ts';
import { useGo } from '../../navigation.ts';
import { RegisterScreen } from '../../register-card/register-screen.tsx';
import { useWhyNot } from '../../session.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { BuildingIcon } from '../../ui/icons.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import { NewSupplier } from './new-supplier.tsx';
import { RegisterLinks } from './register-links.tsx';
import { SupplierCardPane } from './supplier-card-pane.tsx';

type Props = { readonly supplierId: SupplierId | undefined };
const mostRows = 200;

/** Leverantörer: search first; a new one is offered after a search, beside those that are like it. */
export function SuppliersScreen({ supplierId }: Props) {
  const t = useText();
  const go = useGo();
  const [search, setSearch] = useState('');
  const mayNotRegister = useWhyNot('suppliers.register');
  const noServer = useWhyNoServer();
  const { data: rows = none, isPending } = useEngineQuery('suppliers/list', { search, limit: mostRows });
  const columns = useMemo(() => supplierColumns(t), [t]);
  const open = (id: SupplierId) => go({ at: 'suppliers', supplierId: id });
  return (
    <RegisterScreen
      words={t.suppliers}
      icon={<BuildingIcon aria-hidden />}
      search={search}
      onSearch={setSearch}
      rows={rows}
      isPending={isPending}
      columns={columns}
      idOf={rowKey}
      chosenId={supplierId}
      onOpen={({ id }) => open(id)}
      links={<RegisterLinks />}
      whyNotAdd={mayNotRegister ?? noServer}
      form={(close) => (
        <NewSupplier
          startsWith={search}
          onClose={close}
          onRegistered={(id) => {
            close();
            open(id);
          }}
        />
      )}
      card={supplierId !== undefined && <SupplierCardPane supplierId={supplierId} />}
    />
  );
}

const none: readonly SupplierRow[] = [];
const rowKey = ({ id }: SupplierRow): string => id;

function supplierColumns(t: Texts): readonly Column<SupplierRow>[] {
  const { columns } = t.suppliers;
  const payment = ({ paymentNumbers }: SupplierRow) =>
    paymentNumbers.map(({ kind, number }) => showPaymentNumber({ kind, number }, t)).join(', ');
  return [
    { id: 'name', header: columns.name, width: 13, grow: 3, text: ({ name }) => name, cell: ({ name }) => name },
    {
      id: 'organisationNumber',
      header: columns.organisationNumber,
      width: 8.5,
      cell: ({ organisationNumber }) =>
        organisationNumber === null ? t.common.none : showValue('organisation-number', organisationNumber),
    },
    { id: 'city', header: columns.city, width: 7, grow: 1, cell: ({ city }) => city ?? t.common.none },
    { id: 'payment', header: columns.payment, width: 12, grow: 2, text: payment, cell: payment },
  ];
}
