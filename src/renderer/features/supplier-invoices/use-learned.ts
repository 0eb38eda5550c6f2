import { useCallback, useEffect, useState } from 'react';
import type { LearnedNotice } from '../../../shared/contract/engine.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine } from '../../use-engine.ts';
import { useSwitchRule } from '../../use-switch-rule.ts';

export type LearnedLine = {
  readonly text: string;
  readonly act: { readonly text: string; readonly hint: string; readonly onPress: () => void } | undefined;
  readonly onClose: () => void;
};

/** What the last correction taught, in a line: 'Lärde mig: ”Fakturanr” för Exempel AB.' It stays until the next, or until it is closed. */
export function useLearned(): LearnedLine {
  const t = useText();
  const engine = useEngine();
  const switchRule = useSwitchRule();
  const [learned, setLearned] = useState<LearnedNotice>();
  useEffect(
    () =>
      engine.onNotice((notice) => {
        if (notice.kind === 'learned') setLearned(notice);
      }),
    [engine],
  );
  const onClose = useCallback(() => setLearned(undefined), []);
  if (learned === undefined) return { text: '', act: undefined, onClose };

  const names = { field: t.field[learned.field], supplier: learned.supplierName };
  if (learned.wouldBreak > 0)
    return { text: fillPlural(t.learned.wouldBreak, learned.wouldBreak, names), act: undefined, onClose };
  const forget = async () => {
    if (await switchRule(learned, false)) onClose(); // what was done is said below, and Ctrl+Z takes it back
  };
  return {
    text: fill(t.learned.line, names),
    act: { text: t.learned.undo, hint: t.learned.undoHint, onPress: () => void forget() },
    onClose,
  };
}
