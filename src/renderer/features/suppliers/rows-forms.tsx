import { useState } from 'react';
import {
  type AddressKind,
  addressFault,
  addressKinds,
  type DatedAddress,
  tidyAddress,
} from '../../../shared/domain/party-facts/index.ts';
import { type Contact, contactFault, type ShownSupplier, tidyContact } from '../../../shared/domain/suppliers/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EditableRows, type RowField, type TypedRow } from '../../ui/editable-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { readDay } from './typed-day.ts';
import { useChangeFacts } from './use-change-facts.ts';

type Props = { readonly supplier: ShownSupplier; readonly onClose: () => void };

const emptyAddress = { kind: 'invoice', street: '', postcode: '', city: '', fromDay: '', throughDay: '' };

/** Where invoices and goods are to be sent, each with the days when it is right. */
export function AddressesForm({ supplier, onClose }: Props) {
  const t = useText();
  const { supplierFacts } = t;
  const { today } = useSession();
  const save = useChangeFacts(supplier, onClose);
  const [rows, setRows] = useState<readonly TypedRow[]>(() =>
    (supplier.addresses ?? []).map(({ fromDay = '', throughDay = '', ...address }) => ({ ...address, fromDay, throughDay })),
  );
  const [tried, setTried] = useState(false);
  const dayFault = (row: TypedRow, name: string) => {
    const day = name === 'fromDay' || name === 'throughDay' ? readDay(row[name] ?? '', today, t) : undefined;
    return day?.ok === false ? day.why : undefined;
  };
  const addressOf = (row: TypedRow): DatedAddress => {
    const [from, through] = [readDay(row.fromDay ?? '', today, t), readDay(row.throughDay ?? '', today, t)];
    return tidyAddress({
      kind: row.kind as AddressKind, // chosen among them
      ...{ street: row.street ?? '', postcode: row.postcode ?? '', city: row.city ?? '' },
      ...(from.ok && from.day !== undefined && { fromDay: from.day }),
      ...(through.ok && through.day !== undefined && { throughDay: through.day }),
    });
  };
  const faultOf = (row: TypedRow, name: string) => {
    const fault = addressFault(addressOf(row));
    if (tried && name === 'city' && fault?.code === 'address-incomplete') return t.rejected[fault.code];
    if (tried && name === 'throughDay' && fault?.code === 'days-in-wrong-order') return t.rejected[fault.code];
    return dayFault(row, name);
  };
  const isWrong = (row: TypedRow) =>
    addressFault(addressOf(row)) !== undefined || ['fromDay', 'throughDay'].some((name) => dayFault(row, name) !== undefined);
  const saveAll = async () => {
    setTried(true);
    if (!rows.some(isWrong)) await save({ addresses: rows.map(addressOf) });
  };
  if (supplier.isProtected) return <Notice kind="warning">{supplierFacts.isProtected}</Notice>;
  return (
    <Stack>
      <EditableRows
        fields={addressFields(t)}
        rows={rows}
        onChange={setRows}
        empty={emptyAddress}
        addText={supplierFacts.addAddress}
        removeText={supplierFacts.remove}
        removeName={(place) => fill(supplierFacts.removeAddress, { place })}
        faultOf={(place, name) => faultOf(rows[place] ?? emptyAddress, name)}
      />
      <SaveButton onSave={saveAll} t={t} />
    </Stack>
  );
}

const addressFields = ({ supplierFacts }: Texts): readonly RowField[] => [
  {
    name: 'kind',
    label: supplierFacts.addressKind,
    choices: addressKinds.map((value) => ({ value, text: supplierFacts.addressKinds[value] })),
  },
  { name: 'street', label: supplierFacts.street },
  { name: 'postcode', label: supplierFacts.postcode },
  { name: 'city', label: supplierFacts.city },
  { name: 'fromDay', label: supplierFacts.from },
  { name: 'throughDay', label: supplierFacts.through, hint: supplierFacts.dayHint },
];

const emptyContact = { name: '', purpose: '', phone: '', email: '' };

/** Whom one asks at the supplier's, and about what. */
export function ContactsForm({ supplier, onClose }: Props) {
  const t = useText();
  const { supplierFacts } = t;
  const save = useChangeFacts(supplier, onClose);
  const [rows, setRows] = useState<readonly TypedRow[]>(supplier.contacts ?? []);
  const [tried, setTried] = useState(false);
  const contactOf = (row: TypedRow): Contact => tidyContact({ ...emptyContact, ...row });
  const faultOf = (row: TypedRow, name: string) => {
    const fault = tried ? contactFault(contactOf(row)) : undefined;
    return fault !== undefined && name === (fault.code === 'wrong-email' ? 'email' : 'phone')
      ? t.rejected[fault.code]
      : undefined;
  };
  const saveAll = async () => {
    setTried(true);
    if (rows.every((row) => contactFault(contactOf(row)) === undefined)) await save({ contacts: rows.map(contactOf) });
  };
  return (
    <Stack>
      <EditableRows
        fields={[
          { name: 'name', label: supplierFacts.contactName },
          { name: 'purpose', label: supplierFacts.purpose, hint: supplierFacts.purposeHint },
          { name: 'phone', label: supplierFacts.phone },
          { name: 'email', label: supplierFacts.email },
        ]}
        rows={rows}
        onChange={setRows}
        empty={emptyContact}
        addText={supplierFacts.addContact}
        removeText={supplierFacts.remove}
        removeName={(place) => fill(supplierFacts.removeContact, { place })}
        faultOf={(place, name) => faultOf(rows[place] ?? emptyContact, name)}
      />
      <SaveButton onSave={saveAll} t={t} />
    </Stack>
  );
}

const SaveButton = ({ onSave, t }: { readonly onSave: () => Promise<void>; readonly t: Texts }) => (
  <Stack row>
    <Button look="primary" onClick={onSave}>
      {t.supplierCard.save}
    </Button>
  </Stack>
);
