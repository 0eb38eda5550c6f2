import { useCallback } from 'react';
import type { ControlFindingRow } from '../../../shared/contract/supplier-control.ts';
import { noteLocalAct } from '../../local-undo.ts';
import { useSay } from '../../messages.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useExecute } from '../../use-execute.ts';

/** The finding in words, as sentences about it name it. */
export function useFindingName({ supplierName, about }: ControlFindingRow) {
  const t = useText();
  return { supplier: supplierName, check: t.controls.check[about] };
}

/** Takes a finding back before its snooze is over. */
export function useWake(finding: ControlFindingRow): () => Promise<boolean> {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const name = useFindingName(finding);
  return async () => {
    const result = await execute('supplier-control/wake', { findingId: finding.id });
    if (result.ok) say('note', fill(t.controls.woken, name));
    return result.ok;
  };
}

/** A snooze can be taken back with Ctrl+Z: the finding wakes. */
export function useNoteSnooze(finding: ControlFindingRow): () => void {
  const t = useText();
  const execute = useExecute();
  const name = useFindingName(finding);
  return useCallback(() => {
    noteLocalAct({
      atMs: Date.now(),
      what: fill(t.controls.snoozeUndo, name),
      undo: async () => (await execute('supplier-control/wake', { findingId: finding.id })).ok,
    });
  }, [t, execute, finding.id, name]);
}
