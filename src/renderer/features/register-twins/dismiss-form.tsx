import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { TwinPair } from '../../../shared/contract/register-twins.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { noteLocalAct } from '../../local-undo.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly pair: TwinPair; readonly onClose: () => void };

/** The schema of reasons asks for so many characters. */
export const shortestReason = 5;

/** Says that two are two, and why: they are not proposed again. */
export function DismissForm({ pair: { rows }, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim().length < shortestReason;
  const [one, other] = rows;
  const dismiss = async () => {
    setTried(true);
    if (isMissing) return;
    const dismissalId = asId<'dismissedTwins'>(uuid());
    const done = await execute('registers/dismiss-twins', { dismissalId, register: 'supplier', ids: [one.id, other.id], reason });
    if (!done.ok) return;
    say('note', fill(t.twins.dismissed, { one: one.name, other: other.name }));
    noteLocalAct({
      atMs: Date.now(),
      what: fill(t.twins.dismissalUndo, { one: one.name, other: other.name }),
      undo: async () => (await execute('registers/propose-again', { register: 'supplier', ids: [one.id, other.id] })).ok,
    });
    onClose();
  };
  return (
    <Panel title={t.twins.dismissTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void dismiss()}>
        <TextInput
          label={t.twins.dismissWhy}
          value={reason}
          onChange={setReason}
          required
          autoFocus
          hint={t.twins.dismissHint}
          error={tried && isMissing ? t.twins.reasonMissing : undefined}
        />
        <Button look="primary" onClick={() => void dismiss()}>
          {t.twins.dismissAct}
        </Button>
      </Form>
    </Panel>
  );
}
