import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Screen } from '../../ui/screen.tsx';
import { Steps } from '../../ui/steps.tsx';
import { stepOf, type Wizard, wizardSteps } from './use-wizard.ts';

type Props = { readonly wizard: Wizard; readonly actions: ReactNode; readonly children: ReactNode };

/** What stands around every step: where it is, of which file, and the ways back and on. */
export function WizardFrame({ wizard, actions, children }: Props) {
  const t = useText();
  return (
    <Screen
      title={t.registerImport.title}
      tabs={
        <Steps
          name={t.registerImport.steps}
          at={wizardSteps.indexOf(stepOf(wizard))}
          steps={wizardSteps.map((name) => t.registerImport.step[name])}
          note={wizard.file?.name ?? ''}
        />
      }
      actions={actions}
    >
      {children}
    </Screen>
  );
}
