import { useMemo, useState } from 'react';
import { asId } from '../../../shared/base/ids.ts';
import type { SupplierCard } from '../../../shared/contract/engine.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly card: SupplierCard; readonly onClose: () => void };

/** What the supplier is called in another system: one id in each. */
export function ExternalIdForm({ card: { supplier, externalIds }, onClose }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const rowId = useMemo(() => asId<'supplierExternalId'>(uuid()), []);
  const own = externalIds.filter(({ supplierId }) => supplierId === supplier.id);
  const knownIn = (name: string) => own.find((one) => one.system === name.trim())?.externalId ?? '';
  const [system, setSystem] = useState(own[0]?.system ?? '');
  const [typed, setTyped] = useState<string>();
  const text = typed ?? knownIn(system);
  const save = async () => {
    if (system.trim() === '') return;
    const externalId = text.trim() === '' ? null : text.trim();
    const set = await execute('suppliers/set-external-id', { rowId, supplierId: supplier.id, system: system.trim(), externalId });
    if (!set.ok) return;
    say('note', fill(t.supplierFacts.idSaved, { system: system.trim() }));
    onClose();
  };
  return (
    <Form onSubmit={save}>
      <TextInput label={t.supplierFacts.system} hint={t.supplierFacts.systemHint} value={system} onChange={setSystem} />
      <TextInput label={t.supplierFacts.id} hint={t.supplierFacts.idHint} value={text} onChange={setTyped} />
      <Button look="primary" onClick={save}>
        {t.supplierFacts.saveId}
      </Button>
    </Form>
  );
}
