import type { SupplierId, SupplierInvoiceId } from '../../shared/base/ids.ts';
import type { SupplierInvoice } from '../../shared/domain/supplier-invoices/index.ts';
import { AccessScreen } from '../features/access/access-screen.tsx';
import { ArticlesScreen } from '../features/articles/articles-screen.tsx';
import { CalendarsScreen } from '../features/calendar/calendars-screen.tsx';
import { CallsScreen } from '../features/call-notes/calls-screen.tsx';
import { CustomersScreen } from '../features/customers/customers-screen.tsx';
import { FaultsScreen } from '../features/faults/faults-screen.tsx';
import { AddFiles } from '../features/intake/add-files.tsx';
import { IntakeScreen } from '../features/intake/intake-screen.tsx';
import { OverviewScreen } from '../features/overview/overview-screen.tsx';
import { ChangesScreen } from '../features/register-changes/changes-screen.tsx';
import { ImportScreen } from '../features/register-import/import-screen.tsx';
import { RegisterQueueScreen } from '../features/register-queue/register-queue-screen.tsx';
import { TwinsScreen } from '../features/register-twins/twins-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { ControlsScreen } from '../features/supplier-control/controls-screen.tsx';
import { InvoicePicture } from '../features/supplier-invoices/invoice-picture.tsx';
import { InvoiceScreen } from '../features/supplier-invoices/invoice-screen.tsx';
import { QueueScreen } from '../features/supplier-invoices/queue-screen.tsx';
import { SupplierControls } from '../features/suppliers/supplier-controls.tsx';
import { SuppliersScreen } from '../features/suppliers/suppliers-screen.tsx';
import { SweepScreen } from '../features/sweep/sweep-screen.tsx';
import { ConflictScreen } from '../features/sync/conflict-screen.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';
import type { Place } from '../navigation.ts';

type Props = {
  readonly place: Place;
  readonly cameFrom: SupplierInvoiceId | undefined;
  readonly onOutbox: () => void;
  readonly onLeaveConflict: () => void;
};

const showPicture = (invoice: SupplierInvoice) => <InvoicePicture key={invoice.id} invoice={invoice} />;
const showControls = (supplierId: SupplierId) => <SupplierControls supplierId={supplierId} />;

/** The screen of a place. */
export function PlaceScreen({ place, cameFrom, onOutbox, onLeaveConflict }: Props) {
  switch (place.at) {
    case 'queue':
      return <QueueScreen view={place.view} cameFrom={cameFrom} addFiles={<AddFiles />} />;
    case 'today':
      return <TodayScreen cameFrom={cameFrom} />;
    case 'invoice':
      return (
        <InvoiceScreen
          invoiceId={place.invoiceId}
          view={place.view}
          focusOn={place.focusOn}
          fromFile={place.fromFile}
          fromToday={place.fromToday ?? false}
        />
      );
    case 'sweep':
      return <SweepScreen />;
    case 'intake':
      return <IntakeScreen fileId={place.fileId} cameFrom={cameFrom} />;
    case 'suppliers':
      return <SuppliersScreen supplierId={place.supplierId} />;
    case 'customers':
      return <CustomersScreen customerId={place.customerId} />;
    case 'articles':
      return <ArticlesScreen articleId={place.articleId} />;
    case 'calls':
      return <CallsScreen key={place.callId} callId={place.callId} />;
    case 'register-import':
      return <ImportScreen register={place.register} />;
    case 'register-twins':
      return <TwinsScreen />;
    case 'register-queue':
      return <RegisterQueueScreen />;
    case 'overview':
      return <OverviewScreen />;
    case 'faults':
      return <FaultsScreen />;
    case 'supplier-control':
      return <ControlsScreen findingId={place.findingId} />;
    case 'changes':
      return <ChangesScreen changeId={place.changeId} controls={showControls} />;
    case 'access':
      return <AccessScreen />;
    case 'calendars':
      return <CalendarsScreen />;
    case 'settings':
      return <SettingsScreen onOutbox={onOutbox} />;
    case 'conflict':
      return <ConflictScreen key={place.commandId} commandId={place.commandId} onLeave={onLeaveConflict} picture={showPicture} />;
  }
}
