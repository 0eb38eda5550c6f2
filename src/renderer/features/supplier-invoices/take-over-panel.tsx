import { useState } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly invoiceId: SupplierInvoiceId; readonly holderName: string; readonly onClose: () => void };

/** Takes over what somebody else works on, with a reason that the other reads. */
export function TakeOverPanel({ invoiceId, holderName, onClose }: Props) {
  const t = useText();
  const execute = useExecute();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < 5;
  const take = async () => {
    setTried(true);
    if (isShort) return;
    const taken = await execute('leases/take-over', { invoiceId, minutes: 15, reason: reason.trim() });
    if (taken.ok) onClose();
  };
  return (
    <Panel
      title={fill(t.work.takeOverTitle, { name: holderName })}
      closeName={t.common.close}
      onClose={onClose}
      takesFocus={false}
    >
      <Form onSubmit={take}>
        <TextInput
          label={fill(t.work.takeOverWhy, { name: holderName })}
          value={reason}
          onChange={setReason}
          autoFocus
          required
          error={tried && isShort ? t.work.reasonShort : undefined}
        />
        <Button look="primary" onClick={take}>
          {t.work.takeOverNow}
        </Button>
      </Form>
    </Panel>
  );
}
