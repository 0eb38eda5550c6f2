import { type ReactNode, useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { rolesOfFounder } from '../../../shared/domain/access/index.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Form } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Welcome } from '../../ui/welcome.tsx';
import { useExecute, useTask } from '../../use-execute.ts';
import { useLayUpUsual } from '../../use-lay-up-usual.ts';

type Props = {
  /** The other way to begin: this computer works with a server that others work with already. */
  readonly join: ReactNode;
};

/** The first run of an empty workspace: its first person, with every role that a person can hold; or a server to join. */
export function FoundWorkspace({ join }: Props) {
  const t = useText();
  const execute = useExecute();
  const task = useTask();
  const layUpUsual = useLayUpUsual();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const tidy = name.trim().replace(/\s+/g, ' ');

  const start = async () => {
    setTried(true);
    if (tidy === '') return;
    const grants = rolesOfFounder.map((role) => ({ id: asId<'grant'>(uuid()), role }));
    const id = asId<'person'>(uuid());
    const founded = await execute('access/found-workspace', {
      people: [{ id, name: tidy.slice(0, 100), initials: initialsOf(tidy), human: true, grants }],
    });
    if (!founded.ok) return;
    await task('session/choose-person', { personId: id });
    await layUpUsual();
  };
  return (
    <Welcome title={t.access.found} note={t.access.foundNote}>
      <Form onSubmit={start}>
        <TextInput
          label={t.access.name}
          placeholder={t.access.namePlaceholder}
          value={name}
          onChange={setName}
          required
          autoFocus
          error={tried && tidy === '' ? t.access.nameMissing : undefined}
        />
        <Button look="primary" onClick={start}>
          {t.access.start}
        </Button>
      </Form>
      <Disclosure title={t.access.joinInstead} startsOpen={false}>
        {join}
      </Disclosure>
    </Welcome>
  );
}

const initialsOf = (name: string): string => {
  const parts = name.split(' ');
  return [parts[0], parts.length > 1 ? parts.at(-1) : ''].map((part) => part?.[0]?.toUpperCase() ?? '').join('');
};
