import { useState } from 'react';
import { addDays } from '../../../shared/base/day.ts';
import { asId } from '../../../shared/base/ids.ts';
import type { ControlFindingRow } from '../../../shared/contract/supplier-control.ts';
import {
  type FindingOutcome,
  findingOutcomes,
  type SnoozeDays,
  snoozeDays,
} from '../../../shared/domain/supplier-control/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';
import { useFindingName, useNoteSnooze } from './use-finding.ts';

export type FindingAct = 'snooze' | 'comment' | 'share' | 'complete';
type Props = { readonly act: FindingAct; readonly finding: ControlFindingRow; readonly onClose: () => void };

/** What an act on a finding asks for: words always, and for how long, with whom, or what came of it. */
export function FindingForm({ act, finding, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today, people, person } = useSession();
  const colleagues = people.filter(({ id }) => id !== person.id);
  const [days, setDays] = useState<SnoozeDays>(30);
  const [outcome, setOutcome] = useState<FindingOutcome>('handled');
  const [colleague, setColleague] = useState<string>(colleagues[0]?.id ?? '');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const noteSnooze = useNoteSnooze(finding);
  const name = useFindingName(finding);
  const findingId = finding.id;
  const least = act === 'snooze' ? 5 : 1;
  const isMissing = text.trim().length < least;

  const send = async (): Promise<boolean> => {
    switch (act) {
      case 'snooze': {
        const done = await execute('supplier-control/snooze', { findingId, days, reason: text });
        if (done.ok) {
          say('note', fill(t.controls.snoozed, { ...name, day: addDays(today, days) }));
          noteSnooze();
        }
        return done.ok;
      }
      case 'comment': {
        const done = await execute('supplier-control/comment', { findingId, text });
        if (done.ok) say('note', t.controls.commented);
        return done.ok;
      }
      case 'share': {
        const to = colleagues.find(({ id }) => id === colleague);
        if (to === undefined) return false;
        const done = await execute('supplier-control/share', { findingId, personId: asId<'person'>(to.id), text });
        if (done.ok) say('note', fill(t.controls.shared, { ...name, name: to.name }));
        return done.ok;
      }
      case 'complete': {
        const done = await execute('supplier-control/complete', { findingId, outcome, text });
        if (done.ok) say('note', fill(t.controls.completed, name));
        return done.ok;
      }
    }
  };
  const submit = async () => {
    setTried(true);
    if (!isMissing && (await send())) onClose();
  };
  useKeys({ complete: () => void submit() }, { level: 2 });

  const words = wordsOf[act];
  return (
    <Panel title={t.controls[words.title]} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      {act === 'share' && colleagues.length === 0 ? (
        <Notice kind="info">{t.controls.shareNobody}</Notice>
      ) : (
        <Form onSubmit={() => void submit()}>
          {act === 'snooze' && (
            <SelectInput
              label={t.controls.snoozeFor}
              takesFocus
              value={String(days)}
              choices={snoozeDays.map((one) => ({
                value: String(one),
                text: fill(t.controls.snoozeDays, { days: one, day: addDays(today, one) }),
              }))}
              onChange={(chosen) => setDays(snoozeDays.find((one) => String(one) === chosen) ?? days)}
            />
          )}
          {act === 'share' && (
            <SelectInput
              label={t.controls.shareWith}
              takesFocus
              value={colleague}
              choices={colleagues.map(({ id, name: who }) => ({ value: id as string, text: who }))}
              onChange={setColleague}
            />
          )}
          {act === 'complete' && (
            <SelectInput
              label={t.controls.completeOutcome}
              takesFocus
              value={outcome}
              choices={findingOutcomes.map((value) => ({ value, text: t.controls.outcome[value] }))}
              onChange={setOutcome}
            />
          )}
          <TextInput
            label={t.controls[words.text]}
            value={text}
            onChange={setText}
            required
            autoFocus={act === 'comment'}
            hint={act === 'snooze' ? t.controls.snoozeNote : act === 'complete' ? t.controls.completeNote : ''}
            error={tried && isMissing ? (least > 1 ? t.controls.reasonMissing : t.controls.textMissing) : undefined}
          />
          <Button look="primary" onClick={() => void submit()}>
            {t.controls[words.act]}
          </Button>
        </Form>
      )}
    </Panel>
  );
}

const wordsOf = {
  snooze: { title: 'snoozeTitle', text: 'snoozeWhy', act: 'snoozeAct' },
  comment: { title: 'commentTitle', text: 'commentText', act: 'commentAct' },
  share: { title: 'shareTitle', text: 'shareText', act: 'shareAct' },
  complete: { title: 'completeTitle', text: 'completeText', act: 'completeAct' },
} as const satisfies Record<FindingAct, { title: string; text: string; act: string }>;
