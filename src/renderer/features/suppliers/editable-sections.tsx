import type { ReactNode } from 'react';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import type { EditPart } from './edit-panel.tsx';
import { SupplierAddresses, SupplierContacts, SupplierEInvoice, SupplierExternalIds } from './supplier-sections.tsx';

type Props = {
  readonly card: SupplierCard;
  readonly whyNot?: string | undefined;
  readonly onEdit: (part: EditPart) => void;
};

/** What one person may change alone, a section each, with its button. */
export function EditableSections({ card: { supplier, externalIds }, whyNot, onEdit }: Props) {
  const { supplierFacts } = useText();
  const section = (part: Exclude<EditPart, 'facts'>, title: string, content: ReactNode) => (
    <RecordSection
      key={part}
      title={title}
      acts={
        <Button small name={fill(supplierFacts.changeName, { what: title })} whyNot={whyNot} onClick={() => onEdit(part)}>
          {supplierFacts.change}
        </Button>
      }
    >
      {content}
    </RecordSection>
  );
  return (
    <>
      {section('addresses', supplierFacts.addresses, <SupplierAddresses supplier={supplier} />)}
      {section('contacts', supplierFacts.contacts, <SupplierContacts supplier={supplier} />)}
      {section('eInvoice', supplierFacts.eInvoice, <SupplierEInvoice supplier={supplier} />)}
      {section('ids', supplierFacts.ids, <SupplierExternalIds supplier={supplier} externalIds={externalIds} />)}
    </>
  );
}
