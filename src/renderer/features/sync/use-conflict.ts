import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Conflict } from '../../../shared/contract/engine.ts';
import { useSay } from '../../messages.ts';
import { subjectSentence } from '../../sync-sentences.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import type { Side } from '../../ui/compare-grid.tsx';
import { useExecute, useTask } from '../../use-execute.ts';
import { differs, type RowKey, rowOrder, takeMine, whyNotMine } from './conflict-rows.ts';

export type Choices = { readonly [Key in RowKey]?: Side };

/** What the clerk has chosen of a conflict. Each choice of the clerk's own side is sent as it is made; the rows keep their places. */
export function useConflict(conflict: Conflict, onFinished: () => void) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const task = useTask();
  const queries = useQueryClient();
  const [order] = useState(() => rowOrder(conflict));
  const [asked] = useState(() => order.filter((key) => differs(conflict, key)));
  const [chosen, setChosen] = useState<Choices>({});
  const whyNot = whyNotMine(conflict, t);
  const left = whyNot === undefined ? asked.filter((key) => chosen[key] === undefined) : [];

  const take = useCallback(
    async (key: RowKey, side: Side): Promise<boolean> => {
      const { mine, theirs } = conflict;
      if (side === 'mine') {
        if (whyNot !== undefined || mine === null || theirs === null) {
          say('warning', whyNot ?? t.conflict.whyNotMine.none);
          return false;
        }
        if (differs(conflict, key)) {
          const taken =
            key === 'documentType'
              ? await execute('supplier-invoices/change-document-type', {
                  invoiceId: theirs.id,
                  documentType: mine.documentType,
                })
              : await execute('supplier-invoices/correct-field', takeMine(mine, theirs, key));
          if (!taken.ok) return false;
          say('note', fill(t.conflict.mineTaken, { field: key === 'documentType' ? t.invoice.documentType : t.field[key] }));
        }
      }
      setChosen((before) => ({ ...before, [key]: side }));
      return true;
    },
    [conflict, whyNot, execute, say, t],
  );

  const takeAll = useCallback(
    async (side: Side): Promise<boolean> => {
      for (const key of asked) if (!(await take(key, side))) return false;
      return true;
    },
    [asked, take],
  );

  const finish = useCallback(async () => {
    const { work } = conflict;
    const dealt = await task('sync/deal-with', { commandIds: [...work.commandIds] });
    if (!dealt.ok) return;
    say('note', fill(t.outbox.dealtWith, { what: subjectSentence(work.about, t) }));
    await queries.invalidateQueries({ queryKey: ['sync/outbox'] });
    onFinished();
  }, [conflict, task, say, t, queries, onFinished]);

  return { order, asked, chosen, left, whyNot, take, takeAll, finish };
}
