import { useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { InputOf } from '../../../shared/contract/engine.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import { type ParkReason, parkReasons } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly invoiceId: SupplierInvoiceId; readonly onParked: () => void; readonly onClose: () => void };

/** Parks the invoice: why, and when it comes back. */
export function ParkPanel({ invoiceId, onParked, onClose }: Props) {
  const execute = useExecute();
  const park = async (how: Parking) => {
    const result = await execute('supplier-invoices/park', { invoiceId, ...how });
    if (result.ok) onParked();
  };
  return <ParkForm onPark={park} onClose={onClose} />;
}

type Parking = Omit<InputOf<'supplier-invoices/park'>, 'invoiceId'>;
type FormProps = { readonly onPark: (how: Parking) => Promise<void>; readonly onClose: () => void };

/** Why something is parked, and when it comes back. */
export function ParkForm({ onPark, onClose }: FormProps) {
  const t = useText();
  const { today } = useSession();
  const [reason, setReason] = useState<ParkReason>('waits-for-supplier');
  const [note, setNote] = useState('');
  const [returns, setReturns] = useState('');
  const day = returns.trim() === '' ? null : readTypedValue('day', returns, today);
  const wrong =
    day === null ? undefined : !day.ok ? t.typed[day.error] : day.value <= today ? t.rejected['returns-in-the-past'] : undefined;

  const park = async () => {
    if (wrong !== undefined) return;
    const returnsOn = day?.ok ? (day.value as Day) : null;
    await onPark({ reason, note, returnsOn });
  };
  return (
    <Panel title={t.station.parkTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={park}>
        <SelectInput
          label={t.station.parkWhy}
          value={reason}
          takesFocus
          choices={parkReasons.map((value) => ({ value, text: t.parkReason[value] }))}
          onChange={setReason}
        />
        <TextInput label={t.station.parkNote} value={note} onChange={setNote} />
        <TextInput
          label={t.station.parkReturns}
          value={returns}
          onChange={setReturns}
          hint={day?.ok && wrong === undefined ? String(day.value) : t.station.parkReturnsHint}
          error={wrong}
        />
        <Button look="primary" onClick={park}>
          {t.station.park}
        </Button>
      </Form>
    </Panel>
  );
}
