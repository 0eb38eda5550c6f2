import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import type { TwinPair, TwinRow } from '../../../shared/contract/register-twins.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { undoDaysOn } from '../../../shared/domain/register-changes/index.ts';
import { noteLocalAct } from '../../local-undo.ts';
import { useSay } from '../../messages.ts';
import { KeepFacts } from '../../register-card/keep-facts.tsx';
import { type Keep, keptFacts } from '../../register-card/merge-choice.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import { shortestReason } from './dismiss-form.tsx';
import { likelySurvivor } from './twin-words.ts';

type Props = { readonly pair: TwinPair; readonly onClose: () => void };

/** Asks that one of the two go into the other. It waits for a second person, and can be taken back with Ctrl+Z meanwhile. */
export function MergeForm({ pair: { rows }, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const noServer = useWhyNoServer();
  const { today } = useSession();
  const [stays, setStays] = useState(likelySurvivor(rows).id);
  const [keep, setKeep] = useState<Keep>({});
  const [reason, setReason] = useState('');
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim().length < shortestReason;
  const [survivor, absorbed] = stays === rows[0].id ? rows : [rows[1], rows[0]];
  const names = { survivor: survivor.name, absorbed: absorbed.name };

  const { data: staying } = useEngineQuery('suppliers/card', { supplierId: asId<'supplier'>(survivor.id) });
  const { data: going } = useEngineQuery('suppliers/card', { supplierId: asId<'supplier'>(absorbed.id) });
  // The card of the other one stands there until the one that was chosen has come.
  const areHere = isOf(staying, survivor.id) && isOf(going, absorbed.id);
  const both = areHere && staying && going ? { survivor: staying.supplier, merged: going.supplier } : undefined;

  const ask = async () => {
    setTried(true);
    if (isMissing || noServer !== undefined || !areHere) return;
    const facts = both === undefined ? {} : keptFacts(both.merged, both.survivor, keep);
    const changeId = asId<'registerChange'>(uuid());
    const done = await execute('registers/request-change', {
      changeId,
      supplierId: asId<'supplier'>(absorbed.id),
      wanted: {
        ...{ kind: 'merge', into: asId<'supplier'>(survivor.id) },
        ...(Object.keys(facts).length > 0 && { facts }),
      },
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
          onChange={(id) => {
            setStays(id);
            setKeep({});
          }}
        />
        {both !== undefined && <KeepFacts {...both} keep={keep} onChange={setKeep} />}
        <Notice kind="info">{`${fill(t.twins.mergeWill, names)} ${fill(t.twins.mergeWaits, { days: undoDaysOn(today) })}`}</Notice>
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

/** The card is of that supplier, or there is none any more. */
const isOf = (card: SupplierCard | null | undefined, id: string): boolean => card === null || card?.supplier.id === id;
