import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { FilePages, SourceFileRow } from '../../../shared/contract/engine.ts';
import { nameOf } from '../../sentences.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DocumentIcon, DroppedIcon, ErrorSignIcon, WaitingIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { SheetHeading } from '../../ui/sheet-heading.tsx';
import { countSentence } from './count-sentences.ts';
import { readFailure } from './intake-columns.tsx';
import { countPages, countsOfRow, doAgree, type SheetGroup } from './sheet-groups.ts';

/** What stands over the pages of a document: who sent it, its number, its type, and a way to open it. */
export function GroupHeading({
  group,
  onOpen,
}: {
  readonly group: SheetGroup;
  readonly onOpen: (id: SupplierInvoiceId) => void;
}) {
  const t = useText();
  const { invoice, kind, isContinued, pages } = group;
  const note = fillPlural(t.sheet.pageCount, pages.length);
  if (kind === 'waiting') return <SheetHeading icon={<WaitingIcon aria-hidden />} title={t.sheet.waiting} note={note} />;
  if (kind === 'dropped' || invoice === undefined)
    return <SheetHeading icon={<DroppedIcon aria-hidden />} title={t.sheet.dropped} note={note} />;
  const name = nameOf(invoice.supplierName, invoice.number, t);
  return (
    <SheetHeading
      icon={<DocumentIcon aria-hidden />}
      title={invoice.supplierName ?? t.invoice.unnamed}
      note={[isContinued ? t.sheet.continued : '', invoice.number ?? t.invoice.unnumbered, t.documentType[invoice.documentType]]
        .filter((part) => part !== '')
        .join(' · ')}
      act={{
        name: fill(t.sheet.openNamed, { invoice: name }),
        onPress: () => onOpen(invoice.id),
      }}
    />
  );
}

/** How far the reading has come, or how the pages add up. */
export function summaryOf(held: FilePages, t: Texts): string {
  const counts = countPages(held);
  if (held.state !== 'received') return doAgree(counts) ? countSentence(counts, t).text : '';
  const pagesRead = held.pages.filter(({ image }) => image !== null).length;
  return fillPlural(t.sheet.reading, counts.documents, { pagesRead, pageCount: counts.pages });
}

export function ReadingProgress({ held }: { readonly held: FilePages }) {
  const t = useText();
  const done = held.pages.filter(({ image }) => image !== null).length;
  return <Progress name={summaryOf(held, t)} done={done} of={held.pageCount ?? held.pages.length} />;
}

/** When the pages of a file that has been read do not add up, by the sheet or by its row. */
export function CountWarning({ held, file }: { readonly held: FilePages; readonly file: SourceFileRow | undefined }) {
  const t = useText();
  if (held.state !== 'read') return null;
  const kept = file && countsOfRow(file);
  const wrong = [countPages(held), ...(kept === undefined ? [] : [kept])].find((counts) => !doAgree(counts));
  return wrong === undefined ? null : <Notice kind="error">{countSentence(wrong, t).text}</Notice>;
}

/** A file that could not be read: why, and what to do. */
export function Rejected({ reason }: { readonly reason: string | null }) {
  const t = useText();
  const { why, remedy } = readFailure(reason, t);
  return <EmptyState icon={<ErrorSignIcon aria-hidden />} title={why} hint={remedy} />;
}
