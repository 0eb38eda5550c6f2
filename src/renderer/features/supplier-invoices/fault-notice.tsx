import { useState } from 'react';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { invoiceName } from '../../sentences.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useExecute } from '../../use-execute.ts';
import { useLetter } from './use-letter.ts';

/** What is wrong with the invoice, a letter about it, and the way to say that it is settled. */
export function FaultNotice({ invoice }: { readonly invoice: SupplierInvoice }) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const makeLetter = useLetter(invoice.id);
  const whyNot = useWhyNot('supplier-invoices.correct');
  const [isSettling, setSettling] = useState(false);
  const { fault } = invoice;
  if (fault === undefined) return null;
  const reason = t.faultReason[fault.reason];
  const settle = async (because: string) => {
    const done = await execute('supplier-invoices/settle-fault', { invoiceId: invoice.id, reason: because });
    if (done.ok) say('note', fill(t.faults.settled, { invoice: invoiceName(invoice, t) }));
  };
  const write = async (language: 'sv' | 'en') => {
    const fileName = await makeLetter(language);
    if (fileName !== undefined) say('note', fill(t.faults.letterMade, { fileName }));
  };
  return (
    <Notice kind={fault.isDisputed ? 'error' : 'warning'}>
      <Stack>
        <div>
          <strong>{fill(fault.isDisputed ? t.faults.standsDisputed : t.faults.stands, { reason })}</strong>
          {fault.field !== null && ` (${t.field[fault.field]})`}
          {fault.note !== '' && <div dir="auto">{fault.note}</div>}
        </div>
        <Stack row>
          {(['sv', 'en'] as const).map((language) => (
            <Button key={language} small whyNot={whyNot} onClick={() => void write(language)}>
              {`${t.faults.makeLetter} (${t.faults.languages[language]})`}
            </Button>
          ))}
          {!isSettling && (
            <Button small whyNot={whyNot} onClick={() => setSettling(true)}>
              {t.faults.settle}
            </Button>
          )}
        </Stack>
        {isSettling && (
          <ReasonForm
            label={t.faults.settleWhy}
            hint={t.faults.settleHint}
            button={t.faults.settle}
            missing={t.faults.settleMissing}
            least={5}
            onSay={settle}
          />
        )}
      </Stack>
    </Notice>
  );
}
