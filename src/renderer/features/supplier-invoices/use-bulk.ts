import { useState } from 'react';
import type { CommandId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { QueueRow } from '../../../shared/contract/engine.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';

type Done = { readonly invoiceId: SupplierInvoiceId; readonly commandId: CommandId };
/** What came of an act on several rows: those that it was done to, and why not to the others. */
export type BulkResult = {
  readonly done: readonly Done[];
  readonly failed: readonly { readonly name: string; readonly why: string }[];
  /** How it is taken back; missing: it cannot be. */
  readonly undo?: () => Promise<void>;
};
/** A basket is held as long as a working day, also without a network. */
const basketMinutes = 480;

export const nameOfRow = ({ supplierName, number }: QueueRow, t: Texts): string =>
  [supplierName ?? t.invoice.unnamed, number].filter((part) => part !== null).join(' ');

/** Acts on several invoices at once. Each is decided on its own; what could not be done is told row by row. */
export function useBulk() {
  const engine = useEngine();
  const say = useSay();
  const t = useText();
  const { person } = useSession();
  const [result, setResult] = useState<BulkResult>();

  const tell = (next: BulkResult) => {
    setResult(next);
    const done = fillPlural(t.work.done, next.done.length);
    say(
      next.failed.length === 0 ? 'note' : 'warning',
      next.failed.length === 0 ? done : `${done} · ${fillPlural(t.work.failed, next.failed.length)}`,
    );
  };
  const why = (error: { readonly code: string }) => t.rejected[error.code as keyof Texts['rejected']] ?? error.code;

  /** One command for each row, one after the other. */
  const each = async (
    rows: readonly QueueRow[],
    act: (row: QueueRow) => ReturnType<typeof engine.execute<'supplier-invoices/park' | 'supplier-invoices/resume'>>,
  ) => {
    const done: Done[] = [];
    const failed: { name: string; why: string }[] = [];
    for (const row of rows) {
      const acted = await act(row).catch(() => undefined);
      if (acted?.ok) done.push({ invoiceId: row.id, commandId: acted.value.commandId });
      else failed.push({ name: nameOfRow(row, t), why: acted === undefined ? t.failed.failed : why(acted.error) });
    }
    const undo = async () => {
      for (const { invoiceId, commandId: undoes } of done) await engine.execute('supplier-invoices/undo', { invoiceId, undoes });
      setResult(undefined);
    };
    tell({ done, failed, ...(done.length > 0 && { undo }) });
  };

  const takeBasket = async (rows: readonly QueueRow[]) => {
    const invoiceIds = rows.slice(0, 100).map(({ id }) => id);
    const taken = await engine.execute('leases/take-basket', { invoiceIds, minutes: basketMinutes }).catch(() => undefined);
    if (taken === undefined || !taken.ok) return say('error', taken === undefined ? t.failed.offline : why(taken.error));
    const { rows: mine } = await engine.query('queue/list', {
      ...{ queue: 'all', filter: 'låst:mig', sort: 'received', descending: false, after: null, limit: 500 },
    });
    const held = new Set(mine.map(({ id }) => id));
    const done = rows.filter(({ id }) => held.has(id)).map(({ id }) => ({ invoiceId: id, commandId: taken.value.commandId }));
    const failed = rows
      .filter(({ id }) => !held.has(id))
      .map((row) => ({ name: nameOfRow(row, t), why: fill(t.work.heldBy, { name: row.lock?.holderName ?? t.online.someone }) }));
    const undo = async () => {
      await engine.execute('leases/give-back-basket', { invoiceIds: done.map(({ invoiceId }) => invoiceId) });
      setResult(undefined);
    };
    tell({ done, failed, undo });
  };
  const giveBack = async (rows: readonly QueueRow[]) => {
    const invoiceIds = rows.filter(({ lock }) => lock?.holder === person.id).map(({ id }) => id);
    if (invoiceIds.length === 0) return;
    const given = await engine.execute('leases/give-back-basket', { invoiceIds }).catch(() => undefined);
    if (given === undefined || !given.ok) return say('error', given === undefined ? t.failed.offline : why(given.error));
    tell({ done: invoiceIds.map((invoiceId) => ({ invoiceId, commandId: given.value.commandId })), failed: [] });
  };
  return { each, takeBasket, giveBack, result, forget: () => setResult(undefined) };
}
