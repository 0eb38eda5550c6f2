import { useMemo, useState } from 'react';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { showFullMoment } from '../../formats.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { historyWords } from './history-words.ts';

type Props = { readonly supplierId: SupplierId; readonly changes: readonly RegisterChangeRow[] };

const step = 20;
const most = 500;

/** What has happened to the supplier (behandlingshistorik), the latest first: who, when, why. */
export function SupplierHistory({ supplierId, changes }: Props) {
  const t = useText();
  const [limit, setLimit] = useState(step);
  const { data: lines } = useEngineQuery('registers/history', { register: 'supplier', id: supplierId, before: null, limit });
  const wanted = useMemo(() => new Map(changes.map(({ change }) => [change.id as string, change.wanted])), [changes]);
  if (lines === undefined) return <span>{t.common.loading}</span>;
  if (lines.length === 0) return <span>{t.supplierCard.nothingBefore}</span>;
  return (
    <>
      <Timeline
        lines={lines.map((line) => ({
          key: line.eventId,
          when: showFullMoment(line.atMs),
          who: line.actorName,
          ...historyWords(line, wanted, t),
        }))}
      />
      {lines.length === limit && limit < most && (
        <div className="no-print">
          <Button small onClick={() => setLimit(Math.min(most, limit + 5 * step))}>
            {t.supplierCard.older}
          </Button>
        </div>
      )}
    </>
  );
}
