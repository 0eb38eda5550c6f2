import { useEffect, useRef, useState } from 'react';
import { blobAddress } from '../../../shared/contract/page-bridge.ts';
import { fieldKinds, showValue } from '../../../shared/domain/invoice-fields/index.ts';
import type { SweptField } from '../../../shared/domain/sweep/index.ts';
import { keys } from '../../keys.ts';
import { anyView, useGo } from '../../navigation.ts';
import { useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ControlRow } from '../../ui/control-row.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon } from '../../ui/icons.ts';
import { KeyBar } from '../../ui/key-bar.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { SweepGrid } from '../../ui/sweep-grid.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { rowKey, useSweep } from './use-sweep.ts';

/** Sopning: one kind of field, of all invoices in the basket or first in the queue, as pictures to look through in a row. */
export function SweepScreen() {
  const t = useText();
  const go = useGo();
  const { data: groups } = useEngineQuery('sweep/fields', {});
  const [chosen, setChosen] = useState<SweptField>();
  const group = groups?.find(({ field }) => field === chosen) ?? groups?.[0];
  const [focused, setFocused] = useState<string>();
  const content = useRef<HTMLDivElement>(null);
  const mayNot = useWhyNot('supplier-invoices.correct');
  const sweep = useSweep(group);
  const field = group?.field;
  const count = group?.rows.length;
  // The first picture takes the focus when there are others to look through, and when the one that had it is decided.
  useEffect(() => {
    if (field !== undefined) content.current?.querySelector('input')?.focus();
  }, [field]);
  useEffect(() => {
    if (count !== undefined && document.activeElement === document.body) content.current?.querySelector('input')?.focus();
  }, [count]);

  const leaveTo = () => go({ at: 'queue' });
  const row = group?.rows.find((one) => rowKey(group.field, one) === focused);
  const acts = {
    confirmAll: () => {
      setChosen(field); // what is left of this kind stays in view
      void sweep.confirm();
    },
    leaveField: () => (focused === undefined ? undefined : sweep.leave(focused)),
    showInvoice: () =>
      row === undefined || field === undefined
        ? undefined
        : go({ at: 'invoice', invoiceId: row.invoiceId, view: anyView, focusOn: { field } }),
  };
  useKeys({
    confirmAll: ({ target }) => (mayNot === undefined && target instanceof HTMLInputElement ? acts.confirmAll() : false),
    showInvoice: acts.showInvoice,
    back: leaveTo,
  });
  if (groups === undefined) return null;

  const confirming = group === undefined ? 0 : group.rows.filter((one) => !sweep.left.has(rowKey(group.field, one))).length;
  const undo = sweep.done.length > 0 && (
    <Button onClick={() => void sweep.undo()}>{fillPlural(t.sweep.undo, sweep.done.length)}</Button>
  );
  return (
    <Screen
      title={t.sweep.title}
      actions={
        <>
          <Button look="subtle" hint="Esc" onClick={leaveTo}>
            {`← ${t.invoice.back}`}
          </Button>
          {undo}
          {group !== undefined && (
            <Button
              look="primary"
              hint={keys.confirmAll.combo}
              whyNot={mayNot ?? (sweep.isWriting ? t.sweep.writing : confirming === 0 ? t.sweep.allLeft : undefined)}
              onClick={acts.confirmAll}
            >
              {fillPlural(t.sweep.confirm, confirming)}
            </Button>
          )}
        </>
      }
    >
      {group === undefined ? (
        <EmptyState icon={<AllDoneIcon aria-hidden />} title={t.sweep.nothing} hint={t.sweep.nothingHint} />
      ) : (
        <TableFrame
          above={
            <ControlRow>
              <SelectInput
                bare
                label={t.sweep.field}
                value={group.field}
                choices={groups.map(({ field: value, rows }) => ({
                  value,
                  text: fill(t.sweep.choice, { field: t.field[value], count: rows.length }),
                }))}
                onChange={setChosen}
              />
            </ControlRow>
          }
        >
          <SweepGrid
            name={t.field[group.field]}
            cells={group.rows.map((one) => {
              const { supplierName, value, page, box } = one;
              const key = rowKey(group.field, one);
              return {
                key,
                name: `${t.field[group.field]}, ${supplierName ?? t.invoice.unnamed}`,
                note: supplierName ?? t.invoice.unnamed,
                text: sweep.typed.get(key) ?? showValue(fieldKinds[group.field], value),
                typed: sweep.typed.has(key),
                left: sweep.left.has(key),
                error: sweep.refused.get(key),
                source: blobAddress(page.imageSha256, { type: page.imageType }),
                ratio: page.heightPx / page.widthPx,
                box,
              };
            })}
            leftWord={t.sweep.left}
            ref={content}
            below={
              <KeyBar
                name={t.station.keyBar}
                keyNames={t.keyName}
                keys={(['confirmAll', 'leaveField', 'showInvoice'] as const).map((name) => ({
                  ...{ combo: keys[name].combo, does: t.key[name], onPress: () => acts[name]() },
                }))}
              />
            }
            onType={sweep.type}
            onLeave={sweep.leave}
            onFocus={setFocused}
          />
        </TableFrame>
      )}
    </Screen>
  );
}
