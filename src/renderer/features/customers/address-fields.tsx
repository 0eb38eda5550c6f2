import { addressKinds } from '../../../shared/domain/customers/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { type AddressDraft, newAddress } from './customer-draft.ts';

type Props = {
  readonly addresses: readonly AddressDraft[];
  readonly error: string | undefined;
  readonly onChange: (addresses: readonly AddressDraft[]) => void;
};

/** Addresses, each with the days when it is right. One with nothing in it is none. */
export function AddressFields({ addresses, error, onChange }: Props) {
  const t = useText();
  const { customers } = t;
  const change = (key: string, facts: Partial<AddressDraft>) =>
    onChange(addresses.map((one) => (one.key === key ? { ...one, ...facts } : one)));
  return (
    <>
      {addresses.map(({ key, kind, street, postcode, city, from, through }, index) => (
        <FieldGroup
          key={key}
          name={fill(customers.address, { place: index + 1 })}
          acts={
            <Button
              small
              name={fill(customers.removeAddress, { place: index + 1 })}
              onClick={() => onChange(addresses.filter((one) => one.key !== key))}
            >
              {fill(customers.removeAddress, { place: index + 1 })}
            </Button>
          }
        >
          <SelectInput
            label={customers.addressKind}
            value={kind}
            choices={addressKinds.map((value) => ({ value, text: t.addressKind[value] }))}
            onChange={(chosen) => change(key, { kind: chosen })}
          />
          <TextInput label={customers.street} value={street} onChange={(typed) => change(key, { street: typed })} />
          <TextInput label={customers.postcode} value={postcode} onChange={(typed) => change(key, { postcode: typed })} />
          <TextInput label={customers.city} value={city} onChange={(typed) => change(key, { city: typed })} />
          <TextInput label={customers.from} value={from} onChange={(typed) => change(key, { from: typed })} />
          <TextInput label={customers.through} value={through} onChange={(typed) => change(key, { through: typed })} />
        </FieldGroup>
      ))}
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      <Button small onClick={() => onChange([...addresses, newAddress()])}>
        {customers.addAddress}
      </Button>
    </>
  );
}
