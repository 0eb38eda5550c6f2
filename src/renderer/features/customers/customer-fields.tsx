import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { AddressFields } from './address-fields.tsx';
import type { CustomerDraft, DraftField } from './customer-draft.ts';
import { IdFields } from './id-fields.tsx';

type Props = {
  readonly draft: CustomerDraft;
  readonly onChange: (facts: Partial<CustomerDraft>) => void;
  readonly errorOf: (field: DraftField) => string | undefined;
  /** The number in the register that stays unless another is typed: '19121212-••••'. */
  readonly coveredNumber?: string | undefined;
  readonly isCovered?: { readonly ids: boolean; readonly addresses: boolean };
};

/** What one may say of a customer. */
export function CustomerFields({ draft, onChange, errorOf, coveredNumber, isCovered }: Props) {
  const t = useText();
  const { customers, customerFact } = t;
  return (
    <>
      <TextInput
        label={customerFact.name}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        required
        autoFocus
        error={errorOf('name')}
      />
      <SelectInput
        label={customers.kind}
        value={draft.kind}
        choices={[
          { value: 'company', text: customers.company },
          { value: 'person', text: customers.person },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      {draft.kind === 'company' ? (
        <TextInput
          label={customerFact.organisationNumber}
          value={draft.organisationNumber}
          onChange={(organisationNumber) => onChange({ organisationNumber })}
          error={errorOf('organisationNumber')}
        />
      ) : (
        <TextInput
          label={customerFact.personalNumber}
          value={draft.personalNumber}
          onChange={(personalNumber) => onChange({ personalNumber })}
          error={errorOf('personalNumber')}
          {...(coveredNumber !== undefined && { hint: fill(customers.personalNumberHint, { number: coveredNumber }) })}
        />
      )}
      <TextInput
        label={customerFact.otherNames}
        value={draft.otherNames}
        hint={customers.otherNamesHint}
        onChange={(otherNames) => onChange({ otherNames })}
      />
      <TextInput
        label={customerFact.eInvoiceAddress}
        value={draft.eInvoiceAddress}
        hint={customers.eInvoiceHint}
        onChange={(eInvoiceAddress) => onChange({ eInvoiceAddress })}
        error={errorOf('eInvoiceAddress')}
      />
      {(isCovered?.addresses || isCovered?.ids) && <Notice kind="info">{customers.coveredFirst}</Notice>}
      {!isCovered?.addresses && (
        <AddressFields
          addresses={draft.addresses}
          error={errorOf('addresses')}
          onChange={(addresses) => onChange({ addresses })}
        />
      )}
      {!isCovered?.ids && (
        <IdFields ids={draft.externalIds} error={errorOf('externalIds')} onChange={(externalIds) => onChange({ externalIds })} />
      )}
    </>
  );
}
