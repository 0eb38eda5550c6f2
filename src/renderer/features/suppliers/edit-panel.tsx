import { useState } from 'react';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { useText } from '../../text/use-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { EInvoiceForm } from './e-invoice-form.tsx';
import { ExternalIdForm } from './external-id-form.tsx';
import { FactsForm } from './facts-form.tsx';
import { AddressesForm, ContactsForm } from './rows-forms.tsx';

export const editParts = ['facts', 'addresses', 'contacts', 'eInvoice', 'ids'] as const;
export type EditPart = (typeof editParts)[number];

type Props = { readonly card: SupplierCard; readonly startsAt: EditPart; readonly onClose: () => void };

/** Changes what one person may change alone, a part at a time. */
export function EditPanel({ card, startsAt, onClose }: Props) {
  const t = useText();
  const [part, setPart] = useState(startsAt);
  const { supplier } = card;
  return (
    <Panel title={t.supplierCard.edit} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Stack>
        <SelectInput
          label={t.supplierFacts.changeKind}
          value={part}
          takesFocus
          choices={editParts.map((value) => ({ value, text: t.supplierFacts.parts[value] }))}
          onChange={setPart}
        />
        {part === 'facts' && <FactsForm supplier={supplier} onClose={onClose} />}
        {part === 'addresses' && <AddressesForm supplier={supplier} onClose={onClose} />}
        {part === 'contacts' && <ContactsForm supplier={supplier} onClose={onClose} />}
        {part === 'eInvoice' && <EInvoiceForm supplier={supplier} onClose={onClose} />}
        {part === 'ids' && <ExternalIdForm card={card} onClose={onClose} />}
      </Stack>
    </Panel>
  );
}
