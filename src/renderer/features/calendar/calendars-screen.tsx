import { useMemo, useState } from 'react';
import { type Calendar, dayPlan, type KnownCalendar, knownCalendar } from '../../../shared/domain/calendar/index.ts';
import { useGo } from '../../navigation.ts';
import { useSession, useWhyNot } from '../../session.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table-column.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { Screen } from '../../ui/screen.tsx';
import { SideBySide } from '../../ui/side-by-side.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useLayUpUsual } from '../../use-lay-up-usual.ts';
import { useSortWords } from '../../use-sort-words.ts';
import { CalendarPane } from './calendar-pane.tsx';
import { gapSentence, hoursOfDay, openingSentence } from './calendar-words.ts';

type Row = { readonly calendar: Calendar; readonly known: KnownCalendar };

/** Kalendrar: when offices and phone lines are open, which years are set, and the days that are not as the others. */
export function CalendarsScreen() {
  const t = useText();
  const sortWords = useSortWords();
  const go = useGo();
  const { today } = useSession();
  const layUpUsual = useLayUpUsual();
  const whyNot = useWhyNot('calendars.keep');
  const { data: calendars } = useEngineQuery('calendars/list', {});
  const [marked, setMarked] = useState<string>();
  const rows = useMemo(
    () => (calendars ?? []).map((calendar): Row => ({ calendar, known: knownCalendar(calendar, calendars ?? []) })),
    [calendars],
  );
  const row = rows.find(({ calendar }) => calendar.id === marked) ?? rows[0];
  const columns = useMemo(() => calendarColumns(t, today), [t, today]);
  useKeys({ back: () => go({ at: 'settings' }) });
  return (
    <Screen title={t.calendars.title} actions={<Button onClick={() => go({ at: 'settings' })}>{t.calendars.back}</Button>}>
      {calendars === undefined ? null : row === undefined ? (
        <EmptyState icon={<CalendarIcon aria-hidden />} title={t.calendars.none} hint={t.calendars.noneHint}>
          <Button look="primary" whyNot={whyNot} onClick={() => void layUpUsual()}>
            {t.calendars.layUp}
          </Button>
        </EmptyState>
      ) : (
        <SideBySide
          left={
            <DataTable
              name={t.calendars.table}
              rows={rows}
              columns={columns}
              rowKey={rowKey}
              onMark={({ calendar }) => setMarked(calendar.id)}
              startKey={row.calendar.id}
              sortWords={sortWords}
              takesFocus
            />
          }
          right={<CalendarPane key={row.calendar.id} calendar={row.calendar} known={row.known} calendars={calendars} />}
        />
      )}
    </Screen>
  );
}

const rowKey = ({ calendar }: Row): string => calendar.id;

function calendarColumns(t: Texts, today: ReturnType<typeof useSession>['today']): readonly Column<Row>[] {
  const { columns } = t.calendars;
  const hours = ({ known }: Row) => {
    const plan = dayPlan(known, today);
    return plan.ok ? hoursOfDay(plan.value, t) : gapSentence(plan.error, t);
  };
  const now = ({ known }: Row) => openingSentence(known, Date.now(), today, t);
  return [
    {
      id: 'name',
      header: columns.name,
      width: 13,
      grow: 2,
      cell: ({ calendar }) => calendar.name,
      text: ({ calendar }) => calendar.name,
    },
    { id: 'group', header: columns.group, width: 9, cell: ({ calendar }) => calendar.customerGroup },
    { id: 'kind', header: columns.kind, width: 6, cell: ({ calendar }) => t.calendars.kind[calendar.kind] },
    { id: 'today', header: columns.today, width: 9, text: hours, cell: hours },
    { id: 'state', header: columns.state, width: 15.5, grow: 1, text: now, cell: now },
  ];
}
