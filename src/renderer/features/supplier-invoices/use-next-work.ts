import { asId } from '../../../shared/base/ids.ts';
import type { ClockedWork } from '../../../shared/domain/work-queue/index.ts';
import type { QueueView } from '../../navigation.ts';
import { useGo } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngineQuery } from '../../use-engine.ts';

/** What to do first of all that stands in one's queue, in words, and the way to it. */
export function useNextWork(view: QueueView): { readonly says: string; readonly open: () => void } | undefined {
  const t = useText();
  const go = useGo();
  const { data } = useEngineQuery('work/next', { limit: 1 });
  const [next] = data ?? [];
  if (next === undefined) return undefined;
  const about = [next.name, next.detail].filter((part) => part !== null).join(' ');
  const what = `${t.work.kind[next.kind]}${about === '' ? '' : `, ${about}`}${next.isEscalated ? ` (${t.work.escalated})` : ''}`;
  return { says: fill(t.work.nextHint, { what }), open: () => go(placeOf(next, view)) };
}

/** Where a piece of work is done. */
function placeOf({ kind, id }: ClockedWork, view: QueueView): Parameters<ReturnType<typeof useGo>>[0] {
  switch (kind) {
    case 'register-change':
      return { at: 'changes', changeId: asId(id) };
    case 'faulty-file':
      return { at: 'intake' };
    case 'rejection':
    case 'conflict':
      return { at: 'conflict', commandId: asId(id) };
    default:
      return { at: 'invoice', invoiceId: asId(id), view };
  }
}
