import { useState } from 'react';
import { asId, type PersonId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly onAdded: (id: PersonId) => void; readonly onClose: () => void };

/** Someone new, without any role yet. */
export function AddPersonPanel({ onAdded, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [name, setName] = useState('');
  const [initials, setInitials] = useState('');
  const [tried, setTried] = useState(false);
  const isNameMissing = name.trim() === '';
  const isShortMissing = !/^\S{1,4}$/.test(initials.trim());
  const add = async () => {
    setTried(true);
    if (isNameMissing || isShortMissing) return;
    const personId = asId<'person'>(uuid());
    const done = await execute('access/add-person', { personId, name: name.trim(), initials: initials.trim() });
    if (!done.ok) return;
    say('note', fill(t.roles.added, { name: name.trim() }));
    onAdded(personId);
    onClose();
  };
  return (
    <Panel title={t.roles.addTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={() => void add()}>
        <p>{t.roles.addNote}</p>
        <TextInput
          label={t.roles.name}
          value={name}
          onChange={(typed) => {
            setName(typed);
            setInitials(
              typed
                .split(/\s+/)
                .map((part) => part.slice(0, 1).toUpperCase())
                .join('')
                .slice(0, 4),
            );
          }}
          required
          autoFocus
          error={tried && isNameMissing ? t.roles.nameMissing : undefined}
        />
        <TextInput
          label={t.roles.initials}
          value={initials}
          onChange={setInitials}
          required
          error={tried && isShortMissing ? t.roles.initialsMissing : undefined}
        />
        <Button look="primary" onClick={() => void add()}>
          {t.roles.add}
        </Button>
      </Form>
    </Panel>
  );
}
