import { useRef, useState } from 'react';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { wantedSentence, whyNotApprove } from '../../change-sentences.ts';
import { useSay } from '../../messages.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';

const leastReason = 5;

/** Approve, refuse with a reason, or take back one's own; what cannot be done says why, in words that stand there. */
export function DecisionSection({ row }: { readonly row: RegisterChangeRow }) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { person } = useSession();
  const mayNotDecide = useWhyNot('register-changes.decide');
  const mayNotAsk = useWhyNot('suppliers.register');
  const noServer = useWhyNoServer();
  const { change, supplierName, object } = row;
  const [refusing, setRefusing] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [tried, setTried] = useState(false);
  /** A second press before the answer has come decides nothing more. */
  const underWay = useRef(false);
  const isMine = change.requestedBy === person.id;
  const hadAHand = isMine ? t.change.ownChange : change.callBack?.by === person.id ? t.change.ownCall : undefined;
  const whyNotRefuse = hadAHand ?? mayNotDecide ?? noServer;
  const whyNot = hadAHand ?? mayNotDecide ?? whyNotApprove(change, person.id, t) ?? noServer;
  const words = { change: wantedSentence(change.wanted, object, t), name: supplierName };

  const once = async (work: () => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    await work();
    underWay.current = false;
  };
  const approve = () =>
    once(async () => {
      if (whyNot !== undefined) return;
      const done = await execute('registers/decide-change', { changeId: change.id, refusal: null });
      if (done.ok) say('note', fill(t.change.approved, words));
    });
  const refuse = () =>
    once(async () => {
      setTried(true);
      if (whyNotRefuse !== undefined || refusal.trim().length < leastReason) return;
      const done = await execute('registers/decide-change', { changeId: change.id, refusal: refusal.trim() });
      if (done.ok) say('note', fill(t.change.refused, words));
    });
  const withdraw = () =>
    once(async () => {
      const done = await execute('registers/withdraw-change', { changeId: change.id });
      if (done.ok) say('note', fill(t.change.withdrawn, words));
    });
  const startRefusing = () => (whyNotRefuse === undefined ? setRefusing(true) : undefined);
  useKeys({ approveChange: approve, refuseChange: startRefusing });
  return (
    <RecordSection title={t.change.decideTitle} stays={mayNotDecide === undefined}>
      <Stack>
        {whyNot === undefined ? <span>{fill(t.change.approveMeans, words)}</span> : <Notice kind="info">{whyNot}</Notice>}
        <Stack row>
          <Button look="primary" icon={<DoneIcon />} hint="Ctrl+Enter" whyNot={whyNot} onClick={approve}>
            {t.change.approve}
          </Button>
          <Button hint="F7" whyNot={whyNotRefuse} onClick={startRefusing}>
            {t.change.refuse}
          </Button>
          {isMine && (
            <Button whyNot={mayNotAsk ?? noServer} onClick={withdraw}>
              {t.change.withdraw}
            </Button>
          )}
        </Stack>
        {refusing && (
          <Form onSubmit={refuse}>
            <TextInput
              label={t.change.refusal}
              value={refusal}
              onChange={setRefusal}
              autoFocus
              error={tried && refusal.trim().length < leastReason ? t.change.refusalMissing : undefined}
            />
            <Button onClick={refuse}>{t.change.refuseNow}</Button>
          </Form>
        )}
      </Stack>
    </RecordSection>
  );
}
