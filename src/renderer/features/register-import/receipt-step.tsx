import { useState } from 'react';
import type { ExchangeJob, ExchangeReceipt } from '../../../shared/contract/register-exchange.ts';
import { showFullMoment } from '../../formats.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InfoIcon, PrintIcon, SendingIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { Stack } from '../../ui/stack.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { WorkLine } from '../../ui/work-line.tsx';
import { useTask } from '../../use-execute.ts';
import { RowTable } from './row-table.tsx';
import { refusalWords } from './row-words.ts';
import { StepActions } from './step-actions.tsx';
import { useJob, useRows } from './use-job.ts';
import { type ChangeWizard, noFile, type Wizard } from './use-wizard.ts';
import { WizardFrame } from './wizard-frame.tsx';
import { WrongRowsFile } from './wrong-rows-file.tsx';

type Props = { readonly wizard: Wizard; readonly change: ChangeWizard; readonly onBack: () => void };

/** The last step: the rows are taken in, which can be cancelled, and a receipt says what came of each. */
export function ReceiptStep({ wizard, change, onBack }: Props) {
  const t = useText();
  const task = useTask();
  const { job, isGone } = useJob(wizard.importId);
  const { job: dryRun } = useJob(wizard.dryRunId);
  const total = dryRun?.rowsInAll ?? null;
  const isRunning = job?.state.at === 'importing';
  const another = { text: t.registerImport.another, whyNot: undefined, onPress: () => change(noFile) };
  return (
    <WizardFrame
      wizard={wizard}
      actions={<StepActions step="receipt" onBack={onBack} next={job === undefined || isRunning ? undefined : another} />}
    >
      {isGone ? (
        <EmptyState icon={<InfoIcon aria-hidden />} title={t.registerImport.fileGone}>
          <Button onClick={another.onPress}>{another.text}</Button>
        </EmptyState>
      ) : job === undefined ? null : isRunning ? (
        <EmptyState icon={<SendingIcon aria-hidden />} title={t.registerImport.importingNote}>
          <WorkLine
            text={fill(t.registerImport.importing, { done: job.rowsDone, total: total ?? '?' })}
            done={job.rowsDone}
            of={total}
          />
          <Button onClick={() => void task('exchange/cancel', { jobId: job.jobId })}>{t.registerImport.cancel}</Button>
        </EmptyState>
      ) : (
        <Settled job={job} />
      )}
    </WizardFrame>
  );
}

function Settled({ job }: { readonly job: ExchangeJob }) {
  const t = useText();
  const { rows, fetchMore } = useRows(job.jobId, 'all', true);
  const [marked, setMarked] = useState<number>();
  const { state } = job;
  const receipt = 'receipt' in state ? state.receipt : null;
  return (
    <SideBySide
      left={
        <RowTable
          register={job.mapping.register}
          rows={rows}
          acceptance={null}
          rowCount={job.tally.rows}
          startRow={marked}
          onMark={({ row }) => setMarked(row)}
          onNearEnd={fetchMore}
        />
      }
      right={
        <RecordPane name={t.registerImport.receipt} printedBy="">
          <RecordSection title={fill(t.registerImport.receiptOf, { fileName: job.fileName })}>
            {state.at === 'done' && <Notice kind="note">{t.registerImport.done}</Notice>}
            {state.at === 'cancelled' && <Notice kind="warning">{t.registerImport.stoppedEarly}</Notice>}
            {state.at === 'refused' && (
              <Notice kind="error">{[t.registerImport.failedEarly, ...refusalWords(state.refusal, t)].join(' ')}</Notice>
            )}
            {receipt !== null && receipt.answers.wrong + receipt.answers.refused > 0 && <WrongRowsFile job={job} />}
            {receipt !== null && <Receipt receipt={receipt} />}
          </RecordSection>
        </RecordPane>
      }
    />
  );
}

const answers = ['taken', 'unchanged', 'left-out', 'wrong', 'refused'] as const;

function Receipt({ receipt }: { readonly receipt: ExchangeReceipt }) {
  const t = useText();
  const go = useGo();
  const { people, person } = useSession();
  const by = [...people, person].find(({ id }) => id === receipt.by)?.name ?? receipt.by;
  return (
    <Stack>
      {receipt.requests > 0 && (
        <Notice kind="info" actions={<Button onClick={() => go({ at: 'changes' })}>{t.registerImport.showWaiting}</Button>}>
          {fillPlural(t.registerImport.waiting, receipt.requests)}
        </Notice>
      )}
      <ValueList
        values={[
          ...answers.map((answer) => ({ name: t.exchangeAnswer[answer], value: String(receipt.answers[answer]) })),
          {
            name: t.registerImport.at,
            value: fill(t.registerImport.fromTo, {
              from: showFullMoment(receipt.startedAtMs),
              to: showFullMoment(receipt.endedAtMs).slice(-5),
            }),
          },
          { name: t.registerImport.by, value: by },
          { name: t.registerImport.number, value: receipt.importId },
          { name: t.registerImport.mark, value: receipt.sha256 },
        ]}
      />
      <span className="no-print">
        <Button icon={<PrintIcon />} onClick={() => window.print()}>
          {t.registerImport.print}
        </Button>
      </span>
    </Stack>
  );
}
