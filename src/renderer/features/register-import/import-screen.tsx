import type { ExchangeRegister } from '../../../shared/domain/register-exchange/index.ts';
import { useGo } from '../../navigation.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { ReceiptStep } from './receipt-step.tsx';
import { RowsStep } from './rows-step.tsx';
import { StepActions } from './step-actions.tsx';
import { noFile, stepOf, useWizard } from './use-wizard.ts';
import { WizardFrame } from './wizard-frame.tsx';

/** Importera register: a file is looked at, its columns become fields, its rows are judged, and those that are chosen are taken. */
export function ImportScreen({ register }: { readonly register: ExchangeRegister | undefined }) {
  const go = useGo();
  const [wizard, change] = useWizard(register);
  const step = stepOf(wizard);
  /** One step out, never away from what is under way. */
  const back = () => {
    if (step === 'rows') change({ dryRunId: null });
    else if (step === 'columns') change(noFile);
    else go({ at: wizard.register });
  };
  useKeys({ back });
  const common = { wizard, change, onBack: back };
  if (step === 'columns') return <ColumnsStep key={wizard.file?.fileId} {...common} />;
  if (step === 'rows') return <RowsStep key={wizard.dryRunId} {...common} />;
  if (step === 'receipt') return <ReceiptStep key={wizard.importId} {...common} />;
  return (
    <WizardFrame wizard={wizard} actions={<StepActions step="file" onBack={back} />}>
      <FileStep wizard={wizard} change={change} />
    </WizardFrame>
  );
}
