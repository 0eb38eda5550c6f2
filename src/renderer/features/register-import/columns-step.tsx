import { registerKeeping } from '../../../shared/contract/register-exchange.ts';
import { prepareRows } from '../../../shared/domain/register-exchange/index.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useTask } from '../../use-execute.ts';
import { ColumnTable } from './column-table.tsx';
import { FileSettings } from './file-settings.tsx';
import { FirstRows } from './first-rows.tsx';
import { fieldWords } from './mapping-draft.ts';
import { SavedMappings } from './saved-mappings.tsx';
import { StepActions } from './step-actions.tsx';
import { useFitting } from './use-fitting.ts';
import { useSaveMapping } from './use-save-mapping.ts';
import type { ChangeWizard, Wizard } from './use-wizard.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Props = { readonly wizard: Wizard; readonly change: ChangeWizard; readonly onBack: () => void };

/** The second step: how the file is read, and which column becomes which fact. What the mapping lacks is said at once. */
export function ColumnsStep({ wizard, change, onBack }: Props) {
  const t = useText();
  const task = useTask();
  const { today } = useSession();
  const { save } = useSaveMapping(wizard.register);
  const mayNot = useWhyNot(registerKeeping[wizard.register]);
  useFitting(wizard, change);
  const { file, preview, mapping, fault } = wizard;
  const prepared = preview === null || mapping === null ? undefined : prepareRows(mapping, preview.columns, today);
  const faults = prepared === undefined || prepared.ok ? [] : prepared.error;
  const sentences = faults.map((one) => {
    const what = 'column' in one ? one.column : 'field' in one ? fieldWords(one.field, t) : '';
    return what === '' ? t.mappingFault[one.code] : fill(t.registerImport.faultIn, { what, why: t.mappingFault[one.code] });
  });
  const whyNot = mayNot ?? (fault !== null ? t.exchangeFault[fault] : sentences[0]);
  const judge = async () => {
    if (file === null || mapping === null) return;
    void save({ name: t.registerImport.lastUsed, mine: true, mapping });
    const job = await task('exchange/start-dry-run', { fileId: file.fileId, mapping, unitId: null });
    if (job.ok) change({ dryRunId: job.value.jobId });
  };
  return (
    <WizardFrame
      wizard={wizard}
      actions={
        <StepActions
          step="columns"
          onBack={onBack}
          next={{ text: t.registerImport.judge, whyNot, onPress: () => void judge() }}
        />
      }
    >
      <SideBySide
        left={
          <Stack padded>
            {fault !== null && <Notice kind="error">{t.exchangeFault[fault]}</Notice>}
            {sentences.map((sentence) => (
              <Notice key={sentence} kind="warning">
                {sentence}
              </Notice>
            ))}
            {preview !== null && mapping !== null && <ColumnTable preview={preview} mapping={mapping} change={change} />}
            {preview !== null && <FirstRows preview={preview} />}
          </Stack>
        }
        right={
          <Stack padded>
            <FileSettings wizard={wizard} change={change} />
            {preview !== null && mapping !== null && <SavedMappings wizard={wizard} change={change} />}
          </Stack>
        }
      />
    </WizardFrame>
  );
}
