import { useState } from 'react';
import { fieldKinds, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { SearchList } from '../../ui/search-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly invoice: SupplierInvoice; readonly onClose: () => void };

/** Finds a supplier in the register and ties the invoice to it. */
export function SupplierPanel({ invoice, onClose }: Props) {
  const t = useText();
  const execute = useExecute();
  const say = useSay();
  const [search, setSearch] = useState(invoice.fields.supplierName.value ?? '');
  const { data: found = [] } = useEngineQuery('suppliers/list', { search, limit: 8 });
  const link = async (index: number) => {
    const supplier = found[index];
    if (supplier === undefined) return;
    const result = await execute('supplier-invoices/link-supplier', { invoiceId: invoice.id, supplierId: supplier.id });
    if (!result.ok) return;
    say('note', fill(t.station.linked, { name: supplier.name }));
    onClose();
  };
  return (
    <Panel title={t.station.lookUpTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <SearchList
        label={t.common.search}
        hint={t.station.lookUpHint}
        search={search}
        onSearch={setSearch}
        none={t.station.lookUpNone}
        choices={found.map((supplier) => ({
          key: supplier.id,
          text: supplier.name,
          note: [
            supplier.organisationNumber === null ? '' : showValue(fieldKinds.organisationNumber, supplier.organisationNumber),
            supplier.city ?? '',
          ]
            .filter((part) => part !== '')
            .join(' · '),
        }))}
        onPick={link}
      />
    </Panel>
  );
}
