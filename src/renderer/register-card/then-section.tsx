import type { ReactNode } from 'react';
import type { Day } from '../../shared/base/day.ts';
import { fill } from '../text/fill.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { RecordSection } from '../ui/record-pane.tsx';

type Props = {
  readonly day: Day;
  /** Null: it was not in the register. */
  readonly name: string | null;
  /** Said then. */
  readonly notThen: string;
  readonly onBack: () => void;
  readonly children: ReactNode;
};

/** A row of a register as it stood when a day had ended; said so that nobody takes it for now. */
export function ThenSection({ day, name, notThen, onBack, children }: Props) {
  const t = useText();
  return (
    <RecordSection title={name ?? day} leads>
      <Notice
        kind="warning"
        actions={
          <Button small onClick={onBack}>
            {t.supplierCard.backToNow}
          </Button>
        }
      >
        <strong>{fill(name === null ? notThen : t.supplierCard.asOfNotice, { day })}</strong>
      </Notice>
      {name !== null && children}
    </RecordSection>
  );
}
