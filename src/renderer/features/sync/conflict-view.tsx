import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Conflict } from '../../../shared/contract/engine.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { showFullMoment } from '../../formats.ts';
import { keys } from '../../keys.ts';
import { anyView, useGo } from '../../navigation.ts';
import { subjectSentence } from '../../sync-sentences.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { CompareGrid, markedIn, type Side } from '../../ui/compare-grid.tsx';
import { InvoiceBar } from '../../ui/invoice-bar.tsx';
import { KeyBar } from '../../ui/key-bar.tsx';
import { RecordPane } from '../../ui/record-pane.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { Stack } from '../../ui/stack.tsx';
import { StationFrame } from '../../ui/station-frame.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useStored } from '../../use-stored.ts';
import { ConflictFacts } from './conflict-facts.tsx';
import { differs, mineNote, type RowKey, shownValue, theirsNote } from './conflict-rows.ts';
import { useConflict } from './use-conflict.ts';

type Props = {
  readonly conflict: Conflict;
  readonly onLeave: () => void;
  readonly picture: (invoice: SupplierInvoice) => ReactNode;
};

/** Mine, the server's, and what both came from: side by side, field by field. Enter takes a side, Shift+Enter the whole record. */
export function ConflictView({ conflict, onLeave, picture }: Props) {
  const t = useText();
  const go = useGo();
  const { work, mine, theirs, base } = conflict;
  const { order, asked, chosen, left, whyNot, take, takeAll, finish } = useConflict(conflict, onLeave);
  const [share, setShare] = useStored('splitter.conflict', 40);
  const canChoose = whyNot === undefined && asked.length > 0;
  const [first] = asked;
  const [focus, setFocus] = useState(() => (canChoose && first !== undefined ? { key: first, side: 'mine' as Side } : undefined));
  const done = useRef<HTMLDivElement>(null);
  const isDecided = left.length === 0;

  // When all is decided the next key is the one that ends it.
  useEffect(() => {
    if (isDecided) done.current?.querySelector('button')?.focus();
  }, [isDecided]);

  const takeOne = async (key: RowKey, side: Side) => {
    if (!(await take(key, side))) return;
    const next = asked.slice(asked.indexOf(key) + 1).find((other) => left.includes(other)) ?? left.find((other) => other !== key);
    if (next !== undefined) setFocus({ key: next, side });
  };
  const acts = {
    takeSide: () => {
      const at = markedNow();
      const key = order.find((one) => one === at?.key);
      return at === undefined || key === undefined ? false : void takeOne(key, at.side);
    },
    takeRecord: () => {
      const at = markedNow();
      return at === undefined ? false : void takeAll(at.side);
    },
  };
  useKeys(acts);

  const chosenWord = { mine: t.conflict.tookMine, theirs: t.conflict.tookTheirs };
  const rows = order.map((key) => ({
    key,
    name: key === 'documentType' ? t.invoice.documentType : t.field[key],
    mark: chosen[key] !== undefined ? chosenWord[chosen[key]] : differs(conflict, key) ? t.conflict.differs : t.conflict.same,
    differs: asked.includes(key) && chosen[key] === undefined,
    choosable: canChoose && asked.includes(key),
    mine: {
      value: shownValue(mine, key, t),
      note: mineNote(conflict, key, t),
      chosen: chosen[key] === 'mine' ? t.conflict.tookMine : undefined,
    },
    theirs: {
      value: shownValue(theirs, key, t),
      note: theirsNote(conflict, key, t),
      chosen: chosen[key] === 'theirs' ? t.conflict.tookTheirs : undefined,
    },
    base: shownValue(base, key, t),
  }));
  const nothingDiffers = mine !== null && theirs !== null && asked.length === 0;
  const pictured = mine ?? theirs ?? base;
  const facts = (
    <RecordPane name={t.conflict.table} printedBy="">
      <ConflictFacts conflict={conflict} whyNot={nothingDiffers ? t.conflict.nothingDiffers : whyNot}>
        {canChoose && (
          <Stack row>
            <Button onClick={() => void takeAll('mine')}>{t.conflict.takeMine}</Button>
            <Button onClick={() => void takeAll('theirs')}>{t.conflict.takeTheirs}</Button>
          </Stack>
        )}
      </ConflictFacts>
      <CompareGrid
        name={t.conflict.table}
        heads={{ name: t.conflict.field, mine: t.conflict.mine, theirs: t.conflict.theirs, base: t.conflict.base }}
        rows={rows}
        focus={focus}
        onTake={(key, side) => void takeOne(key, side)}
      />
    </RecordPane>
  );
  const about = work.about?.entity === 'supplierInvoice' ? work.about : undefined;
  return (
    <StationFrame
      header={
        <InvoiceBar
          title={fill(t.conflict.title, { what: t.command[work.name] })}
          note={`${subjectSentence(work.about, t)} · ${work.actorName} ${showFullMoment(work.issuedAtMs)}`}
          back={
            <Button look="subtle" hint="Esc" onClick={onLeave}>
              {`← ${t.conflict.back}`}
            </Button>
          }
        >
          {about !== undefined && (
            <Button onClick={() => go({ at: 'invoice', invoiceId: about.id, view: anyView })}>{t.outbox.openInvoice}</Button>
          )}
          <div ref={done}>
            <Button
              look="primary"
              hint={t.outbox.dealWithHint}
              whyNot={isDecided ? undefined : fillPlural(t.conflict.left, left.length)}
              onClick={() => (isDecided ? void finish() : undefined)}
            >
              {t.conflict.finish}
            </Button>
          </div>
        </InvoiceBar>
      }
      body={
        pictured === null ? (
          facts
        ) : (
          <Splitter name={t.invoice.splitter} share={share} onShare={setShare} left={picture(pictured)} right={facts} />
        )
      }
      footer={
        <KeyBar
          name={t.station.keyBar}
          keyNames={t.keyName}
          keys={
            canChoose && !isDecided
              ? [
                  { combo: keys.takeSide.combo, does: t.key.takeSide, onPress: acts.takeSide },
                  { combo: keys.takeRecord.combo, does: t.key.takeRecord, onPress: acts.takeRecord },
                ]
              : []
          }
        />
      }
    />
  );
}

/** The cell that has the focus. */
const markedNow = () => (document.activeElement instanceof HTMLElement ? markedIn(document.activeElement) : undefined);
