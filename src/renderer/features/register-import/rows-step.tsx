import { registerKeeping } from '../../../shared/contract/register-exchange.ts';
import { useWhyNot } from '../../session.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSignIcon, InfoIcon, ReadingIcon } from '../../ui/icons.ts';
import { WorkLine } from '../../ui/work-line.tsx';
import { useTask } from '../../use-execute.ts';
import { countTaken } from './count-taken.ts';
import { JudgedRows } from './judged-rows.tsx';
import { refusalWords } from './row-words.ts';
import { StepActions } from './step-actions.tsx';
import { useJob } from './use-job.ts';
import { type ChangeWizard, noFile, type Wizard } from './use-wizard.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Props = { readonly wizard: Wizard; readonly change: ChangeWizard; readonly onBack: () => void };

/** The third step: every row is judged against the register, and a person says which are taken. */
export function RowsStep({ wizard, change, onBack }: Props) {
  const t = useText();
  const task = useTask();
  const mayNot = useWhyNot(registerKeeping[wizard.register]);
  const { dryRunId, acceptance } = wizard;
  const { job, isGone } = useJob(dryRunId);
  const isJudged = job?.state.at === 'judged';
  const taken = job === undefined ? undefined : countTaken(job.tally, acceptance);
  const whyNot = mayNot ?? (taken !== undefined && taken.most === 0 ? t.registerImport.nothingToTake : undefined);
  const start = async () => {
    if (dryRunId === null) return;
    const begun = await task('exchange/start-import', { jobId: dryRunId, acceptance });
    if (begun.ok) change({ importId: begun.value.jobId });
  };
  const cancel = () => void task('exchange/cancel', { jobId: dryRunId ?? '' });
  const startOver = <Button onClick={() => change(noFile)}>{t.registerImport.startOver}</Button>;
  return (
    <WizardFrame
      wizard={wizard}
      actions={
        <StepActions
          step="rows"
          onBack={onBack}
          next={
            isJudged && taken !== undefined
              ? {
                  text: taken.isExact ? fillPlural(t.registerImport.start, taken.most) : t.registerImport.startSome,
                  whyNot,
                  onPress: () => void start(),
                }
              : undefined
          }
        />
      }
    >
      {isGone ? (
        <EmptyState icon={<InfoIcon aria-hidden />} title={t.registerImport.fileGone}>
          {startOver}
        </EmptyState>
      ) : job === undefined ? null : job.state.at === 'judging' ? (
        <EmptyState icon={<ReadingIcon aria-hidden />} title={t.registerImport.judgingNote}>
          <WorkLine text={fillPlural(t.registerImport.judging, job.rowsDone)} done={job.rowsDone} of={job.rowsInAll} />
          <Button onClick={cancel}>{t.registerImport.cancel}</Button>
        </EmptyState>
      ) : job.state.at === 'cancelled' ? (
        <EmptyState icon={<InfoIcon aria-hidden />} title={t.registerImport.cancelled}>
          <Button onClick={onBack}>{t.registerImport.back}</Button>
        </EmptyState>
      ) : job.state.at === 'refused' ? (
        <EmptyState
          icon={<ErrorSignIcon aria-hidden />}
          title={t.registerImport.cannotJudge}
          hint={refusalWords(job.state.refusal, t).join(' ')}
        >
          <Button onClick={onBack}>{t.registerImport.back}</Button>
        </EmptyState>
      ) : (
        <JudgedRows job={job} acceptance={acceptance} onChoose={(next) => change({ acceptance: next })} />
      )}
    </WizardFrame>
  );
}
