import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { PanelName } from './station-panel.tsx';

const always = [
  'accept',
  'verify',
  'returnFaulty',
  'attachments',
  'alternatives',
  'why',
  'absent',
  'point',
  'readZone',
  'zoom',
  'reportFault',
  'park',
  'writeNote',
  'supplierLookUp',
  'history',
  'copy',
  'nextPage',
] as const;
const whilePointing = [
  'takeWord',
  'nextWord',
  'nextBlock',
  'lineEnd',
  'extendRight',
  'readZone',
  'zoom',
  'nextPage',
  'back',
] as const;
type BarKey = (typeof always)[number] | (typeof whilePointing)[number];

/** The keys that do something right now, for the bar below the station. */
export function barKeys(
  panel: PanelName | undefined,
  { fields, pages, judgement }: SupplierInvoice,
  focused: FieldName,
  pointing: boolean,
): readonly BarKey[] {
  if (pointing) return whilePointing.filter((name) => name !== 'nextPage' || pages.length > 1);
  if (panel === 'warnings') return ['verify'];
  if (panel === 'duplicate') return [];
  if (panel !== undefined) return ['why', 'reportFault', 'park', 'writeNote', 'history'];
  return always.filter(
    (name) =>
      (name !== 'alternatives' || fields[focused].alternatives.length > 0) &&
      (name !== 'nextPage' || pages.length > 1) &&
      (name !== 'returnFaulty' || judgement?.soundness === 'faulty') &&
      (name !== 'attachments' || judgement !== undefined),
  );
}
