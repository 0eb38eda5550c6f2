import { useState } from 'react';
import { parseGln, parsePeppolId, parseVatNumber } from '../../../shared/domain/identifiers/index.ts';
import { type PlainFact, type PlainFacts, plainFacts, type ShownSupplier } from '../../../shared/domain/suppliers/index.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useWhyNoServer } from '../../use-sync.ts';
import { useChangeFacts } from './use-change-facts.ts';

type Props = { readonly supplier: ShownSupplier; readonly onClose: () => void };
/** Those that are covered where the identity is protected are not changed blindly. */
const addressFacts: readonly PlainFact[] = ['street', 'postcode', 'city'];

/**
 * Name, numbers, visiting address, how to reach them; and whether the identity is protected. The telephone number is set by itself, first, and needs
 * the server; without it nothing is saved before that number is as it was.
 */
export function FactsForm({ supplier, onClose }: Props) {
  const t = useText();
  const save = useChangeFacts(supplier, onClose);
  const noServer = useWhyNoServer();
  const [values, setValues] = useState(
    () => Object.fromEntries(plainFacts.map((name) => [name, supplier[name] ?? ''])) as Record<PlainFact, string>,
  );
  const [protect, setProtect] = useState<'no' | 'yes'>('no');
  const asked = plainFacts.filter((name) => !supplier.isProtected || !addressFacts.includes(name));
  const isChanged = (name: PlainFact) => values[name].trim() !== (supplier[name] ?? '');
  const faultOf = (name: PlainFact) => {
    if (!isChanged(name)) return undefined;
    return name === 'phone' ? noServer : faultIn(name, values[name], t);
  };
  const saveAll = async () => {
    if (asked.some((name) => faultOf(name) !== undefined)) return;
    const facts: PlainFacts = Object.fromEntries(
      asked.filter(isChanged).map((name) => [name, values[name].trim() === '' ? null : values[name].trim()]),
    );
    if (Object.keys(facts).length === 0 && protect === 'no') return onClose();
    await save(facts, protect === 'yes');
  };
  return (
    <Form onSubmit={saveAll}>
      {asked.map((name) => (
        <TextInput
          key={name}
          label={t.plainFact[name]}
          value={values[name]}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
          error={faultOf(name)}
          {...(name === 'phone' && { hint: t.supplierCard.phoneHint })}
        />
      ))}
      {!supplier.isProtected && (
        <>
          <SelectInput
            label={t.supplierFacts.protect}
            value={protect}
            choices={[
              { value: 'no', text: t.supplierFacts.protectNo },
              { value: 'yes', text: t.supplierFacts.protectYes },
            ]}
            onChange={setProtect}
          />
          {protect === 'yes' && <Notice kind="warning">{t.supplierFacts.protectHint}</Notice>}
        </>
      )}
      <Notice kind="info">{t.supplierCard.editNote}</Notice>
      <Button look="primary" onClick={saveAll}>
        {t.supplierCard.save}
      </Button>
    </Form>
  );
}

function faultIn(name: PlainFact, text: string, t: Texts): string | undefined {
  if (name === 'name') return text.trim() === '' ? t.suppliers.nameMissing : undefined;
  if (text.trim() === '') return undefined;
  if (name === 'gln') return parseGln(text).ok ? undefined : t.rejected['wrong-gln'];
  if (name === 'peppolId') return parsePeppolId(text).ok ? undefined : t.rejected['wrong-peppol-id'];
  if (name !== 'vatNumber') return undefined;
  const parsed = parseVatNumber(text);
  return parsed.ok ? undefined : t.suppliers.wrong[parsed.error];
}
