import { useMemo, useState } from 'react';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { SupplierRow } from '../../../shared/contract/engine.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { showPaymentNumber } from '../../change-sentences.ts';
import { useGo } from '../../navigation.ts';
import { useWhyNot } from '../../session.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AddIcon, BuildingIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
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
  const [adding, setAdding] = useState(false);
  const mayNotRegister = useWhyNot('suppliers.register');
  const { data: rows = none, isPending } = useEngineQuery('suppliers/list', { search, limit: mostRows });
  const columns = useMemo(() => supplierColumns(t), [t]);
  const open = (id: SupplierId) => {
    setAdding(false);
    go({ at: 'suppliers', supplierId: id });
  };
  const add = () => (mayNotRegister === undefined ? setAdding(true) : undefined);
  useKeys({ addRow: add });
  return (
    <Screen
      title={t.suppliers.title}
      tabs={<SearchBox label={t.common.search} hint={t.suppliers.searchHint} value={search} onChange={setSearch} />}
      actions={
        <>
          <RegisterLinks />
          <Button icon={<AddIcon />} whyNot={mayNotRegister} hint="Ctrl+N" onClick={add}>
            {t.suppliers.add}
          </Button>
        </>
      }
    >
      <SideBySide
        even
        left={
          rows.length === 0 && !isPending ? (
            <EmptyState icon={<BuildingIcon aria-hidden />} title={t.suppliers.none} hint={t.suppliers.noneHint} />
          ) : (
            <DataTable
              name={t.suppliers.table}
              rows={rows}
              columns={columns}
              rowKey={rowKey}
              onOpen={({ id }) => open(id)}
              startKey={supplierId}
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
            <NewSupplier startsWith={search} onClose={() => setAdding(false)} onRegistered={open} />
          ) : supplierId === undefined ? (
            <EmptyState icon={<BuildingIcon aria-hidden />} title={t.suppliers.pick} />
          ) : (
            <SupplierCardPane supplierId={supplierId} />
          )
        }
      />
    </Screen>
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
