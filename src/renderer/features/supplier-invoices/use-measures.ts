import { useCallback, useEffect, useRef } from 'react';
import type { Fields } from '../../../shared/domain/invoice-fields/index.ts';
import { measuresOf, newVisit, type Sign, type Visit, withSign } from '../../../shared/domain/station-measures/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { useSession } from '../../session.ts';
import { keepMeasures } from './kept-measures.ts';

type Begun = { readonly visit: Visit; readonly came: Fields };
/** Visits to invoices that are not yet vouched for, by person and invoice: whoever comes back goes on. The oldest are let go. */
const begun = new Map<string, Begun>();
const mostBegun = 200;

const modifiers: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph'];

/** Measures the work with one invoice for the clerk's own eyes. What it gives is called when the invoice has been vouched for. */
export function useMeasures(invoice: SupplierInvoice, isCurrent: boolean): (left: Fields) => void {
  const { person, today } = useSession();
  const key = `${person.id}:${invoice.id}`;
  const came = useRef(invoice.fields);

  const note = useCallback(
    (kind: Sign['kind']) => {
      const held = begun.get(key) ?? { visit: newVisit, came: came.current };
      begun.delete(key);
      begun.set(key, { ...held, visit: withSign(held.visit, { kind, atMs: Date.now() }) });
      const [oldest] = begun.keys();
      if (oldest !== undefined && begun.size > mostBegun) begun.delete(oldest);
    },
    [key],
  );

  useEffect(() => {
    if (!isCurrent) return;
    const onKey = ({ key: pressed, repeat }: KeyboardEvent) => {
      if (!repeat && !modifiers.includes(pressed)) note('key');
    };
    const onPointer = () => note('pointer');
    const onSight = () => note(document.hidden ? 'hidden' : 'shown');
    onSight();
    const options = { capture: true, passive: true } as const;
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('pointerdown', onPointer, options);
    document.addEventListener('visibilitychange', onSight);
    return () => {
      window.removeEventListener('keydown', onKey, options);
      window.removeEventListener('pointerdown', onPointer, options);
      document.removeEventListener('visibilitychange', onSight);
      if (begun.has(key)) note('hidden');
    };
  }, [isCurrent, key, note]);

  return useCallback(
    (left: Fields) => {
      const held = begun.get(key);
      if (held === undefined) return;
      begun.delete(key);
      keepMeasures(person.id, today, measuresOf(withSign(held.visit, { kind: 'hidden', atMs: Date.now() }), held.came, left));
    },
    [key, person.id, today],
  );
}
