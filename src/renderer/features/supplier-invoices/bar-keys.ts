import type { FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import type { PanelName } from './station-panel.tsx';

const always = [
  'accept',
  'verify',
  'alternatives',
  'why',
  'absent',
  'zoom',
  'park',
  'supplierLookUp',
  'history',
  'copy',
  'nextPage',
] as const;
type BarKey = (typeof always)[number];

/** The keys that do something right now, for the bar below the station. */
export function barKeys(panel: PanelName | undefined, { fields, pages }: SupplierInvoice, focused: FieldName): readonly BarKey[] {
  if (panel === 'warnings') return ['verify'];
  if (panel === 'duplicate') return [];
  if (panel !== undefined) return ['why', 'park', 'history'];
  return always.filter(
    (name) => (name !== 'alternatives' || fields[focused].alternatives.length > 0) && (name !== 'nextPage' || pages.length > 1),
  );
}
