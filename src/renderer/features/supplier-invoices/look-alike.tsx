import { useState } from 'react';
import { asId, type SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { Finding } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = {
  readonly invoiceId: SupplierInvoiceId;
  /** The one that it looks like. */
  readonly otherId: SupplierInvoiceId;
  readonly onReleased: () => void;
};

/** An invoice that looks like another: see the other, or say why it is none (falskt larm); neither is asked about again. */
export function LookAlike({ invoiceId, otherId, onReleased }: Props) {
  const t = useText();
  const go = useGo();
  const say = useSay();
  const execute = useExecute();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tidy = reason.trim();

  const release = async () => {
    setTried(true);
    if (tidy === '') return;
    const done = await execute('supplier-invoices/release-twin', { invoiceId, otherId, reason: tidy });
    if (!done.ok) return;
    say('note', t.online.releaseDone);
    onReleased();
  };
  return (
    <Form onSubmit={() => void release()}>
      <TextInput
        label={t.online.releaseReason}
        value={reason}
        onChange={setReason}
        error={tried && tidy === '' ? t.online.reasonMissing : undefined}
      />
      <Stack row>
        <Button small onClick={() => void release()}>
          {t.online.release}
        </Button>
        <Button small onClick={() => go({ at: 'invoice', invoiceId: otherId, view: anyView })}>
          {t.online.showTwin}
        </Button>
      </Stack>
    </Form>
  );
}

/** The invoice that a finding says this one looks like; undefined where it may not be told, or the finding is another. */
export function lookAlikeOf({ code, detail }: Finding): SupplierInvoiceId | undefined {
  if (code !== 'looks-like-another' && code !== 'reminder-of-known') return undefined;
  const id = detail?.invoiceId;
  return typeof id === 'string' ? asId<'supplierInvoice'>(id) : undefined;
}
