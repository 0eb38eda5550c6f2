import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { Finding } from '../../../shared/domain/supplier-invoices/index.ts';
import { findingSentence } from '../../sentences.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stack } from '../../ui/stack.tsx';
import { LookAlike, lookAlikeOf } from './look-alike.tsx';

type Props = {
  readonly invoiceId: SupplierInvoiceId;
  readonly warnings: readonly Finding[];
  readonly onClose: () => void;
};

/** Warnings that the clerk has to see before the invoice is verified all the same. */
export function WarningsPanel({ invoiceId, warnings, onClose }: Props) {
  const t = useText();
  const otherId = warnings.map(lookAlikeOf).find((id) => id !== undefined);
  return (
    <Panel title={t.station.warningsTitle} closeName={t.common.close} onClose={onClose}>
      <Stack>
        {warnings.map((finding) => (
          <Notice key={`${finding.code} ${finding.field}`} kind="warning">
            {finding.field !== undefined && <strong>{t.field[finding.field]}: </strong>}
            {findingSentence(finding, t)}
          </Notice>
        ))}
        {otherId !== undefined && <LookAlike invoiceId={invoiceId} otherId={otherId} onReleased={onClose} />}
        <p>{t.station.warningsAgain}</p>
      </Stack>
    </Panel>
  );
}
