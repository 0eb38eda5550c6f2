import { useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { Grant, Person } from '../../../shared/domain/access/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';
import { DayInput, isReason, ReasonInput, typedDay } from './role-form-fields.tsx';
import { wantedWords } from './role-sentences.ts';

type Props = { readonly person: Person; readonly grant: Grant; readonly onClose: () => void };

/** The last day of a role: at once, and by one person, for it only takes away. */
export function EndRoleForm({ person, grant, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { today } = useSession();
  const [day, setDay] = useState<string>(today);
  const [tried, setTried] = useState(false);
  const words = { role: t.role[grant.role], name: person.name };
  const end = async () => {
    setTried(true);
    const throughDay = typedDay(day);
    if (throughDay === undefined || throughDay === null) return;
    const done = await execute('access/end-role', { grantId: grant.id, throughDay });
    if (!done.ok) return;
    say('note', fill(t.roles.ended, { ...words, day: throughDay }));
    onClose();
  };
  useKeys({ approveChange: () => void end() }, { level: 2 });
  return (
    <Panel title={fill(t.roles.endTitle, words)} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void end()}>
        <Notice kind="info">{t.roles.endNote}</Notice>
        <DayInput label={t.roles.lastDay} value={day} onChange={setDay} tried={tried} required autoFocus />
        <Button look="primary" hint="Ctrl+Enter" onClick={() => void end()}>
          {t.roles.endNow}
        </Button>
      </Form>
    </Panel>
  );
}

/** Asks for a later last day, which a second person decides on. */
export function LongerRoleForm({ person, grant, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const ask = async () => {
    setTried(true);
    const throughDay = typedDay(day);
    const { id: grantId, role } = grant;
    if (throughDay === undefined || !isReason(reason) || role === 'program') return;
    const input = { changeId: asId<'roleChange'>(uuid()), grantId, throughDay, reason: reason.trim() };
    const done = await execute('access/request-longer-role', input);
    if (!done.ok) return;
    const { personId, within, fromDay } = grant;
    const days = { fromDay, ...(throughDay !== null && { throughDay }) };
    say('note', fill(t.roles.asked, { wanted: wantedWords({ kind: 'lengthen', grantId, personId, role, within, ...days }, t) }));
    onClose();
  };
  useKeys({ approveChange: () => void ask() }, { level: 2 });
  const title = fill(t.roles.lengthenTitle, { role: t.role[grant.role], name: person.name });
  return (
    <Panel title={title} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void ask()}>
        <Notice kind="info">{t.roles.giveNote}</Notice>
        <DayInput
          label={t.roles.throughDay}
          hint={t.roles.throughDayHint}
          value={day}
          onChange={setDay}
          tried={tried}
          autoFocus
        />
        <ReasonInput value={reason} onChange={setReason} tried={tried} />
        <Button look="primary" hint="Ctrl+Enter" onClick={() => void ask()}>
          {t.roles.ask}
        </Button>
      </Form>
    </Panel>
  );
}
