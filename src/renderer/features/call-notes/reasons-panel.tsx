import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { type CallReason, reasonsInForce } from '../../../shared/domain/call-notes/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';

/** Anledningar: what calls are counted by. An ended one stays with the notes that have it. */
export function ReasonsPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const execute = useExecute();
  const noServer = useWhyNoServer();
  const { today } = useSession();
  const { data } = useEngineQuery('call-notes/choices', {});
  const [name, setName] = useState('');
  const reasons = data?.reasons ?? [];
  const layUp = async (what: string) =>
    (await execute('call-reasons/lay-up', { reasonId: asId(uuid()), name: what, fromDay: today })).ok;
  const add = async () => {
    if (noServer === undefined && (await layUp(name))) setName('');
  };
  const layUpUsual = async () => {
    for (const usual of t.calls.usualReasons) if (!(await layUp(usual))) return;
  };
  const end = ({ id }: CallReason, isOver: boolean) =>
    void execute('call-reasons/end', { reasonId: id, throughDay: isOver ? null : today });
  return (
    <Panel title={t.calls.reasons} closeName={t.common.close} onClose={onClose}>
      <Stack>
        <p>{t.calls.reasonsHint}</p>
        {noServer !== undefined && <Notice kind="info">{noServer}</Notice>}
        {reasons.length === 0 && (
          <Stack row>
            <Button whyNot={noServer} onClick={() => void layUpUsual()}>
              {t.calls.layUpUsual}
            </Button>
          </Stack>
        )}
        <RowList
          title={t.calls.reasons}
          rows={reasons.map((reason) => {
            const isOver = reasonsInForce([reason], today).length === 0 || reason.throughDay !== undefined;
            const days = reason.throughDay
              ? fill(t.calls.throughDay, { day: reason.throughDay })
              : fill(t.calls.fromDay, { day: reason.fromDay });
            return {
              key: reason.id,
              left: `${reason.name} · ${days}`,
              right: (
                <Button small whyNot={noServer} onClick={() => end(reason, isOver)}>
                  {isOver ? t.calls.resumeReason : t.calls.endReason}
                </Button>
              ),
            };
          })}
        />
        <Form onSubmit={() => void add()}>
          <TextInput label={t.calls.newReason} value={name} onChange={setName} />
          <Button whyNot={noServer} onClick={() => void add()}>
            {t.calls.addReason}
          </Button>
        </Form>
      </Stack>
    </Panel>
  );
}
