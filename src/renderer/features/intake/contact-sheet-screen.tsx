import { useCallback, useMemo, useState } from 'react';
import type { SourceFileId, SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { FilePages, SourceFileRow } from '../../../shared/contract/engine.ts';
import { anyView, useGo } from '../../navigation.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ContactSheet } from '../../ui/contact-sheet.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { InfoIcon, ReadingIcon } from '../../ui/icons.ts';
import { InvoiceBar } from '../../ui/invoice-bar.tsx';
import { SheetFrame } from '../../ui/sheet-frame.tsx';
import { StationFrame } from '../../ui/station-frame.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { SheetDetails } from './sheet-details.tsx';
import { countPages, groupPages } from './sheet-groups.ts';
import { CountWarning, GroupHeading, ReadingProgress, Rejected, summaryOf } from './sheet-parts.tsx';
import { tileOf } from './sheet-tiles.tsx';
import { usePreference, useRestore } from './use-sheet-acts.ts';

type Props = {
  readonly fileId: SourceFileId;
  /** The file as its row in the list; undefined when the list does not hold it. */
  readonly file: SourceFileRow | undefined;
  /** The document that the clerk comes back from: its first page is marked. */
  readonly cameFrom: SupplierInvoiceId | undefined;
};
const none: FilePages['pages'] = [];

/** The contact sheet of a file (kontaktkarta): its pages in reading order under their documents, also while it is being read. */
export function ContactSheetScreen({ fileId, file, cameFrom }: Props) {
  const t = useText();
  const go = useGo();
  const { data: held } = useEngineQuery('intake/pages', { fileId }, { fresh: true });
  const leave = useCallback(() => go({ at: 'intake' }), [go]);
  const pages = held?.pages ?? none;
  const groups = useMemo(() => groupPages(pages), [pages]);
  const [marked, setMarked] = useState<number>();
  const fromDocument = cameFrom === undefined ? undefined : pages.find(({ invoice }) => invoice?.id === cameFrom)?.page;
  // By its number: pages come in between while the file is read, and the mark stays where it is.
  const markedPage = marked ?? fromDocument ?? pages[0]?.page;
  const shown = useMemo(() => groups.flatMap((group) => group.pages), [groups]);
  const active = Math.max(
    0,
    shown.findIndex(({ page }) => page === markedPage),
  );
  const page = shown[active];
  usePreference(fileId, file?.state === 'received', page?.role === 'waiting' ? page.page : null);

  const open = useCallback(
    (invoiceId: SupplierInvoiceId | undefined) => {
      if (invoiceId !== undefined) go({ at: 'invoice', invoiceId, view: anyView, fromFile: fileId });
    },
    [go, fileId],
  );
  const restore = useRestore(fileId, page);
  useKeys({ back: leave, restorePage: restore });

  const sections = useMemo(
    () =>
      groups.map((group) => ({
        key: group.key,
        heading: <GroupHeading group={group} onOpen={open} />,
        tiles: group.pages.map((one) => tileOf(one, t)),
      })),
    [groups, open, t],
  );
  return (
    <StationFrame
      header={
        <InvoiceBar
          title={held?.fileName ?? file?.name ?? ''}
          note={held ? fillPlural(t.sheet.documents, countPages(held).documents) : ''}
          back={
            <Button look="subtle" hint="Esc" onClick={leave}>
              {`← ${t.sheet.back}`}
            </Button>
          }
        >
          {null}
        </InvoiceBar>
      }
      body={
        held === null ? (
          <EmptyState icon={<InfoIcon aria-hidden />} title={t.sheet.gone} />
        ) : held?.state === 'rejected' ? (
          <Rejected reason={file?.reason ?? null} />
        ) : held === undefined ? null : pages.length === 0 ? (
          <EmptyState icon={<ReadingIcon aria-hidden />} title={t.sheet.opening} />
        ) : (
          <SheetFrame
            summary={summaryOf(held, t)}
            progress={held.state === 'received' && <ReadingProgress held={held} />}
            warning={<CountWarning held={held} file={file} />}
            asideName={t.sheet.details}
            main={
              <ContactSheet
                name={fill(t.sheet.name, { fileName: held.fileName })}
                sections={sections}
                active={active}
                onActive={(index) => setMarked(shown[index]?.page)}
                onOpen={(index) => open(shown[index]?.invoice?.id)}
              />
            }
            aside={<SheetDetails page={page} onOpen={() => open(page?.invoice?.id)} onRestore={restore} />}
          />
        )
      }
      footer={null}
    />
  );
}
