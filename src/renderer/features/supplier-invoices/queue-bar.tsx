import { useEffect, useRef, useState } from 'react';
import type { ViewRow } from '../../../shared/contract/work-queue.ts';
import { parseFilter } from '../../../shared/domain/work-queue/index.ts';
import { useSay } from '../../messages.ts';
import type { QueueView } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ControlRow } from '../../ui/control-row.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';
import { SaveViewPanel } from './save-view-panel.tsx';
import { ViewChoice } from './view-choice.tsx';

type Props = {
  readonly view: QueueView;
  readonly views: readonly ViewRow[];
  readonly person: string;
  readonly onFilter: (filter: string) => void;
  readonly onView: (change: Partial<QueueView>) => void;
  readonly onSave: (name: string, shared: boolean) => Promise<{ readonly ok: boolean }>;
  readonly onColumns: () => void;
};

/** So long after the last letter the filter is tried. */
const settleMs = 150;

/** What stands above the rows: a saved view, the filter, and how the table stands. */
export function QueueBar({ view, views, person, onFilter, onView, onSave, onColumns }: Props) {
  const t = useText();
  const say = useSay();
  const execute = useExecute();
  const input = useRef<HTMLInputElement>(null);
  const filter = view.filter ?? '';
  const [written, setWritten] = useState(filter);
  const [saves, setSaves] = useState(false);
  useEffect(() => setWritten(filter), [filter]);
  const parsed = parseFilter(written);
  const fault = parsed.ok ? undefined : parsed.error;
  const isRight = parsed.ok;
  useEffect(() => {
    if (written === filter || !isRight) return;
    const timer = setTimeout(() => onFilter(written), settleMs);
    return () => clearTimeout(timer);
  }, [written, filter, isRight, onFilter]);
  useKeys({
    filterRows: () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  const own = views.find((one) => one.ownerId === person && one.filter === filter);
  const remove = async () => {
    if (own === undefined || !(await execute('views/remove', { viewId: own.id })).ok) return;
    onFilter('');
    say('note', fill(t.views.removed, { name: own.name }));
  };
  return (
    <>
      <ControlRow>
        <ViewChoice views={views} filter={filter} onChoose={(chosen) => onView({ queue: 'all', ...chosen })} />
        <FilterBox
          label={t.views.filter}
          hint={t.views.filterHint}
          value={written}
          error={fault && fill(t.views.fault[fault.code], { at: fault.at + 1, word: fault.word })}
          onChange={setWritten}
          onEnter={() => isRight && onFilter(written)}
          inputRef={input}
        />
        {filter !== '' && <Button onClick={() => onFilter('')}>{t.views.clear}</Button>}
        {filter !== '' && own === undefined && <Button onClick={() => setSaves(true)}>{t.views.save}</Button>}
        {own !== undefined && <Button onClick={() => void remove()}>{t.views.remove}</Button>}
        <Button onClick={onColumns}>{t.grid.columns}</Button>
      </ControlRow>
      {saves && <SaveViewPanel onSave={onSave} onClose={() => setSaves(false)} />}
    </>
  );
}
