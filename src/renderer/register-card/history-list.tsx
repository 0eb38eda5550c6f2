import { useState } from 'react';
import type { RegisterHistoryLine } from '../../shared/contract/register-history.ts';
import type { RegisterName } from '../../shared/contract/register-search.ts';
import { showFullMoment } from '../formats.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useEngineQuery } from '../use-engine.ts';

/** What a line of a history says. */
export type HistoryWords = { readonly what: string; readonly notes: readonly string[] };
type Props = {
  readonly register: RegisterName;
  readonly id: string;
  readonly words: (line: RegisterHistoryLine) => HistoryWords;
};

const step = 20;
const most = 500;

/** What has happened to a row of a register (behandlingshistorik), the latest first: who, when, why. */
export function HistoryList({ register, id, words }: Props) {
  const t = useText();
  const [limit, setLimit] = useState(step);
  const { data: lines } = useEngineQuery('registers/history', { register, id, before: null, limit });
  if (lines === undefined) return <span>{t.common.loading}</span>;
  if (lines.length === 0) return <span>{t.supplierCard.nothingBefore}</span>;
  return (
    <>
      <Timeline
        lines={lines.map((line) => ({
          key: line.eventId,
          when: showFullMoment(line.atMs),
          who: line.actorName,
          ...words(line),
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
