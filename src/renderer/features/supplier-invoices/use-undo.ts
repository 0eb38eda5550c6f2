import { useCallback } from 'react';
import type { CommandId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { UndoableLine } from '../../../shared/contract/engine.ts';
import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import { type SupplierInvoiceEvent, vouchedValues } from '../../../shared/domain/supplier-invoices/index.ts';
import { takeLocalAct } from '../../local-undo.ts';
import { useSay } from '../../messages.ts';
import { undoneSentence } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';

type Undone = { readonly line: UndoableLine; readonly undoId: CommandId };

/** What was taken back since the program started, the last one last. A new act of another kind does not empty it: redo is refused
 * by the rule when something has changed since. */
let undone: readonly Undone[] = [];
let busy = false;

/** Undo and redo, across invoices. Each opens the invoice that it changed. */
export function useUndo(open: (invoiceId: SupplierInvoiceId, field?: FieldName) => void): {
  readonly undo: () => void;
  readonly redo: () => void;
} {
  const engine = useEngine();
  const execute = useExecute();
  const say = useSay();
  const t = useText();

  const undo = useCallback(async () => {
    const [line] = await engine.query('supplier-invoices/undoable', { limit: 1 });
    const local = takeLocalAct(line?.atMs ?? 0);
    if (local !== undefined) {
      if (await local.undo()) say('note', fill(t.station.undone, { what: local.what }));
      return;
    }
    if (line === undefined) return say('warning', t.station.nothingToUndo);
    const result = await execute('supplier-invoices/undo', { invoiceId: line.invoiceId, undoes: line.commandId });
    if (!result.ok) return;
    undone = [...undone, { line, undoId: result.value.commandId }];
    say('note', fill(t.station.undone, { what: undoneSentence(line, t) }));
    open(line.invoiceId, fieldOf(line));
  }, [engine, execute, say, t, open]);

  /** Some acts are not redone by undoing their undoing: the clerk vouches anew, and the rules look anew. */
  const again = useCallback(
    async (event: SupplierInvoiceEvent, undoId: CommandId) => {
      const invoiceId = event.id;
      if (event.type === 'invoice-set-aside')
        return execute('supplier-invoices/set-aside-duplicate', { invoiceId, duplicateOf: event.duplicateOf });
      if (event.type !== 'invoice-verified') return execute('supplier-invoices/undo', { invoiceId, undoes: undoId });
      const card = await engine.query('supplier-invoices/card', { invoiceId });
      return execute('supplier-invoices/verify', {
        invoiceId,
        acknowledged: [...event.acknowledged],
        values: card === null ? null : vouchedValues(card.invoice),
        despiteDuplicate: event.despiteDuplicate === undefined ? null : { reason: event.despiteDuplicate },
      });
    },
    [engine, execute],
  );

  const redo = useCallback(async () => {
    const last = undone.at(-1);
    if (last === undefined) return say('warning', t.station.nothingToRedo);
    const { line, undoId } = last;
    const { event, invoiceId } = line;
    const result = await again(event, undoId);
    undone = undone.slice(0, -1);
    if (!result.ok) return;
    say('note', fill(t.station.redone, { what: undoneSentence(line, t) }));
    open(invoiceId, fieldOf(line));
  }, [again, say, t, open]);

  const once = useCallback(
    (act: () => Promise<void>) => {
      if (busy) return;
      busy = true;
      act()
        .catch(() => say('error', t.failed.failed))
        .finally(() => {
          busy = false;
        });
    },
    [say, t],
  );
  return { undo: () => once(undo), redo: () => once(redo) };
}

const fieldOf = ({ event }: UndoableLine): FieldName | undefined => (event.type === 'field-corrected' ? event.field : undefined);
