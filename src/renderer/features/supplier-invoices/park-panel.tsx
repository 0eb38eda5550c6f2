import { useState } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { InputOf } from '../../../shared/contract/engine.ts';
import { type ParkReason, parkReasons } from '../../../shared/domain/supplier-invoices/index.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';
import { useReturnDay } from './use-return-day.ts';

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
  const [reason, setReason] = useState<ParkReason>('waits-for-supplier');
  const [note, setNote] = useState('');
  const returns = useReturnDay();
  const park = async () => {
    if (returns.wrong === undefined) await onPark({ reason, note, returnsOn: returns.day });
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
          value={returns.typed}
          onChange={returns.type}
          hint={returns.hint}
          error={returns.wrong}
        />
        <Button look="primary" onClick={park}>
          {t.station.park}
        </Button>
      </Form>
    </Panel>
  );
}
