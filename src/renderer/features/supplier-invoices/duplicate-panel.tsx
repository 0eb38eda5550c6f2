import { useState } from 'react';
import type { Finding, SupplierInvoice, Twin } from '../../../shared/domain/supplier-invoices/index.ts';
import { showFullMoment } from '../../formats.ts';
import { useSay } from '../../messages.ts';
import { anyView, useGo } from '../../navigation.ts';
import { findingSentence, invoiceName } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';

type Props = {
  readonly invoice: SupplierInvoice;
  readonly twin: Twin;
  /** What else there is to see before it is verified all the same. */
  readonly warnings: readonly Finding[];
  readonly onClose: () => void;
  readonly onVerifyAnyway: (reason: string) => void;
  readonly onSetAside: () => void;
};

/** The same invoice is verified already: which, by whom, and the two ways on. */
export function DuplicatePanel({ invoice, twin, warnings, onClose, onVerifyAnyway, onSetAside }: Props) {
  const t = useText();
  const go = useGo();
  const say = useSay();
  const execute = useExecute();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tidy = reason.trim();

  const setAside = async () => {
    const done = await execute('supplier-invoices/set-aside-duplicate', { invoiceId: invoice.id, duplicateOf: twin.id });
    if (!done.ok) return;
    say('note', fill(t.online.setAsideDone, { invoice: invoiceName(invoice, t) }));
    onSetAside();
  };
  const verifyAnyway = () => {
    setTried(true);
    if (tidy !== '') onVerifyAnyway(tidy);
  };
  useKeys({ verify: verifyAnyway }, { level: 2 });
  return (
    <Panel title={t.online.duplicateTitle} closeName={t.common.close} onClose={onClose} takesFocus={false}>
      <Stack>
        <Notice kind="error">{twin.hidden ? t.online.duplicateElsewhere : <TwinSentence twin={twin} />}</Notice>
        {warnings.map((finding) => (
          <Notice key={`${finding.code} ${finding.field}`} kind="warning">
            {finding.field !== undefined && <strong>{t.field[finding.field]}: </strong>}
            {findingSentence(finding, t)}
          </Notice>
        ))}
        <Stack row>
          <Button
            small
            whyNot={twin.hidden ? t.online.setAsideElsewhere : undefined}
            onClick={() => (twin.hidden ? undefined : void setAside())}
          >
            {t.online.setAside}
          </Button>
          {!twin.hidden && (
            <Button small onClick={() => go({ at: 'invoice', invoiceId: twin.id, view: anyView })}>
              {t.online.showTwin}
            </Button>
          )}
        </Stack>
        <Form onSubmit={verifyAnyway}>
          <TextInput
            label={t.online.reason}
            value={reason}
            onChange={setReason}
            autoFocus
            error={tried && tidy === '' ? t.online.reasonMissing : undefined}
          />
          <Button hint="Ctrl+Enter" onClick={verifyAnyway}>
            {t.online.verifyAnyway}
          </Button>
        </Form>
      </Stack>
    </Panel>
  );
}

/** Which invoice it is, who vouched for it and when. */
function TwinSentence({ twin }: { readonly twin: Twin }) {
  const t = useText();
  const { data: card } = useEngineQuery('supplier-invoices/card', { invoiceId: twin.id }, { fresh: true });
  if (!card) return t.online.duplicateOne;
  const { invoice, people } = card;
  const named = fill(t.online.duplicateNamed, {
    invoice: invoiceName(invoice, t),
    state: t.invoiceState[invoice.state].toLowerCase(),
  });
  if (invoice.state !== 'verified' && invoice.state !== 'approved') return named;
  const by = fill(t.online.duplicateBy, {
    name: people[invoice.verifiedBy] ?? t.online.someone,
    at: showFullMoment(invoice.verifiedAtMs),
  });
  return `${named} ${by}`;
}
