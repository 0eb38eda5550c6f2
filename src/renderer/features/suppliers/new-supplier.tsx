import { useState } from 'react';
import { asId, type SupplierId } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import {
  type IdentifierFault,
  parseBankgiro,
  parseBic,
  parseIban,
  parsePlusgiro,
  parseTraderNumber,
  parseVatNumber,
} from '../../../shared/domain/identifiers/index.ts';
import { sourceKinds } from '../../../shared/domain/register-changes/index.ts';
import { parsePaymentNumber, paymentNumberKinds } from '../../../shared/domain/suppliers/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';

type Props = {
  readonly startsWith: string;
  readonly onClose: () => void;
  readonly onRegistered: (supplierId: SupplierId) => void;
};

const empty = {
  ...{ organisationNumber: '', vatNumber: '', street: '', postcode: '', city: '', phone: '' },
  ...{ bankgiro: '', plusgiro: '', iban: '', bic: '', 'bank-account': '' },
};
const parsers: Partial<Record<keyof typeof empty, (text: string) => Result<string, IdentifierFault>>> = {
  organisationNumber: parseTraderNumber,
  vatNumber: parseVatNumber,
  bankgiro: parseBankgiro,
  plusgiro: parsePlusgiro,
  iban: parseIban,
  bic: parseBic,
  'bank-account': (text) => parsePaymentNumber('bank-account', text),
};
/** Where its payment numbers may have been taken from: import is the program's own. */
const sources = sourceKinds.filter((kind) => kind !== 'import');

/** Puts a new supplier in the register (leverantörsupplägg). What is wrong is said beside its field while typing. */
export function NewSupplier({ startsWith, onClose, onRegistered }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const noServer = useWhyNoServer();
  const startsWithDigit = /^\d/.test(startsWith.trim());
  const [name, setName] = useState(startsWithDigit ? '' : startsWith);
  const [values, setValues] = useState({ ...empty, organisationNumber: startsWithDigit ? startsWith : '' });
  const [source, setSource] = useState<(typeof sources)[number]>('invoice');
  const [note, setNote] = useState('');
  const [protect, setProtect] = useState<'no' | 'yes'>('no');
  const [tried, setTried] = useState(false);
  const faultOf = (key: keyof typeof empty): string | undefined => {
    const result = values[key].trim() === '' ? undefined : parsers[key]?.(values[key]);
    return result === undefined || result.ok ? undefined : t.suppliers.wrong[result.error];
  };
  const orNull = (key: keyof typeof empty) => (values[key].trim() === '' ? null : values[key].trim());

  const hasNumbers = paymentNumberKinds.some((kind) => orNull(kind) !== null);

  const register = async () => {
    setTried(true);
    if (noServer !== undefined) return;
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
      paymentNumbers: paymentNumberKinds.flatMap((kind) => {
        const number = orNull(kind);
        const bic = kind === 'iban' ? orNull('bic') : null;
        return number === null ? [] : [{ id: asId<'paymentNumber'>(uuid()), kind, number, ...(bic !== null && { bic }) }];
      }),
      ...(orNull('phone') !== null && { facts: { phone: orNull('phone') } }),
      ...(protect === 'yes' && { protect: true }),
      ...(hasNumbers && { source: { kind: source, note: note.trim(), invoiceId: null } }),
    });
    if (result.ok) {
      say('note', fill(hasNumbers ? t.supplierCard.registeredWaits : t.suppliers.registered, { name: name.trim() }));
      onRegistered(supplierId);
    } else if (result.error.code === 'already-registered' && 'supplierId' in result.error) onRegistered(result.error.supplierId);
  };
  const labels: Record<keyof typeof empty, string> = {
    ...t.suppliers,
    ...t.paymentNumber,
    phone: t.plainFact.phone,
    bic: t.change.bic,
  };
  const asked = (Object.keys(empty) as (keyof typeof empty)[]).filter((key) => key !== 'bic' || orNull('iban') !== null);
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
        {asked.map((key) => (
          <TextInput
            key={key}
            label={labels[key]}
            value={values[key]}
            onChange={(value) => setValues({ ...values, [key]: value })}
            error={faultOf(key)}
          />
        ))}
        <SelectInput
          label={t.supplierFacts.protect}
          value={protect}
          choices={[
            { value: 'no', text: t.supplierFacts.protectNo },
            { value: 'yes', text: t.supplierFacts.protectYes },
          ]}
          onChange={setProtect}
        />
        {hasNumbers && (
          <>
            <SelectInput
              label={t.supplierCard.numbersFrom}
              value={source}
              choices={sources.map((value) => ({ value, text: t.changeSource[value] }))}
              onChange={setSource}
            />
            <TextInput label={t.change.sourceNote} hint={t.change.sourceNoteHint} value={note} onChange={setNote} />
          </>
        )}
        <Notice kind="info">{t.supplierCard.newNumbersWait}</Notice>
        {noServer !== undefined && <Notice kind="info">{noServer}</Notice>}
        <Button look="primary" whyNot={noServer} onClick={register}>
          {t.suppliers.register}
        </Button>
      </Form>
    </Panel>
  );
}
