import { useRef, useState } from 'react';
import type { RoleChangeRow } from '../../../shared/contract/access.ts';
import { showFullMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ValueList } from '../../ui/value-list.tsx';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import { isReason } from './role-form-fields.tsx';
import { wantedWords } from './role-sentences.ts';

/** One change of roles: what is asked for, by whom and why, and the decision. */
export function RoleChangePane({ row }: { readonly row: RoleChangeRow }) {
  const t = useText();
  const { person } = useSession();
  const { change, personName, requestedByName } = row;
  return (
    <RecordPane name={personName} printedBy={fill(t.invoice.printedBy, { at: showFullMoment(Date.now()), name: person.name })}>
      <RecordSection title={personName} leads>
        <Stack>
          <strong>{wantedWords(change, t)}</strong>
          {change.state !== 'pending' && <Settled row={row} />}
          <ValueList
            values={[
              { name: t.roles.why, value: change.reason },
              { name: t.roles.askedBy, value: `${requestedByName}, ${showFullMoment(change.requestedAtMs)}` },
            ]}
          />
        </Stack>
      </RecordSection>
      {change.state === 'pending' && <Decision row={row} />}
    </RecordPane>
  );
}

function Settled({ row: { change, requestedByName, decidedByName } }: { readonly row: RoleChangeRow }) {
  const t = useText();
  if (change.state === 'pending' || change.state === 'withdrawn')
    return <Notice kind="info">{t.roles.state[change.state]}</Notice>;
  const at = showFullMoment(change.decidedAtMs);
  if (change.state === 'refused')
    return (
      <Notice kind="error">
        {fill(t.roles.refusedBecause, { reason: change.refusal })}
        <div>{`${t.roles.decidedBy}: ${decidedByName ?? change.decidedBy}, ${at}`}</div>
      </Notice>
    );
  const isAlone = change.decidedBy === change.requestedBy;
  return (
    <Notice kind={isAlone ? 'warning' : 'note'}>
      {isAlone
        ? fill(t.roles.decidedAlone, { name: requestedByName, at })
        : `${t.roles.state.approved}. ${t.roles.decidedBy}: ${decidedByName ?? change.decidedBy}, ${at}`}
    </Notice>
  );
}

function Decision({ row: { change, personName } }: { readonly row: RoleChangeRow }) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { person } = useSession();
  const mayNotDecide = useWhyNot('access.decide');
  const noServer = useWhyNoServer();
  const [refusing, setRefusing] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [tried, setTried] = useState(false);
  /** A second press before the answer has come decides nothing more. */
  const underWay = useRef(false);
  const isMine = change.requestedBy === person.id;
  const whyNot = (isMine ? t.roles.own : change.personId === person.id ? t.roles.receiver : mayNotDecide) ?? noServer;
  const words = { name: personName, wanted: wantedWords(change, t) };
  const once = async (work: () => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    await work();
    underWay.current = false;
  };
  const decide = (reason: string | null) =>
    once(async () => {
      const done = await execute('access/decide-role', { changeId: change.id, refusal: reason });
      if (done.ok) say('note', fill(reason === null ? t.roles.approved : t.roles.refused, words));
    });
  const approve = () => (whyNot === undefined ? void decide(null) : undefined);
  const refuse = () => {
    setTried(true);
    if (whyNot === undefined && isReason(refusal)) void decide(refusal.trim());
  };
  const withdraw = () =>
    once(async () => {
      const done = await execute('access/withdraw-role', { changeId: change.id });
      if (done.ok) say('note', fill(t.roles.withdrawn, words));
    });
  const startRefusing = () => (whyNot === undefined ? setRefusing(true) : undefined);
  useKeys({ approveChange: approve, refuseChange: startRefusing });
  return (
    <RecordSection title={t.roles.decideTitle} stays>
      <Stack>
        {whyNot === undefined ? <span>{fill(t.roles.approveMeans, words)}</span> : <Notice kind="info">{whyNot}</Notice>}
        <Stack row>
          <Button look="primary" icon={<DoneIcon />} hint="Ctrl+Enter" whyNot={whyNot} onClick={approve}>
            {t.roles.approve}
          </Button>
          <Button hint="F7" whyNot={whyNot} onClick={startRefusing}>
            {t.roles.refuse}
          </Button>
          {isMine && (
            <Button whyNot={noServer} onClick={() => void withdraw()}>
              {t.roles.withdraw}
            </Button>
          )}
        </Stack>
        {refusing && (
          <Form onSubmit={refuse}>
            <TextInput
              label={t.roles.refusal}
              value={refusal}
              onChange={setRefusal}
              autoFocus
              error={tried && !isReason(refusal) ? t.roles.reasonMissing : undefined}
            />
            <Button onClick={refuse}>{t.roles.refuseNow}</Button>
          </Form>
        )}
      </Stack>
    </RecordSection>
  );
}
