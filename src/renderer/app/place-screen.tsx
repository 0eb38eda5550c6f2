import type { SupplierInvoiceId } from '../../shared/base/ids.ts';
import { AddFiles } from '../features/intake/add-files.tsx';
import { IntakeScreen } from '../features/intake/intake-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { InvoiceScreen } from '../features/supplier-invoices/invoice-screen.tsx';
import { QueueScreen } from '../features/supplier-invoices/queue-screen.tsx';
import { SuppliersScreen } from '../features/suppliers/suppliers-screen.tsx';
import type { Place } from '../navigation.ts';

type Props = { readonly place: Place; readonly cameFrom: SupplierInvoiceId | undefined };

/** The screen of a place. */
export function PlaceScreen({ place, cameFrom }: Props) {
  switch (place.at) {
    case 'queue':
      return <QueueScreen cameFrom={cameFrom} addFiles={<AddFiles />} />;
    case 'invoice':
      return <InvoiceScreen invoiceId={place.invoiceId} view={place.view} focusOn={place.focusOn} />;
    case 'intake':
      return <IntakeScreen />;
    case 'suppliers':
      return <SuppliersScreen supplierId={place.supplierId} />;
    case 'settings':
      return <SettingsScreen />;
  }
}
