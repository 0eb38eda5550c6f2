import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { administersAll, type HumanRole, humanRoles, type Person } from '../../../shared/domain/access/index.ts';
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
import { DayInput, isReason, ReasonInput, typedDay } from './role-form-fields.tsx';
import { wantedWords } from './role-sentences.ts';

type Props = {
  readonly person: Person;
  /** Nobody else has ever administered all units. */
  readonly isAlone: boolean;
  readonly onClose: () => void;
};

/** Asks for a role; whether it waits for a second person, or is the first other administrator, stands there before it is sent. */
export function GiveRoleForm({ person, isAlone, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  const [role, setRole] = useState<HumanRole>(isAlone ? 'administrator' : 'verification-clerk');
  const [unit, setUnit] = useState('');
  const [from, setFrom] = useState<string>(today);
  const [through, setThrough] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const within = unit.trim() === '' ? 'all' : unit.trim();
  const [fromDay, throughDay] = [typedDay(from), typedDay(through)];
  const isGivenAlone = isAlone && administersAll({ role, within });
  const ask = async () => {
    setTried(true);
    if (fromDay === undefined || fromDay === null || throughDay === undefined || !isReason(reason)) return;
    const ids = { changeId: asId<'roleChange'>(uuid()), grantId: asId<'grant'>(uuid()), personId: person.id };
    const done = await execute('access/request-role', { ...ids, role, within, fromDay, throughDay, reason: reason.trim() });
    if (!done.ok) return;
    const wanted = { kind: 'grant', ...ids, role, within, fromDay, ...(throughDay !== null && { throughDay }) } as const;
    say(
      'note',
      isGivenAlone ? fill(t.roles.givenAlone, { name: person.name }) : fill(t.roles.asked, { wanted: wantedWords(wanted, t) }),
    );
    onClose();
  };
  useKeys({ approveChange: () => void ask() }, { level: 2 });
  return (
    <Panel title={fill(t.roles.giveTitle, { name: person.name })} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void ask()}>
        <Notice kind="info">{isAlone ? t.roles.giveAlone : t.roles.giveNote}</Notice>
        <SelectInput
          label={t.roles.role}
          takesFocus
          value={role}
          choices={humanRoles.map((value) => ({ value, text: t.role[value] }))}
          onChange={setRole}
        />
        <TextInput label={t.roles.within} hint={t.roles.withinHint} value={unit} onChange={setUnit} />
        <DayInput label={t.roles.fromDay} value={from} onChange={setFrom} tried={tried} required />
        <DayInput label={t.roles.throughDay} hint={t.roles.throughDayHint} value={through} onChange={setThrough} tried={tried} />
        <ReasonInput value={reason} onChange={setReason} tried={tried} />
        <Button look="primary" hint="Ctrl+Enter" onClick={() => void ask()}>
          {t.roles.ask}
        </Button>
      </Form>
    </Panel>
  );
}
