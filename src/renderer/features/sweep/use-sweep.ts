import { useState } from 'react';
import type { CommandId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { InputOf } from '../../../shared/contract/engine.ts';
import { fieldKinds, readTypedValue, type TypedValueFault } from '../../../shared/domain/invoice-fields/index.ts';
import type { AlikeFields, DoubtedField } from '../../../shared/domain/sweep/index.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';

type Correction = InputOf<'supplier-invoices/correct-field'>;
type Done = { readonly invoiceId: SupplierInvoiceId; readonly commandId: CommandId };

/** A row among those of every kind, so that what is typed of an invoice's date is not taken for its number. */
export const rowKey = (field: AlikeFields['field'], { invoiceId }: DoubtedField): string => `${field}:${invoiceId}`;

/** Goes through one kind of field in many invoices: each is an ordinary correction, decided on its own. */
export function useSweep(group: AlikeFields | undefined) {
  const t = useText();
  const say = useSay();
  const engine = useEngine();
  const { today } = useSession();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const [done, setDone] = useState<readonly Done[]>([]);
  const [isWriting, setWriting] = useState(false);

  const correctionOf = (row: DoubtedField, field: AlikeFields['field']): Correction | { readonly fault: TypedValueFault } => {
    const text = typed.get(rowKey(field, row));
    const base = { invoiceId: row.invoiceId, field, seen: { value: row.value } };
    if (text === undefined) return { ...base, value: row.value, raw: row.raw, page: null, box: null };
    const read = readTypedValue(fieldKinds[field], text, today);
    // What was typed was read from the same pixels.
    return read.ok
      ? { ...base, value: read.value, raw: text.trim(), page: row.page.page, box: [...row.box] }
      : { fault: read.error };
  };

  const type = (key: string, text: string) => {
    setTyped(new Map(typed).set(key, text));
    setRefused(new Map([...refused].filter(([one]) => one !== key)));
  };
  const leave = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };

  /** Vouches for all that is not left for later. */
  const confirm = async () => {
    if (group === undefined || isWriting) return;
    setWriting(true);
    const written: Done[] = [];
    const wrong = new Map<string, string>();
    for (const row of group.rows) {
      const key = rowKey(group.field, row);
      if (left.has(key)) continue;
      const correction = correctionOf(row, group.field);
      if ('fault' in correction) {
        wrong.set(key, t.typed[correction.fault]);
        continue;
      }
      const result = await engine.execute('supplier-invoices/correct-field', correction).catch(() => undefined);
      if (result?.ok) written.push({ invoiceId: row.invoiceId, commandId: result.value.commandId });
      else wrong.set(key, result === undefined ? t.failed.failed : t.rejected[result.error.code as keyof Texts['rejected']]);
    }
    setWriting(false);
    setRefused(wrong);
    if (written.length > 0) setDone(written);
    const says = [fillPlural(t.sweep.done, written.length), ...(wrong.size > 0 ? [fillPlural(t.sweep.refused, wrong.size)] : [])];
    say(wrong.size === 0 ? 'note' : 'warning', says.join(' · '));
  };

  /** Takes back all that was vouched for the last time. */
  const undo = async () => {
    let taken = 0;
    for (const { invoiceId, commandId: undoes } of done)
      if ((await engine.execute('supplier-invoices/undo', { invoiceId, undoes }).catch(() => undefined))?.ok) taken += 1;
    setDone([]);
    say(taken === done.length ? 'note' : 'warning', fillPlural(t.sweep.undone, taken));
  };
  return { typed, left, refused, done, isWriting, type, leave, confirm, undo };
}
