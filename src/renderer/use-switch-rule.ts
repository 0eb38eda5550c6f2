import { useCallback } from 'react';
import type { LearnedRuleId } from '../shared/base/ids.ts';
import type { FieldName } from '../shared/domain/invoice-fields/index.ts';
import { noteLocalAct } from './local-undo.ts';
import { useSay } from './messages.ts';
import { fill } from './text/fill.ts';
import { useText } from './text/use-text.ts';
import { useExecute } from './use-execute.ts';

export type SwitchedRule = { readonly ruleId: LearnedRuleId; readonly field: FieldName; readonly supplierName: string | null };

/** Switches a learned rule off (Glöm detta) or on again, says so, and can be taken back with Ctrl+Z. */
export function useSwitchRule(): (rule: SwitchedRule, on: boolean) => Promise<boolean> {
  const execute = useExecute();
  const say = useSay();
  const t = useText();
  return useCallback(
    async ({ ruleId, field, supplierName }, on) => {
      const turn = async (to: boolean) =>
        (await execute(to ? 'learned-rules/switch-on' : 'learned-rules/switch-off', { ruleId })).ok;
      if (!(await turn(on))) return false;
      const names = { field: t.field[field], supplier: supplierName ?? t.invoice.unnamed };
      say('note', fill(on ? t.learned.usedAgain : t.learned.forgotten, names));
      noteLocalAct({ atMs: Date.now(), what: fill(t.learned.what, names), undo: () => turn(!on) });
      return true;
    },
    [execute, say, t],
  );
}
