import type { SourceFileId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { type FocusOn, type QueueView, useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InfoIcon } from '../../ui/icons.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { InvoiceCardScreen } from './invoice-card-screen.tsx';
import { useLearned } from './use-learned.ts';
import { useNeighbours } from './use-neighbours.ts';
import { VerifyScreen } from './verify-screen.tsx';

type Props = {
  readonly invoiceId: SupplierInvoiceId;
  readonly view: QueueView;
  readonly focusOn: FocusOn | undefined;
  readonly fromFile: SourceFileId | undefined;
  readonly fromToday: boolean;
};

/** One invoice: to be verified, or to look at. */
export function InvoiceScreen({ invoiceId, view, focusOn, fromFile, fromToday }: Props) {
  const t = useText();
  const go = useGo();
  const { person } = useSession();
  const { data: card } = useEngineQuery('supplier-invoices/card', { invoiceId });
  const neighbours = useNeighbours(view, invoiceId);
  const learned = useLearned();
  const goTo = (row: { readonly id: SupplierInvoiceId } | undefined) => {
    if (row === undefined) return false;
    go({ at: 'invoice', invoiceId: row.id, view, fromToday, ...(fromFile !== undefined && { fromFile }) });
    return true;
  };
  const leave = () =>
    go(fromFile !== undefined ? { at: 'intake', fileId: fromFile } : fromToday ? { at: 'today' } : { at: 'queue' });
  useKeys({
    back: leave,
    previousInvoice: () => goTo(neighbours.previous),
    nextInvoice: () => goTo(neighbours.next),
  });

  if (card === undefined) return null;
  if (card === null) return <EmptyState icon={<InfoIcon aria-hidden />} title={t.invoice.gone} />;
  // While the next invoice is fetched the last one stays, but takes no keys.
  const isCurrent = card.invoice.id === invoiceId;
  const mayCorrect = person.permissions.includes('supplier-invoices.correct');
  const shared = {
    card,
    neighbours,
    isCurrent,
    onLeave: leave,
    backTo: fromFile !== undefined ? t.invoice.backToFile : fromToday ? t.today.back : t.invoice.back,
    onNext: () => goTo(neighbours.next),
  };
  return card.invoice.state === 'scanned' && mayCorrect ? (
    <VerifyScreen key={card.invoice.id} {...shared} focusOn={focusOn} learned={learned} />
  ) : (
    <InvoiceCardScreen key={card.invoice.id} {...shared} />
  );
}
