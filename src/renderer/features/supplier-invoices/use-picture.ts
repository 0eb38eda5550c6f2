import { useCallback, useEffect, useMemo, useState } from 'react';
import { type FieldName, fieldKinds } from '../../../shared/domain/invoice-fields/index.ts';
import { useSession } from '../../session.ts';
import { around, findTyped, type Span, snapToValue } from './page-words.ts';
import { useInvoiceWords } from './use-invoice-words.ts';
import { usePoint } from './use-point.ts';
import type { Station } from './use-station.ts';
import { useZone } from './use-zone.ts';

const none: readonly never[] = [];

/** What happens between the fields and the page: which page is shown, words that match what is typed, words that are clicked or
 * pointed at. */
export function usePicture(station: Station, focused: FieldName, focusField: (name: FieldName) => void) {
  const { today } = useSession();
  const { facts, drafts, changeDraft } = station;
  const { pages } = facts;
  const wordsByPage = useInvoiceWords(pages);
  const [place, setPlace] = useState(0);
  const page = pages[place];
  const words = (page && wordsByPage.get(page.page)?.words) ?? none;

  // The page follows the field in focus.
  const fieldPage = facts.fields[focused].page;
  useEffect(() => {
    const to = pages.findIndex((one) => one.page === fieldPage);
    if (to >= 0) setPlace(to);
  }, [fieldPage, pages]);

  const typed = drafts[focused]?.text ?? '';
  const matches = useMemo(() => {
    if (typed === '') return none;
    return [...wordsByPage].flatMap(([number, { words: ofPage }]) => {
      const { exact, begun } = findTyped(ofPage, typed, fieldKinds[focused], today);
      return (exact.length > 0 ? exact : begun).map(({ box }) => ({ page: number, box }));
    });
  }, [typed, wordsByPage, focused, today]);

  const onType = useCallback(
    (name: FieldName, text: string) => {
      const found = [...wordsByPage].flatMap(([number, { words: ofPage }]) =>
        findTyped(ofPage, text, fieldKinds[name], today).exact.map(({ box }) => ({ page: number, box })),
      );
      const [only, another] = found;
      const at = only !== undefined && another === undefined ? only : { page: null, box: null };
      changeDraft(name, { text, ...at, pointed: false });
    },
    [wordsByPage, today, changeDraft],
  );

  const onPickWord = useCallback(
    (index: number, extend: boolean) => {
      const span = snapToValue(words, index, fieldKinds[focused], today);
      if (span === undefined || page === undefined) return;
      const before = drafts[focused];
      const adds = extend && before?.pointed && before.box !== null && before.page === page.page;
      changeDraft(focused, {
        text: adds ? `${before.text} ${span.text}` : span.text,
        page: page.page,
        box: adds && before.box !== null ? around(before.box, span.box) : span.box,
        pointed: true,
      });
    },
    [words, focused, today, page, drafts, changeDraft],
  );

  const { box: fieldBox } = facts.fields[focused];
  const take = useCallback(
    (span: Span) => {
      if (page !== undefined) changeDraft(focused, { text: span.text, page: page.page, box: span.box, pointed: true });
    },
    [page, focused, changeDraft],
  );
  const point = usePoint({
    focused,
    page: page?.page,
    words,
    box: fieldPage === page?.page ? fieldBox : null,
    focusField,
    onTake: take,
  });

  const fillFrom = useCallback(
    (field: FieldName, on: number, { text, box }: Span) => changeDraft(field, { text, page: on, box, pointed: true }),
    [changeDraft],
  );
  const zone = useZone({
    invoiceId: facts.id,
    focused,
    page: page?.page,
    pointed: page !== undefined && point.span !== undefined ? { page: page.page, box: point.span.box } : undefined,
    held: fieldPage === null || fieldBox === null ? undefined : { page: fieldPage, box: fieldBox },
    focusField,
    onRead: fillFrom,
  });

  const turnPage = (by: number) => setPlace((now) => Math.max(0, Math.min(pages.length - 1, now + by)));
  const lookedAt = { place, onPlace: setPlace, words, matches };
  return {
    onType,
    turnPage,
    point,
    readZone: zone.readZone,
    /** The page when nothing may be filled in from it. */
    lookedAt,
    pane: {
      ...lookedAt,
      onPickWord,
      onDrawn: zone.draw,
      pointed: point.span,
      zone: zone.shown?.page === page?.page ? zone.shown : undefined,
      spoken: point.span?.text ?? zone.spoken,
    },
  };
}
