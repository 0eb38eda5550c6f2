import { useState } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { longestNote } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';

/** What was written and not saved, by invoice: it is there again when the panel is opened again. */
const kept = new Map<SupplierInvoiceId, string>();

type Props = { readonly invoiceId: SupplierInvoiceId; readonly onClose: () => void };

/** A note on the invoice, for whoever reviews it. */
export function NotePanel({ invoiceId, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [text, setText] = useState(kept.get(invoiceId) ?? '');
  const tooLong = text.trim().length > longestNote;
  const write = (typed: string) => {
    kept.set(invoiceId, typed);
    setText(typed);
  };
  const save = async () => {
    if (tooLong || text.trim() === '') return;
    const written = await execute('supplier-invoices/write-note', { invoiceId, text });
    if (!written.ok) return;
    kept.delete(invoiceId);
    say('note', t.notes.saved);
    onClose();
  };
  useKeys({ verify: () => void save() }, { level: 2 });
  return (
    <Panel title={t.notes.title} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Stack>
        <TextArea
          label={t.notes.text}
          value={text}
          onChange={write}
          autoFocus
          hint={t.notes.hint}
          error={tooLong ? fill(t.notes.tooLong, { most: longestNote, count: text.trim().length }) : undefined}
        />
        <Stack row>
          <Button look="primary" hint="Ctrl+Enter" onClick={save}>
            {t.notes.save}
          </Button>
        </Stack>
      </Stack>
    </Panel>
  );
}
