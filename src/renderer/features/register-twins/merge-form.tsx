import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { TwinPair, TwinRow } from '../../../shared/contract/register-twins.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { noteLocalAct } from '../../local-undo.ts';
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
import { shortestReason } from './dismiss-form.tsx';

type Props = { readonly pair: TwinPair; readonly onClose: () => void };

/** Asks that one of the two go into the other. It waits for a second person, and can be taken back with Ctrl+Z meanwhile. */
export function MergeForm({ pair: { rows }, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const noServer = useWhyNoServer();
  const [stays, setStays] = useState((rows.find(({ number }) => number !== null) ?? rows[0]).id);
  const [reason, setReason] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim().length < shortestReason;
  const [survivor, absorbed] = stays === rows[0].id ? rows : [rows[1], rows[0]];
  const names = { survivor: survivor.name, absorbed: absorbed.name };

  const ask = async () => {
    setTried(true);
    if (isMissing || noServer !== undefined) return;
    const changeId = asId<'registerChange'>(uuid());
    const done = await execute('registers/request-change', {
      changeId,
      supplierId: asId<'supplier'>(absorbed.id),
      wanted: { kind: 'merge', into: asId<'supplier'>(survivor.id) },
      reason,
      source: { kind: 'register', note: source.trim(), invoiceId: null },
    });
    if (!done.ok) return;
    say('note', fill(t.twins.merged, names));
    noteLocalAct({
      atMs: Date.now(),
      what: fill(t.twins.mergeUndo, names),
      undo: async () => (await execute('registers/withdraw-change', { changeId })).ok,
    });
    onClose();
  };
  const choice = ({ name, number }: TwinRow) => fill(t.twins.survivorChoice, { name, number: number ?? t.twins.noNumber });
  return (
    <Panel title={t.twins.mergeTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void ask()}>
        <SelectInput
          label={t.twins.survivor}
          value={stays}
          takesFocus
          choices={rows.map((row) => ({ value: row.id, text: choice(row) }))}
          onChange={setStays}
        />
        <Notice kind="info">{`${fill(t.twins.mergeWill, names)} ${t.twins.mergeWaits}`}</Notice>
        <TextInput
          label={t.twins.mergeWhy}
          value={reason}
          onChange={setReason}
          required
          error={tried && isMissing ? t.twins.reasonMissing : undefined}
        />
        <TextInput label={t.twins.mergeFrom} value={source} onChange={setSource} hint={t.twins.mergeFromHint} />
        {noServer !== undefined && <Notice kind="info">{noServer}</Notice>}
        <Button look="primary" whyNot={noServer} onClick={() => void ask()}>
          {t.twins.mergeAct}
        </Button>
      </Form>
    </Panel>
  );
}
