import type { InvoiceCard } from '../../../shared/contract/engine.ts';
import { showFullMoment } from '../../formats.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';

/** The notes on an invoice, the latest first, with who wrote them and when. */
export function NoteList({ card }: { readonly card: InvoiceCard }) {
  const t = useText();
  const { invoice, people } = card;
  return (invoice.notes ?? []).toReversed().map(({ text, by, atMs }) => (
    <Notice key={`${by} ${atMs}`} kind="info">
      <div dir="auto">{text}</div>
      <small>{fill(t.notes.by, { name: people[by] ?? t.online.someone, at: showFullMoment(atMs) })}</small>
    </Notice>
  ));
}
