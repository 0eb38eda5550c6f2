import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { InvoiceBar } from '../../ui/invoice-bar.tsx';

type Props = {
  readonly name: string;
  readonly note: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** The line above an invoice: what it is, and what can be done with it. */
export function InvoiceHeader({ name, note, onLeave, children }: Props) {
  const t = useText();
  return (
    <InvoiceBar
      title={name}
      note={note}
      back={
        <Button look="subtle" hint="Esc" onClick={onLeave}>
          {`← ${t.invoice.back}`}
        </Button>
      }
    >
      {children}
    </InvoiceBar>
  );
}
