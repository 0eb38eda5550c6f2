import { useMemo, useState } from 'react';
import type { Box, Word } from '../../../shared/base/page.ts';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { type FieldName, fieldNames } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import type { PageBox } from '../../ui/page-boxes.tsx';
import { PagePicture, type Zoom } from '../../ui/page-picture.tsx';
import { PageStrip } from '../../ui/page-strip.tsx';
import { Snippet } from '../../ui/snippet.tsx';
import { makeStyles } from '../../ui/style.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { EInvoicePane } from './e-invoice-pane.tsx';
import { PageText } from './page-text.tsx';
import type { Span } from './page-words.ts';
import { useMissingPicture } from './use-missing-picture.ts';

type Props = {
  readonly facts: SupplierInvoice;
  /** The page that is shown: its place in the invoice. */
  readonly place: number;
  readonly onPlace: (place: number) => void;
  readonly focused: FieldName | undefined;
  readonly matches: readonly { readonly page: number; readonly box: Box }[];
  readonly words: readonly Word[];
  /** What the arrows point at, on the page that is shown. */
  readonly pointed?: Span | undefined;
  /** A rectangle that is being read, on the page that is shown, and how it goes. */
  readonly zone?: { readonly box: Box; readonly tag: string } | undefined;
  /** Said to those who hear the screen, when it changes. */
  readonly spoken?: string;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onPickWord?: ((index: number, extend: boolean) => void) | undefined;
  readonly onDrawn?: ((box: Box) => void) | undefined;
};

/** The picture of the invoice with the boxes of its fields; below it the value in focus at 200 %. */
export function PagePane(props: Props) {
  const { facts, place, onPlace, focused, matches, words, pointed, zone, spoken = '', zoom, onZoom, onPickWord, onDrawn } = props;
  const t = useText();
  const styles = useStyles();
  const page = facts.pages[place];
  const field = focused === undefined ? undefined : facts.fields[focused];
  const focusBox = field !== undefined && field.page === page?.page ? field.box : null;
  /** The value in focus, or what is about to be. */
  const snippetBox = pointed?.box ?? zone?.box ?? focusBox;
  const boxes = useMemo<readonly PageBox[]>(
    () => [
      ...fieldNames.flatMap((name) => {
        const { box, page: on } = facts.fields[name];
        if (box === null || on !== page?.page) return [];
        return [
          name === focused
            ? { key: name, box, kind: 'focus' as const, ...(pointed === undefined && { label: t.field[name] }) }
            : { key: name, box, kind: 'faint' as const },
        ];
      }),
      ...matches
        .filter((match) => match.page === page?.page)
        .map(({ box }) => ({ key: `match ${box}`, box, kind: 'match' as const })),
      ...(pointed === undefined ? [] : [{ key: 'point', box: pointed.box, kind: 'point' as const, label: pointed.text }]),
      ...(zone === undefined ? [] : [{ key: 'zone', box: zone.box, kind: 'zone' as const, label: zone.tag }]),
    ],
    [facts, page, focused, matches, pointed, zone, t],
  );
  const [asData, setAsData] = useState(false);
  const { version, failedText, onFailed } = useMissingPicture(page?.imageSha256 ?? '');
  if (page === undefined) return <EInvoicePane invoice={facts} focused={focused} />;
  const choice = facts.judgement !== undefined && (
    <Button small onClick={() => setAsData(!asData)}>
      {asData ? t.attachments.showPages : t.attachments.showData}
    </Button>
  );
  if (asData)
    return (
      <div className={styles.pane}>
        <div className={styles.bar}>{choice}</div>
        <div className={styles.picture}>
          <EInvoicePane invoice={facts} focused={focused} />
        </div>
      </div>
    );
  const source = blobAddress(page.imageSha256, { type: page.imageType });
  const pageName = fill(t.invoice.pageOf, { page: place + 1, pageCount: facts.pages.length });
  return (
    <div className={styles.pane}>
      <div className={styles.bar}>
        {choice}
        <PageStrip
          key={version}
          name={t.invoice.pages}
          place={place}
          onPlace={onPlace}
          pages={facts.pages.map((one, index) => ({
            name: fill(t.invoice.page, { page: index + 1 }),
            source: blobAddress(one.imageSha256, { type: one.imageType }),
          }))}
          zooms={(['field', 'width', 'page'] as const).map((mode) => ({ mode, text: t.invoice.zoomMode[mode] }))}
          zoom={zoom}
          onZoom={onZoom}
        />
      </div>
      <div className={styles.picture}>
        <PagePicture
          name={`${t.invoice.image}, ${pageName}`}
          source={source}
          widthPx={page.widthPx}
          heightPx={page.heightPx}
          boxes={boxes}
          focusBox={focusBox}
          inView={pointed?.box}
          zoom={zoom}
          onZoom={onZoom}
          words={words}
          onPickWord={onPickWord}
          onDrawn={onDrawn}
          version={version}
          failedText={failedText}
          onFailed={onFailed}
        />
        <PageText name={t.invoice.pageText} words={words} />
        <VisuallyHidden>
          <span role="status">{spoken}</span>
        </VisuallyHidden>
      </div>
      {focused !== undefined && (
        <div className={styles.snippet}>
          {snippetBox !== null && (
            <Snippet
              key={version}
              name={fill(t.invoice.snippet, { field: t.field[focused] })}
              source={source}
              ratio={page.heightPx / page.widthPx}
              box={snippetBox}
            />
          )}
        </div>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  bar: { flexShrink: 0 },
  picture: { flexGrow: 1, minHeight: 0, position: 'relative' },
  snippet: { height: '62px', flexShrink: 0, backgroundColor: '#fff' },
});
