import { useState } from 'react';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { FormSection } from '../../ui/form-sheet.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { suggestedMapping } from './mapping-draft.ts';
import { useSaveMapping } from './use-save-mapping.ts';
import type { ChangeWizard, Wizard } from './use-wizard.ts';

/** Mappings under a name: one can be taken, and the one at hand can be kept for the next file of the kind. */
export function SavedMappings({ wizard, change }: { readonly wizard: Wizard; readonly change: ChangeWizard }) {
  const t = useText();
  const say = useSay();
  const { register, preview, mapping, mappingName, look } = wizard;
  const { save, drop: remove } = useSaveMapping(register);
  const { data: saved = [] } = useEngineQuery('exchange/mappings', { register });
  const [name, setName] = useState('');
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const chosen = saved.find((one) => one.name === mappingName);

  const take = (value: string) => {
    const one = saved.find((candidate) => candidate.name === value);
    if (one !== undefined) change({ mapping: one.mapping, mappingName: one.name });
    else if (preview !== null) change({ mapping: suggestedMapping(preview, { register, look }), mappingName: null });
  };
  const keep = async () => {
    if (mapping === null || name.trim() === '') return;
    if (!(await save({ name: name.trim(), mine: whose === 'mine', mapping }))) return;
    change({ mappingName: name.trim() });
    say('note', fill(t.registerImport.mappingSaved, { name: name.trim() }));
    setName('');
  };
  const drop = async () => {
    if (chosen === undefined) return;
    if (!(await remove(chosen))) return;
    change({ mappingName: null });
    say('note', fill(t.registerImport.mappingDropped, { name: chosen.name }));
  };
  return (
    <FormSection title={t.registerImport.saved}>
      <SelectInput
        label={t.registerImport.saved}
        value={mappingName ?? ''}
        choices={[
          { value: '', text: t.registerImport.suggestion },
          ...saved.map((one) => ({
            value: one.name,
            text: one.mine ? one.name : fill(t.registerImport.forAll, { name: one.name }),
          })),
        ]}
        onChange={take}
      />
      {chosen !== undefined && (
        <span>
          <Button small onClick={() => void drop()}>
            {t.registerImport.drop}
          </Button>
        </span>
      )}
      <Form onSubmit={() => void keep()}>
        <TextInput label={t.registerImport.saveAs} value={name} onChange={setName} hint={t.registerImport.saveAsHint} />
        {name.trim() !== '' && (
          <Stack>
            <SelectInput
              label={t.registerImport.saveFor}
              value={whose}
              choices={[
                { value: 'mine', text: t.registerImport.forMe },
                { value: 'all', text: t.registerImport.forEveryone },
              ]}
              onChange={setWhose}
            />
            <span>
              <Button onClick={() => void keep()}>{t.registerImport.save}</Button>
            </span>
          </Stack>
        )}
      </Form>
    </FormSection>
  );
}
