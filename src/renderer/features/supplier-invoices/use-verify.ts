import { useCallback } from 'react';
import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import { type Finding, type SupplierInvoice, vouchedValues } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSay } from '../../messages.ts';
import { findingSentence, invoiceName } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';
import { nextStop } from './station-facts.ts';
import type { PanelName } from './station-panel.tsx';
import { fieldsToDecide, type Station } from './use-station.ts';

type Options = {
  readonly station: Station;
  readonly focused: FieldName;
  readonly focusField: (name: FieldName) => void;
  readonly panel: PanelName | undefined;
  readonly setPanel: (panel: PanelName | undefined) => void;
  /** With the invoice as it was vouched for. */
  readonly onVerified: (vouched: SupplierInvoice) => void;
};

/** Enter and Ctrl+Enter: accept a field and go on; verify the invoice and go on. */
export function useVerify({ station, focused, focusField, panel, setPanel, onVerified }: Options) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();

  const accept = useCallback(
    (direction: 1 | -1) => {
      if (!station.settle(focused, direction === 1)) return;
      const { facts, findings } = station.now();
      const next = nextStop(facts, focused, direction, fieldsWithErrors(findings));
      if (next !== undefined) focusField(next);
    },
    [station, focused, focusField],
  );

  const verify = useCallback(
    async (despiteReason?: string) => {
      const typed = Object.keys(station.drafts) as FieldName[];
      const unsettled = typed.find((name) => !station.settle(name, name === focused));
      if (unsettled !== undefined) return focusField(unsettled);
      const { facts, findings: all, twin } = station.now();
      // The same invoice, verified already, has its own panel and its own way past it.
      const findings = twin === undefined ? all : all.filter(({ code }) => code !== 'same-invoice');
      const [first, ...others] = fieldsToDecide(facts);
      if (first !== undefined) {
        setPanel(undefined);
        focusField(first);
        return say('warning', fill(t.station.undecided, { fields: [first, ...others].map((name) => t.field[name]).join(', ') }));
      }
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) {
        setPanel(undefined);
        const field = errors.find((error) => error.field !== undefined)?.field;
        if (field !== undefined) focusField(field);
        return say('warning', fill(t.station.stopped, { findings: errors.map((error) => findingSentence(error, t)).join(' ') }));
      }
      if (twin !== undefined && despiteReason === undefined) return setPanel('duplicate');
      if (findings.length > 0 && panel !== 'warnings' && despiteReason === undefined) return setPanel('warnings');
      if (!(await station.allWritten())) return;
      const acknowledged = [...new Set(findings.map(({ code }) => code))];
      const result = await execute('supplier-invoices/verify', {
        invoiceId: facts.id,
        acknowledged,
        values: vouchedValues(facts),
        despiteDuplicate: despiteReason === undefined ? null : { reason: despiteReason },
      });
      if (!result.ok) return;
      say('note', fill(t.station.verified, { invoice: invoiceName(facts, t) }));
      onVerified(facts);
    },
    [station, focused, focusField, panel, setPanel, say, t, execute, onVerified],
  );

  return { accept, verify };
}

const fieldsWithErrors = (findings: readonly Finding[]): ReadonlySet<FieldName> =>
  new Set(findings.flatMap(({ field, severity }) => (severity === 'error' && field !== undefined ? [field] : [])));
