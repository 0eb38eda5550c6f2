import { useState } from 'react';
import { registerKeeping } from '../../../shared/contract/register-exchange.ts';
import { type ExchangeRegister, writtenAdapters } from '../../../shared/domain/register-exchange/index.ts';
import { useSay } from '../../messages.ts';
import { useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FormSection } from '../../ui/form-sheet.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';
import { saveMadeFile } from './save-made-file.ts';

/** The register as a file, in a format of ours or by a saved mapping. */
export function ExportSection({ register }: { readonly register: ExchangeRegister }) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const mayNot = useWhyNot(registerKeeping[register]);
  const { data: saved = [] } = useEngineQuery('exchange/mappings', { register });
  const forms = [
    ...writtenAdapters
      .filter(({ mapping }) => mapping.register === register)
      .map(({ format, system, mapping }) => ({ value: format, text: t.registerImport.adapter[system], mapping })),
    ...saved.map(({ name, mine, mapping }) => ({
      value: `${mine} ${name}`,
      text: mine ? name : fill(t.registerImport.forAll, { name }),
      mapping,
    })),
  ];
  const [form, setForm] = useState(forms[0]?.value ?? '');
  const [kind, setKind] = useState<'csv' | 'xlsx'>('csv');
  const [isWhole, setWhole] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = forms.find(({ value }) => value === form) ?? forms[0];
  const whyNot = mayNot ?? (isWhole && reason.trim().length < 3 ? t.registerImport.reasonMissing : undefined);
  const write = async () => {
    if (chosen === undefined || busy || whyNot !== undefined) return;
    setBusy(true);
    const made = await task('exchange/export', {
      mapping: chosen.mapping,
      kind,
      unitId: null,
      reason: isWhole ? reason.trim() : null,
    });
    setBusy(false);
    if (!made.ok) return;
    saveMadeFile(made.value);
    say('note', fillPlural(t.registerImport.exported, made.value.rows, { fileName: made.value.fileName }));
  };
  return (
    <FormSection title={t.registerImport.export}>
      <span>{t.registerImport.exportNote}</span>
      <SelectInput label={t.registerImport.exportAs} value={chosen?.value ?? ''} choices={forms} onChange={setForm} />
      <SelectInput
        label={t.registerImport.exportKind}
        value={kind}
        choices={[
          { value: 'csv', text: t.registerImport.csv },
          { value: 'xlsx', text: t.registerImport.xlsx },
        ]}
        onChange={setKind}
      />
      {register !== 'articles' && (
        <SelectInput
          label={t.registerImport.covered}
          value={isWhole ? 'whole' : 'covered'}
          choices={[
            { value: 'covered', text: t.registerImport.coveredOut },
            { value: 'whole', text: t.registerImport.coveredIn },
          ]}
          onChange={(value) => setWhole(value === 'whole')}
        />
      )}
      {isWhole && (
        <TextInput
          label={t.registerImport.reason}
          value={reason}
          onChange={setReason}
          hint={t.registerImport.reasonHint}
          required
        />
      )}
      <span>
        <Button whyNot={whyNot} onClick={() => void write()}>
          {t.registerImport.exportAct}
        </Button>
      </span>
      <span role="status">{busy ? t.registerImport.exporting : ''}</span>
    </FormSection>
  );
}
