import { useCallback, useRef, useState } from 'react';
import type { SupplierInvoiceId } from '../../../shared/base/ids.ts';
import type { Box, Word } from '../../../shared/base/page.ts';
import { type FieldName, fieldKinds } from '../../../shared/domain/invoice-fields/index.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useTask } from '../../use-execute.ts';
import { around, type Span } from './page-words.ts';

type Place = { readonly page: number; readonly box: Box };
type Zone = Place & {
  readonly field: FieldName;
  readonly state: 'reading' | 'reading-harder' | 'read' | 'empty' | 'failed';
  /** What it gave. */
  readonly text: string;
};
type Options = {
  readonly invoiceId: SupplierInvoiceId;
  readonly focused: FieldName;
  /** The page that is shown, by its number in the file. */
  readonly page: number | undefined;
  /** What the arrows point at: F5 reads that. */
  readonly pointed: Place | undefined;
  /** Where the field's value stands now: F5 reads that, where no rectangle was drawn. */
  readonly held: Place | undefined;
  readonly focusField: (name: FieldName) => void;
  readonly onRead: (field: FieldName, page: number, span: Span) => void;
};

/** Reads what stands in a rectangle that was drawn on the page (zonläsning), for the field in focus; F5 reads it again, closer. */
export function useZone({ invoiceId, focused, page, pointed, held, focusField, onRead }: Options) {
  const t = useText();
  const say = useSay();
  const task = useTask({ quiet: true });
  const [zone, setZone] = useState<Zone>();
  /** Only the last rectangle counts; an answer to another one comes too late. */
  const latest = useRef(0);
  const own = zone?.field === focused ? zone : undefined;
  const isReading = own?.state === 'reading' || own?.state === 'reading-harder';

  const read = useCallback(
    async (field: FieldName, { page: on, box }: Place, harder: boolean) => {
      latest.current += 1;
      const mine = latest.current;
      const base = { field, page: on, box, text: '' };
      setZone({ ...base, state: harder ? 'reading-harder' : 'reading' });
      const answer = await task('supplier-invoices/read-zone', { invoiceId, page: on, box, kind: fieldKinds[field], harder });
      if (latest.current !== mine) return;
      if (!answer.ok) {
        setZone({ ...base, state: 'failed' });
        return say('warning', fill(t.zone.failed, { reason: t.failed[answer.error.cause] }));
      }
      const text = answer.value.text.trim();
      if (text === '') {
        setZone({ ...base, state: 'empty' });
        return say('warning', harder ? t.zone.emptyAgain : t.zone.empty);
      }
      setZone({ ...base, state: 'read', text });
      onRead(field, on, { text, box: boxOf(answer.value.words) ?? box });
    },
    [task, invoiceId, say, t, onRead],
  );

  const draw = useCallback(
    (box: Box) => {
      if (page === undefined) return;
      focusField(focused); // the value is accepted there, wherever the clerk was
      void read(focused, { page, box }, false);
    },
    [read, focusField, focused, page],
  );
  const readZone = () => {
    const isNew = pointed !== undefined && String(pointed.box) !== String(own?.box);
    const place = isNew ? pointed : (own ?? held);
    if (place === undefined) return say('warning', t.zone.nothing);
    void read(focused, place, !isNew);
  };
  const giveUp = useCallback(() => {
    latest.current += 1;
    setZone(undefined);
  }, []);
  useKeys({ back: giveUp }, { level: 2, active: isReading || own?.state === 'empty' || own?.state === 'failed' });

  return {
    draw,
    readZone,
    /** Drawn until it has been read; then the field's own box takes its place. */
    shown: own === undefined || own.state === 'read' ? undefined : { page: own.page, box: own.box, tag: tagOf(own.state, t) },
    spoken: own === undefined ? '' : own.state === 'read' ? fill(t.zone.read, { text: own.text }) : tagOf(own.state, t),
  };
}

function tagOf(state: Exclude<Zone['state'], 'read'>, t: ReturnType<typeof useText>): string {
  const tags = {
    reading: t.zone.reading,
    'reading-harder': t.zone.readingHarder,
    empty: t.zone.emptyTag,
    failed: t.zone.failedTag,
  };
  return tags[state];
}

function boxOf(words: readonly Word[]): Box | undefined {
  const [first, ...others] = words;
  return first && others.reduce<Box>((whole, word) => around(whole, word.box), first.box);
}
