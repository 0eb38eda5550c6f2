import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import { showFullMoment } from '../../formats.ts';
import { eventSentence } from '../../sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { useEngineQuery } from '../../use-engine.ts';

/** What has happened to the invoice (behandlingshistorik): who, when, before and after. The latest first. */
export function HistoryList({ invoiceId }: { readonly invoiceId: SupplierInvoiceId }) {
  const t = useText();
  const { data: lines } = useEngineQuery('supplier-invoices/history', { invoiceId, limit: 200 }, { fresh: true });
  if (lines === undefined) return <p>{t.common.loading}</p>;
  if (lines.length === 0) return <p>{t.invoice.noHistory}</p>;
  const latestFirst = [...lines].sort((a, b) => b.atMs - a.atMs);
  return (
    <Timeline
      lines={latestFirst.map(({ eventId, event, actorName, atMs }) => {
        const what = eventSentence(event, t);
        const undoes = 'undoes' in event && event.undoes !== undefined;
        const notes = [
          ...(event.type === 'invoice-parked' && event.note !== '' ? [fill(t.invoice.note, { note: event.note })] : []),
          ...(event.type === 'invoice-parked' && event.returnsOn !== null
            ? [fill(t.invoice.returnsOn, { day: event.returnsOn })]
            : []),
          ...(event.type === 'invoice-verified'
            ? event.acknowledged.map((code) =>
                fill(t.invoice.acknowledged, { finding: t.finding[code].split(':')[0]?.split('{')[0]?.trim() ?? '' }),
              )
            : []),
          ...(event.type === 'invoice-verified' && event.despiteDuplicate !== undefined
            ? [fill(t.invoice.despiteDuplicate, { reason: event.despiteDuplicate })]
            : []),
          ...(event.type === 'invoice-handed-over'
            ? [fill(t.invoice.handedOver, { from: event.fromUnitId, to: event.unitId })]
            : []),
          ...(event.type === 'invoice-handed-over' && event.note !== '' ? [fill(t.invoice.note, { note: event.note })] : []),
        ];
        return {
          key: eventId,
          when: showFullMoment(atMs),
          who: actorName,
          what: undoes ? fill(t.invoice.undoing, { what }) : what,
          notes,
        };
      })}
    />
  );
}
