import type { QueueView } from '../../navigation.ts';
import { useGo } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { useEngine, useEngineQuery } from '../../use-engine.ts';
import { placeOfWork } from '../../work-places.ts';

/** The way to what is to be done first of all that stands in one's queue; and what that is now, in words; undefined: nothing. */
export function useNextWork(view: QueueView): { readonly says: string | undefined; readonly open: () => void } {
  const t = useText();
  const go = useGo();
  const engine = useEngine();
  const { data } = useEngineQuery('work/next', { limit: 1 });
  const [next] = data ?? [];
  // Asked anew: what was first a moment ago may be somebody else's by now.
  const open = () => {
    const ask = async () => {
      const [first] = await engine.query('work/next', { limit: 1 });
      if (first !== undefined) go(placeOfWork(first, view));
    };
    ask().catch(() => {}); // an engine that is gone comes back, and is then asked again
  };
  if (next === undefined) return { says: undefined, open };
  const about = [next.name, next.detail].filter((part) => part !== null).join(' ');
  const what = `${t.work.kind[next.kind]}${about === '' ? '' : `, ${about}`}${next.isEscalated ? ` (${t.work.escalated})` : ''}`;
  return { says: fill(t.work.nextHint, { what }), open };
}
