import { useState } from 'react';
import { readLimits } from '../../../shared/contract/reader.ts';
import { type Previewed, registerKeeping } from '../../../shared/contract/register-exchange.ts';
import { exchangeRegisters } from '../../../shared/domain/register-exchange/index.ts';
import { useSay } from '../../messages.ts';
import { useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { FilePicker } from '../../ui/file-picker.tsx';
import { FormSection, FormSheet } from '../../ui/form-sheet.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useTask } from '../../use-execute.ts';
import { ExportSection } from './export-section.tsx';
import { usePaste } from './use-paste.ts';
import { type ChangeWizard, freely, type Wizard } from './use-wizard.ts';

/** The first step: a file is chosen or dropped. The register can be written to a file here too. */
export function FileStep({ wizard, change }: { readonly wizard: Wizard; readonly change: ChangeWizard }) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const { register } = wizard;
  const mayNot = useWhyNot(registerKeeping[register]);
  const [opening, setOpening] = useState<string>();
  usePaste((text) => void open([new File([text], t.registerImport.pastedName, { type: 'text/plain' })]));
  const open = async ([file, ...others]: readonly File[]) => {
    if (file === undefined || mayNot !== undefined) return;
    if (others.length > 0) say('warning', t.registerImport.oneFile);
    if (file.size > readLimits.bytes) return say('error', t.registerImport.tooBig);
    setOpening(file.name);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = file.name.slice(0, 300);
    const taken = await task('exchange/take-file', { register, name, bytes, ...freely } as never);
    setOpening(undefined);
    if (taken.ok) change(asFile(taken.value, name));
  };
  return (
    <FileDrop title={mayNot ?? t.registerImport.dropHere} note={t.registerImport.dropNote} onFiles={(files) => void open(files)}>
      <FormSheet>
        <FormSection title={t.registerImport.which}>
          <SelectInput
            label={t.registerImport.register}
            value={register}
            choices={exchangeRegisters.map((value) => ({ value, text: t.registerImport.registers[value] }))}
            onChange={(next) => change({ register: next })}
          />
        </FormSection>
        <FormSection title={t.registerImport.choose}>
          <span>{t.registerImport.chooseHint}</span>
          <span>{t.registerImport.pasteHint}</span>
          <span>
            <FilePicker
              text={t.registerImport.pick}
              look="primary"
              single
              accept=".csv,.txt,.tsv,.xlsx"
              whyNot={mayNot}
              onFiles={(files) => void open(files)}
            />
          </span>
          <span role="status">{opening === undefined ? '' : fill(t.registerImport.opening, { fileName: opening })}</span>
        </FormSection>
        <ExportSection key={register} register={register} />
      </FormSheet>
    </FileDrop>
  );
}

/** A file that can be looked at, or cannot as it is: it is kept all the same, for another choice of encoding. */
export const asFile = (previewed: Previewed, name: string) =>
  previewed.ok
    ? { file: { fileId: previewed.value.fileId, name }, preview: previewed.value, fault: null, look: freely }
    : { file: { fileId: previewed.error.fileId, name }, preview: null, fault: previewed.error.code, look: freely };
