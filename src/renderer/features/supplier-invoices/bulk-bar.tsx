import { useState } from 'react';
import type { QueueRow } from '../../../shared/contract/engine.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { ActionBar } from '../../ui/action-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { useEngine } from '../../use-engine.ts';
import { ParkForm } from './park-panel.tsx';
import { TakeOverPanel } from './take-over-panel.tsx';
import { useBulk } from './use-bulk.ts';

type Props = { readonly rows: readonly QueueRow[]; readonly onClear: () => void };

/** How many rows are chosen and what can be done with them; then what came of it, row by row, and the way back. */
export function BulkBar({ rows, onClear }: Props) {
  const t = useText();
  const engine = useEngine();
  const { person } = useSession();
  const mayPark = useWhyNot('supplier-invoices.park');
  const mayCorrect = useWhyNot('supplier-invoices.correct');
  const bulk = useBulk();
  const [opens, setOpens] = useState<'park' | 'take-over'>();
  const [only] = rows;
  const heldByOther = rows.length === 1 && only?.lock != null && only.lock.holder !== person.id ? only : undefined;
  if (rows.length === 0 && bulk.result === undefined) return null;
  const close = () => setOpens(undefined);
  return (
    <>
      {rows.length > 0 && (
        <ActionBar name={t.work.acts} says={fillPlural(t.work.chosen, rows.length)}>
          <Button whyNot={mayCorrect} onClick={() => void bulk.takeBasket(rows)}>
            {t.work.basket}
          </Button>
          {rows.some(({ lock }) => lock?.holder === person.id) && (
            <Button onClick={() => void bulk.giveBack(rows)}>{t.work.giveBack}</Button>
          )}
          {heldByOther !== undefined && <Button onClick={() => setOpens('take-over')}>{t.work.takeOver}</Button>}
          <Button whyNot={mayPark} onClick={() => setOpens('park')}>
            {t.work.park}
          </Button>
          {rows.some(({ queue }) => queue === 'parked') && (
            <Button
              whyNot={mayPark}
              onClick={() => void bulk.each(rows, ({ id }) => engine.execute('supplier-invoices/resume', { invoiceId: id }))}
            >
              {t.work.resume}
            </Button>
          )}
          <Button look="subtle" onClick={onClear}>
            {t.work.unchoose}
          </Button>
        </ActionBar>
      )}
      {opens === 'park' && (
        <ParkForm
          onPark={async (how) => {
            close();
            await bulk.each(rows, ({ id }) => engine.execute('supplier-invoices/park', { invoiceId: id, ...how }));
          }}
          onClose={close}
        />
      )}
      {opens === 'take-over' && heldByOther?.lock != null && (
        <TakeOverPanel invoiceId={heldByOther.id} holderName={heldByOther.lock.holderName} onClose={close} />
      )}
      {bulk.result !== undefined && (
        <ActionBar name={t.work.result} says={fillPlural(t.work.done, bulk.result.done.length)}>
          {bulk.result.undo !== undefined && <Button onClick={() => void bulk.result?.undo?.()}>{t.work.undo}</Button>}
          <Button look="subtle" onClick={bulk.forget}>
            {t.common.close}
          </Button>
          {bulk.result.failed.length > 0 && (
            <SmallTable
              name={fillPlural(t.work.failed, bulk.result.failed.length)}
              heads={[fillPlural(t.work.failed, bulk.result.failed.length), t.work.why]}
              rows={bulk.result.failed.map(({ name, why }) => [name, why])}
              right={[]}
            />
          )}
        </ActionBar>
      )}
    </>
  );
}
