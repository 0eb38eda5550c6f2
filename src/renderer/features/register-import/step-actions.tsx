import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import type { WizardStep } from './use-wizard.ts';

type Props = {
  readonly step: WizardStep;
  readonly onBack: () => void;
  readonly next?: { readonly text: string; readonly whyNot: string | undefined; readonly onPress: () => void } | undefined;
};

/** One step back, and one on (Ctrl+Enter). */
export function StepActions({ step, onBack, next }: Props) {
  const t = useText();
  useKeys({
    nextStep: () => (next === undefined || next.whyNot !== undefined ? false : next.onPress()),
  });
  return (
    <>
      <Button look="subtle" hint="Esc" onClick={onBack}>
        {`← ${step === 'columns' || step === 'rows' ? t.registerImport.back : t.registerImport.toRegister}`}
      </Button>
      {next !== undefined && (
        <Button look="primary" hint="Ctrl+Enter" whyNot={next.whyNot} onClick={next.onPress}>
          {next.text}
        </Button>
      )}
    </>
  );
}
