import { leastToSweep } from '../../../shared/domain/sweep/index.ts';
import { useGo } from '../../navigation.ts';
import { fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { useEngineQuery } from '../../use-engine.ts';

/** Offers to look through fields of one kind in a row, when enough of them wait. */
export function SweepOffer() {
  const t = useText();
  const go = useGo();
  const { data: groups } = useEngineQuery('sweep/fields', {});
  const [largest] = groups ?? [];
  if (largest === undefined || largest.rows.length < leastToSweep) return null;
  return (
    <Button onClick={() => go({ at: 'sweep' })}>
      {fillPlural(t.sweep.offer, largest.rows.length, { field: t.field[largest.field] })}
    </Button>
  );
}
