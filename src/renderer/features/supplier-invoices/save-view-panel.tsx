import { useState } from 'react';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';

type Props = {
  readonly onSave: (name: string, shared: boolean) => Promise<{ readonly ok: boolean }>;
  readonly onClose: () => void;
};

/** Saves what is shown as a view: under a name, for oneself or for all. */
export function SaveViewPanel({ onSave, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const [name, setName] = useState('');
  const [forWhom, setForWhom] = useState<'own' | 'all'>('own');
  const save = async () => {
    if (name.trim() === '' || !(await onSave(name, forWhom === 'all')).ok) return;
    say('note', fill(t.views.saved, { name: name.trim() }));
    onClose();
  };
  return (
    <Panel title={t.views.saveTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={save}>
        <TextInput label={t.views.name} value={name} onChange={setName} autoFocus required />
        <SelectInput
          label={t.views.forWhom}
          value={forWhom}
          choices={(['own', 'all'] as const).map((value) => ({ value, text: t.views.share[value] }))}
          onChange={setForWhom}
        />
        <Button look="primary" onClick={save}>
          {t.common.save}
        </Button>
      </Form>
    </Panel>
  );
}
