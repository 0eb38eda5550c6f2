import { useCallback, useMemo } from 'react';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useWhyNoServer } from '../../use-sync.ts';

/** Approving a verified invoice (attest): offered to those whose role may, with the reason where it cannot be done now. */
export function useApprove(invoice: SupplierInvoice, name: string) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const { person } = useSession();
  const mayNot = useWhyNot('supplier-invoices.approve');
  const noServer = useWhyNoServer();
  const isVerified = invoice.state === 'verified';
  const ownWork = isVerified && invoice.verifiedBy === person.id ? t.rejected['four-eyes'] : undefined;
  const { data: controls } = useEngineQuery('supplier-control/of-invoice', { invoiceId: invoice.id });
  /** What stops, and stands in the card for the approver to see. */
  const seen = useMemo(
    () => controls?.payment.filter(({ severity }) => severity === 'stop').map(({ code }) => code) ?? [],
    [controls],
  );
  const whyNot = ownWork ?? noServer;
  const approve = useCallback(async () => {
    if (whyNot !== undefined) return;
    const approved = await execute('supplier-invoices/approve', { invoiceId: invoice.id, seen });
    if (approved.ok) say('note', fill(t.online.approved, { invoice: name }));
  }, [whyNot, execute, invoice.id, seen, say, t, name]);
  return {
    offered: isVerified && mayNot === undefined,
    whyNot,
    approve,
    text: seen.length > 0 ? t.online.approveDespite : t.online.approve,
  };
}
