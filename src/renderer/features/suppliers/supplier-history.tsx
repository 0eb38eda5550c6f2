import { useMemo, useState } from 'react';
import type { SupplierId } from '../../../shared/base/ids.ts';
import type { RegisterChangeRow } from '../../../shared/contract/register-changes.ts';
import { showFullMoment } from '../../formats.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { type HistoryTopic, historyTopics, topicsOf } from './history-topics.ts';
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
  const [topic, setTopic] = useState<HistoryTopic | 'all'>('all');
  if (lines === undefined) return <span>{t.common.loading}</span>;
  if (lines.length === 0) return <span>{t.supplierCard.nothingBefore}</span>;
  const shown = lines.filter((line) => topic === 'all' || topicsOf(line, wanted).includes(topic));
  return (
    <>
      <div className="no-print">
        <SelectInput
          label={t.supplierFacts.historyOf}
          value={topic}
          choices={(['all', ...historyTopics] as const).map((value) => ({ value, text: t.supplierFacts.topics[value] }))}
          onChange={(to) => {
            setTopic(to);
            setLimit(to === 'all' ? step : most); // what one looks for may be long ago
          }}
        />
      </div>
      {shown.length === 0 && <span>{t.supplierFacts.noneOfTopic}</span>}
      <Timeline
        lines={shown.map((line) => ({
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
