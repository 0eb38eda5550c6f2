import { type Calendar, hoursOn, type KnownCalendar, type Span, showSpans } from '../../../shared/domain/calendar/index.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { comingDays, dayWithWeekday, gapSentence, hoursOfDay, openingSentence, reasonOfDay } from './calendar-words.ts';
import { ExceptionSection } from './exception-section.tsx';
import { HoursForm } from './hours-form.tsx';
import { YearSection } from './year-section.tsx';

type Props = { readonly calendar: Calendar; readonly known: KnownCalendar; readonly calendars: readonly Calendar[] };

/** One calendar: now, the days ahead that are not as ever, its hours, its years and its exceptions. */
export function CalendarPane({ calendar, known, calendars }: Props) {
  const t = useText();
  const { today } = useSession();
  const { days, gap } = comingDays(known, today);
  const office = calendars.find(({ id }) => id === calendar.follows);
  return (
    <RecordPane name={calendar.name} printedBy="">
      <RecordSection title={calendar.name} leads>
        <span>{openingSentence(known, Date.now(), today, t)}</span>
        {gap !== undefined && <Notice kind="warning">{gapSentence(gap, t)}</Notice>}
      </RecordSection>
      <RecordSection title={t.calendars.coming}>
        <SmallTable
          name={t.calendars.coming}
          heads={[t.calendars.comingColumns.day, t.calendars.comingColumns.hours, t.calendars.comingColumns.why]}
          rows={days.map((plan) => [dayWithWeekday(plan.day, t), hoursOfDay(plan, t), reasonOfDay(known, plan, t)])}
          right={[]}
        />
      </RecordSection>
      <HoursSection calendar={calendar} />
      {office === undefined ? (
        <>
          <YearSection calendar={calendar} />
          <ExceptionSection calendar={calendar} />
        </>
      ) : (
        <RecordSection title={t.calendars.years}>
          <span>{fill(t.calendars.follows, { name: office.name })}</span>
        </RecordSection>
      )}
    </RecordPane>
  );
}

function HoursSection({ calendar }: { readonly calendar: Calendar }) {
  const t = useText();
  const { today } = useSession();
  const hours = hoursOn(calendar, today) ?? calendar.hours[0]?.hours;
  const from = calendar.hours.findLast(({ fromDay }) => fromDay <= today)?.fromDay ?? calendar.hours[0]?.fromDay;
  if (hours === undefined || from === undefined) return null;
  const show = (span: Span | null) => (span === null ? t.calendars.closed : showSpans([span]));
  const others = [
    ...(hours.lunch === null ? [] : [{ key: 'lunch', left: t.calendars.lunch, right: show(hours.lunch) }]),
    ...(hours.summer === null
      ? []
      : [
          {
            key: 'summer',
            left: fill(t.calendars.summer, { from: hours.summer.fromWeek, through: hours.summer.throughWeek }),
            right: show(hours.summer.hours),
          },
        ]),
    ...(hours.shortDay === null ? [] : [{ key: 'short', left: t.calendars.shortDay, right: show(hours.shortDay) }]),
    ...(calendar.kind === 'office'
      ? [{ key: 'units', left: t.calendars.units, right: calendar.units.join(', ') || t.calendars.unitsAll }]
      : []),
  ];
  return (
    <RecordSection title={t.calendars.hours}>
      <RowList
        title={fill(t.calendars.hoursFrom, { day: from })}
        rows={[
          ...t.calendars.weekdays.map((left, place) => ({ key: left, left, right: show(hours.week[place] ?? null) })),
          ...others,
        ]}
      />
      <HoursForm calendar={calendar} hours={hours} />
    </RecordSection>
  );
}
