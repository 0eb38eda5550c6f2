import type { ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { InvoiceBar } from '../../ui/invoice-bar.tsx';
import { Notice } from '../../ui/notice.tsx';

type Props = {
  readonly name: string;
  readonly note: string;
  /** It carries changes that the server has not answered. */
  readonly preliminary: boolean;
  /** Who else works on it, in words. */
  readonly busy?: string | undefined;
  /** Where the way back leads, in words. */
  readonly backTo: string;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** The line above an invoice: what it is, and what can be done with it. */
export function InvoiceHeader({ name, note, preliminary, busy, backTo, onLeave, children }: Props) {
  const t = useText();
  return (
    <InvoiceBar
      title={name}
      note={note}
      mark={preliminary ? { text: t.online.preliminary, hint: t.online.preliminaryNote } : undefined}
      notice={busy === undefined ? undefined : <Notice kind="warning">{busy}</Notice>}
      back={
        <Button look="subtle" hint="Esc" onClick={onLeave}>
          {`← ${backTo}`}
        </Button>
      }
    >
      {children}
    </InvoiceBar>
  );
}
