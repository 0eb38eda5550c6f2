import { useState } from 'react';
import { asId, type SupplierId } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import {
  type IdentifierFault,
  parseBankgiro,
  parseIban,
  parseOrganisationNumber,
  parsePlusgiro,
  parseVatNumber,
} from '../../../shared/domain/identifiers/index.ts';
import type { PaymentNumberKind } from '../../../shared/domain/suppliers/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = {
  readonly startsWith: string;
  readonly onClose: () => void;
  readonly onRegistered: (supplierId: SupplierId) => void;
};

const empty = { organisationNumber: '', vatNumber: '', street: '', postcode: '', city: '', bankgiro: '', plusgiro: '', iban: '' };
const parsers: Partial<Record<keyof typeof empty, (text: string) => Result<string, IdentifierFault>>> = {
  organisationNumber: parseOrganisationNumber,
  vatNumber: parseVatNumber,
  bankgiro: parseBankgiro,
  plusgiro: parsePlusgiro,
  iban: parseIban,
};
const paymentKinds: readonly PaymentNumberKind[] = ['bankgiro', 'plusgiro', 'iban'];

/** Puts a new supplier in the register (leverantörsupplägg). What is wrong is said beside its field while typing. */
export function NewSupplier({ startsWith, onClose, onRegistered }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const startsWithDigit = /^\d/.test(startsWith.trim());
  const [name, setName] = useState(startsWithDigit ? '' : startsWith);
  const [values, setValues] = useState({ ...empty, organisationNumber: startsWithDigit ? startsWith : '' });
  const [tried, setTried] = useState(false);
  const faultOf = (key: keyof typeof empty): string | undefined => {
    const result = values[key].trim() === '' ? undefined : parsers[key]?.(values[key]);
    return result === undefined || result.ok ? undefined : t.suppliers.wrong[result.error];
  };
  const orNull = (key: keyof typeof empty) => (values[key].trim() === '' ? null : values[key].trim());

  const register = async () => {
    setTried(true);
    if (name.trim() === '' || Object.keys(values).some((key) => faultOf(key as keyof typeof empty) !== undefined)) return;
    const supplierId = asId<'supplier'>(uuid());
    const result = await execute('suppliers/register', {
      supplierId,
      name: name.trim(),
      organisationNumber: orNull('organisationNumber'),
      vatNumber: orNull('vatNumber'),
      street: orNull('street'),
      postcode: orNull('postcode'),
      city: orNull('city'),
      paymentNumbers: paymentKinds.flatMap((kind) => {
        const number = orNull(kind);
        return number === null ? [] : [{ id: asId<'paymentNumber'>(uuid()), kind, number }];
      }),
    });
    if (result.ok) {
      const hasNumbers = paymentKinds.some((kind) => orNull(kind) !== null);
      say('note', fill(hasNumbers ? t.supplierCard.registeredWaits : t.suppliers.registered, { name: name.trim() }));
      onRegistered(supplierId);
    } else if (result.error.code === 'already-registered' && 'supplierId' in result.error) onRegistered(result.error.supplierId);
  };
  const labels: Record<keyof typeof empty, string> = { ...t.suppliers, ...t.paymentNumber };
  return (
    <Panel title={t.suppliers.add} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={register}>
        <TextInput
          label={t.suppliers.name}
          value={name}
          onChange={setName}
          required
          autoFocus
          error={tried && name.trim() === '' ? t.suppliers.nameMissing : undefined}
        />
        {(Object.keys(empty) as (keyof typeof empty)[]).map((key) => (
          <TextInput
            key={key}
            label={labels[key]}
            value={values[key]}
            onChange={(value) => setValues({ ...values, [key]: value })}
            error={faultOf(key)}
          />
        ))}
        <Notice kind="info">{t.supplierCard.newNumbersWait}</Notice>
        <Button look="primary" onClick={register}>
          {t.suppliers.register}
        </Button>
      </Form>
    </Panel>
  );
}
