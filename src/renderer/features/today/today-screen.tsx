import { useMemo, useState } from 'react';
import { type TodayReason, type TodayWork, todayReasons } from '../../../shared/domain/work-queue/index.ts';
import { countText } from '../../count-text.ts';
import { useGo } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AllDoneIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TableFrame } from '../../ui/table-frame.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { useToday } from '../../use-today.ts';
import { placeOfWork } from '../../work-places.ts';
import { todayColumns } from './today-columns.tsx';
import { viewOfWork } from './today-views.ts';

type Props = {
  /** The invoice that was open last gets the focus. */
  readonly cameFrom: string | undefined;
};
const shownReasons = ['all', ...todayReasons] as const;

/** Idag: what falls due and what is late, what comes back, what one holds and what one has to decide; the first is done first. */
export function TodayScreen({ cameFrom }: Props) {
  const t = useText();
  const sortWords = useSortWords();
  const go = useGo();
  const { today } = useSession();
  const view = useToday();
  const [reason, setReason] = useState<TodayReason | 'all'>('all');
  const columns = useMemo(() => todayColumns(t, today), [t, today]);
  const rows = useMemo(
    () => (view?.rows ?? []).filter(({ reasons }) => reason === 'all' || reasons.includes(reason)),
    [view, reason],
  );
  const open = (work: TodayWork | undefined) => {
    if (work === undefined) return false;
    const place = placeOfWork(work, viewOfWork(work));
    go(place.at === 'invoice' ? { ...place, fromToday: true } : place);
    return true;
  };
  const step = (by: number) => {
    const place = (shownReasons.indexOf(reason) + by + shownReasons.length) % shownReasons.length;
    setReason(shownReasons[place] ?? 'all');
  };
  useKeys({ beginFirst: () => open(rows[0]), previousView: () => step(-1), nextView: () => step(1) });

  const tabs = shownReasons.map((name) => {
    const count = view?.counts[name];
    return {
      name,
      text: name === 'all' ? t.today.all : t.today.reason[name],
      ...(count !== undefined && { count: String(countText(count, t)) }),
    };
  });
  const counted = view?.counts[reason];
  const isCut = counted !== undefined && counted.count > rows.length;
  const gap = view?.gap ?? null;
  const said =
    gap !== null ? (
      <Notice kind="warning">
        {fill(t.today.gap, {
          gap: gap.code === 'year-not-set' ? fill(t.calendars.gap[gap.code], { year: gap.year }) : t.calendars.gap[gap.code],
        })}
      </Notice>
    ) : isCut ? (
      <Notice kind="info">{fill(t.today.onlyFirst, { shown: rows.length, count: countText(counted, t) })}</Notice>
    ) : null;
  const table = (
    <DataTable
      key={reason}
      name={`${t.today.table}: ${reason === 'all' ? t.today.all : t.today.reason[reason]}`}
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      onOpen={open}
      sortWords={sortWords}
      startKey={rows.find(({ id }) => id === cameFrom)?.id}
      takesFocus
    />
  );
  return (
    <Screen
      title={t.today.title}
      tabs={<Tabs label={t.today.views} tabs={tabs} chosen={reason} onChoose={setReason} />}
      actions={
        rows.length > 0 && (
          <Button look="primary" hint="Ctrl+Enter" onClick={() => open(rows[0])}>
            {t.today.begin}
          </Button>
        )
      }
    >
      {view === undefined ? null : rows.length === 0 ? (
        <EmptyState icon={<AllDoneIcon aria-hidden />} title={t.today.empty[reason]} hint={t.today.emptyHint}>
          {said}
          <Button onClick={() => go({ at: 'queue' })}>{t.today.toQueue}</Button>
        </EmptyState>
      ) : said === null ? (
        table
      ) : (
        <TableFrame above={said}>{table}</TableFrame>
      )}
    </Screen>
  );
}

const rowKey = ({ id }: TodayWork): string => id;
