import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { FormSection } from '../../ui/form-sheet.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngine } from '../../use-engine.ts';
import type { ChangeWizard, Look, Wizard } from './use-wizard.ts';

const encodings = ['utf-8', 'windows-1252', 'cp437', 'cp850', 'utf-16le', 'utf-16be'] as const;
const delimiters = [';', ',', '\t', '|'] as const;
const freely = 'auto';

/** How the file is read: what the program found out, and a person's choice instead. The file is looked at anew after each. */
export function FileSettings({ wizard, change }: { readonly wizard: Wizard; readonly change: ChangeWizard }) {
  const t = useText();
  const say = useSay();
  const engine = useEngine();
  const { register, file, look, preview, mapping } = wizard;
  const lookAnew = async (choice: Partial<Look>) => {
    if (file === null) return;
    const next = { ...look, ...choice };
    change({ look: next });
    try {
      const seen = await engine.query('exchange/preview', { register, fileId: file.fileId, ...next } as never);
      change(
        seen.ok
          ? { preview: seen.value, fault: null, mapping: null, mappingName: null }
          : { preview: null, fault: seen.error.code, mapping: null },
      );
      if (!seen.ok) say('error', fill(t.registerImport.cannotRead, { fileName: file.name }));
    } catch {
      say('error', t.registerImport.fileGone);
    }
  };
  const orFound = (sentence: string, found: string | null | undefined) => fill(sentence, { found: found ?? t.common.none });
  const signName = (sign: string) => t.registerImport.delimiterName[sign] ?? sign;
  return (
    <FormSection title={t.registerImport.settings}>
      {preview?.format != null && <Notice kind="note">{fill(t.registerImport.format, { format: preview.format })}</Notice>}
      {preview?.kind !== 'xlsx' && (
        <>
          <SelectInput
            label={t.registerImport.encoding}
            value={look.encoding ?? freely}
            choices={[
              { value: freely, text: orFound(t.registerImport.encodingFound, preview?.encoding) },
              ...encodings.map((value) => ({ value: value as string, text: value })),
            ]}
            onChange={(value) => void lookAnew({ encoding: value === freely ? null : value })}
          />
          <SelectInput
            label={t.registerImport.delimiter}
            value={look.delimiter ?? freely}
            choices={[
              {
                value: freely,
                text: orFound(t.registerImport.delimiterFound, preview?.delimiter == null ? null : signName(preview.delimiter)),
              },
              ...delimiters.map((value) => ({ value: value as string, text: signName(value) })),
            ]}
            onChange={(value) => void lookAnew({ delimiter: value === freely ? null : value })}
          />
        </>
      )}
      {preview !== null && preview.sheets.length > 1 && (
        <SelectInput
          label={t.registerImport.sheet}
          value={preview.sheet ?? ''}
          choices={preview.sheets.map((value) => ({ value, text: value }))}
          onChange={(sheet) => void lookAnew({ sheet })}
        />
      )}
      {preview !== null && (
        <SelectInput
          label={t.registerImport.headings}
          value={preview.hasHeadings ? 'yes' : 'no'}
          choices={[
            { value: 'yes', text: t.registerImport.headingsAre },
            { value: 'no', text: t.registerImport.headingsAreNot },
          ]}
          onChange={(value) => void lookAnew({ hasHeadings: value === 'yes' })}
        />
      )}
      {mapping?.columns.some(({ field }) => field === 'externalId') === true && (
        <TextInput
          label={t.registerImport.system}
          value={mapping.system ?? ''}
          onChange={(system) => change({ mapping: { ...mapping, system: system.trim() === '' ? null : system } })}
          required
        />
      )}
    </FormSection>
  );
}
