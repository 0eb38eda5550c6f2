import { type RefObject, useState } from 'react';
import { dayInSweden } from '../../../shared/base/day.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { showFullMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';
import { usePhoneChange } from './use-phone-change.ts';

type Props = { readonly row: RegisterChangeRow; readonly inputRef: RefObject<HTMLInputElement | null> };

/** The call to the supplier (motringning): which number to ring and why that one, what was said, and a form to note it. */
export function CallBackSection({ row, inputRef }: Props) {
  const t = useText();
  const mayNot = useWhyNot('suppliers.register');
  const { change, callBackByName } = row;
  const { callBack, ring } = change;
  const isPending = change.state === 'pending';
  const phone = usePhoneChange(change);
  const [again, setAgain] = useState(false);
  return (
    <RecordSection title={t.change.callTitle}>
      <Stack>
        {isPending && (
          <Notice kind={ring === undefined ? 'warning' : 'info'}>
            {ring !== undefined && <strong>{fill(t.change.ringNow, { number: ring })}</strong>}
            <div>{ring === undefined ? t.change.ringNone : t.change.ringWhy}</div>
          </Notice>
        )}
        {isPending && phone !== undefined && (
          <Notice kind="warning">{fill(t.change.phoneIsNew, { name: phone.actorName, day: dayInSweden(phone.atMs) })}</Notice>
        )}
        {callBack !== undefined && (
          <Notice kind={callBack.confirmed ? 'note' : 'error'}>
            {fill(callBack.confirmed ? t.change.calledYes : t.change.calledNo, {
              name: callBackByName ?? '',
              who: callBack.spokeWith,
              at: showFullMoment(callBack.atMs),
            })}
            {callBack.note !== '' && <div>{callBack.note}</div>}
          </Notice>
        )}
        {isPending && mayNot !== undefined && callBack === undefined && <span>{t.change.callByKeeper}</span>}
        {isPending && mayNot === undefined && callBack !== undefined && !again && (
          <Stack row>
            <Button small onClick={() => setAgain(true)}>
              {t.change.noteAgain}
            </Button>
          </Stack>
        )}
        {isPending && mayNot === undefined && (callBack === undefined || again) && (
          <CallForm row={row} inputRef={inputRef} onNoted={() => setAgain(false)} />
        )}
      </Stack>
    </RecordSection>
  );
}

function CallForm({ row: { change }, inputRef, onNoted }: Props & { readonly onNoted: () => void }) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const noServer = useWhyNoServer();
  const [spokeWith, setSpokeWith] = useState('');
  const [answer, setAnswer] = useState<'yes' | 'no'>('no');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = spokeWith.trim() === '';
  const save = async () => {
    setTried(true);
    if (isMissing || noServer !== undefined) return;
    const noted = await execute('registers/note-call-back', {
      changeId: change.id,
      spokeWith: spokeWith.trim(),
      note: note.trim(),
      confirmed: answer === 'yes',
    });
    if (!noted.ok) return;
    say('note', t.change.callNoted);
    onNoted();
  };
  return (
    <Form onSubmit={save}>
      <TextInput
        label={t.change.spokeWith}
        value={spokeWith}
        onChange={setSpokeWith}
        inputRef={inputRef}
        error={tried && isMissing ? t.change.spokeWithMissing : undefined}
      />
      <SelectInput
        label={t.change.callAnswer}
        value={answer}
        choices={[
          { value: 'no', text: t.change.saysNo },
          { value: 'yes', text: t.change.saysYes },
        ]}
        onChange={setAnswer}
      />
      <TextInput label={t.change.callNoteText} value={note} onChange={setNote} hint={t.change.callMeans} />
      {noServer !== undefined && <Notice kind="info">{noServer}</Notice>}
      <Button hint="F8" whyNot={noServer} onClick={save}>
        {t.change.noteCall}
      </Button>
    </Form>
  );
}
