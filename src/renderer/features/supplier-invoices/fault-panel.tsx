import { useState } from 'react';
import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import {
  type FaultOutcome,
  type FaultReason,
  faultOutcomes,
  faultReasons,
  type SupplierInvoice,
} from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { invoiceName } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';
import { type LetterLanguage, useLetter } from './use-letter.ts';
import { useReturnDay } from './use-return-day.ts';

type Props = {
  readonly invoice: SupplierInvoice;
  /** The field that the clerk stood in. */
  readonly field: FieldName;
  readonly onClose: () => void;
  /** `isGone`: it has left the queue. */
  readonly onReported: (isGone: boolean) => void;
};

/** Where a fault is in one field, that field is named; the others concern the invoice as a whole. */
const aboutField: readonly FaultReason[] = ['wrong-vat', 'sums-differ', 'payment-number', 'unreadable', 'other'];

/** Faulty invoice: why, what becomes of it, and a letter to the supplier. */
export function FaultPanel({ invoice, field, onClose, onReported }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const makeLetter = useLetter(invoice.id);
  const [reason, setReason] = useState<FaultReason>(invoice.fault?.reason ?? 'reference-missing');
  const [note, setNote] = useState('');
  const [isDisputed, setDisputed] = useState(invoice.fault?.isDisputed ?? false);
  const [outcome, setOutcome] = useState<FaultOutcome>(invoice.state === 'scanned' ? 'parks' : 'stays');
  const [letter, setLetter] = useState<LetterLanguage | 'none'>('none');
  const [tried, setTried] = useState(false);
  const returns = useReturnDay();
  const isUntold = reason === 'other' && note.trim() === '';
  const parks = outcome === 'parks';

  const report = async () => {
    setTried(true);
    if (isUntold || (parks && returns.wrong !== undefined)) return;
    const told = await execute('supplier-invoices/report-fault', {
      ...{ invoiceId: invoice.id, reason, note, isDisputed, outcome },
      field: aboutField.includes(reason) ? field : null,
      returnsOn: parks ? returns.day : null,
    });
    if (!told.ok) return;
    const fileName = letter === 'none' ? undefined : await makeLetter(letter);
    const named = { invoice: invoiceName(invoice, t) };
    say(
      'note',
      fileName === undefined ? fill(t.faults.reported, named) : fill(t.faults.reportedWithLetter, { ...named, fileName }),
    );
    onReported(outcome !== 'stays');
  };
  useKeys({ verify: () => void report() }, { level: 2 });
  return (
    <Panel title={t.faults.title} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={report}>
        <SelectInput
          label={t.faults.why}
          value={reason}
          takesFocus
          choices={faultReasons.map((value) => ({ value, text: t.faultReason[value] }))}
          onChange={setReason}
        />
        <TextInput
          label={t.faults.note}
          value={note}
          onChange={setNote}
          hint={t.faults.noteHint}
          error={tried && isUntold ? t.rejected['fault-untold'] : undefined}
        />
        {invoice.state === 'scanned' && (
          <SelectInput
            label={t.faults.outcome}
            value={outcome}
            choices={faultOutcomes.map((value) => ({ value, text: t.faults.outcomes[value] }))}
            onChange={setOutcome}
          />
        )}
        {parks && (
          <TextInput
            label={t.faults.returns}
            value={returns.typed}
            onChange={returns.type}
            hint={returns.hint}
            error={returns.wrong}
          />
        )}
        <SelectInput
          label={t.faults.letter}
          value={letter}
          choices={(['none', 'sv', 'en'] as const).map((value) => ({
            value,
            text: value === 'none' ? t.faults.none : t.faults.languages[value],
          }))}
          onChange={setLetter}
        />
        <CheckBox label={t.faults.disputed} checked={isDisputed} onChange={setDisputed} />
        <Button look="primary" hint="Ctrl+Enter" onClick={report}>
          {t.faults.report}
        </Button>
      </Form>
    </Panel>
  );
}
