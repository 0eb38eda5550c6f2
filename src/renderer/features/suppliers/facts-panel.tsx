import { useState } from 'react';
import { parseVatNumber } from '../../../shared/domain/identifiers/index.ts';
import { type PlainFact, type PlainFacts, plainFacts, type Supplier } from '../../../shared/domain/suppliers/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly supplier: Supplier; readonly onClose: () => void };

/** Changes what one person may change alone: name, address, how to reach them. */
export function FactsPanel({ supplier, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const [values, setValues] = useState(
    () => Object.fromEntries(plainFacts.map((name) => [name, supplier[name] ?? ''])) as Record<PlainFact, string>,
  );
  const faults: Partial<Record<PlainFact, string>> = {
    ...(values.name.trim() === '' && { name: t.suppliers.nameMissing }),
    ...vatFault(values.vatNumber, t.suppliers.wrong),
  };
  const save = async () => {
    if (Object.keys(faults).length > 0) return;
    const facts: PlainFacts = Object.fromEntries(
      plainFacts.flatMap((name) => {
        const typed = values[name].trim() === '' ? null : values[name].trim();
        return typed === (supplier[name] ?? null) ? [] : [[name, typed]];
      }),
    );
    if (Object.keys(facts).length === 0) return onClose();
    const changed = await execute('suppliers/change-facts', { supplierId: supplier.id, facts });
    if (!changed.ok) return;
    say('note', fill(t.supplierCard.saved, { name: values.name.trim() }));
    onClose();
  };
  return (
    <Panel title={t.supplierCard.edit} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Form onSubmit={save}>
        {plainFacts.map((name) => (
          <TextInput
            key={name}
            label={t.plainFact[name]}
            value={values[name]}
            autoFocus={name === 'name'}
            onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
            error={faults[name]}
            {...(name === 'phone' && { hint: t.supplierCard.phoneHint })}
          />
        ))}
        <Notice kind="info">{t.supplierCard.editNote}</Notice>
        <Button look="primary" onClick={save}>
          {t.supplierCard.save}
        </Button>
      </Form>
    </Panel>
  );
}

function vatFault(text: string, wrong: Record<string, string>): { readonly vatNumber?: string } {
  const parsed = text.trim() === '' ? undefined : parseVatNumber(text);
  if (parsed === undefined || parsed.ok) return {};
  return { vatNumber: wrong[parsed.error] ?? '' };
}
