import { useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import { type Calendar, parseSpan, type ServiceHours, type Span, showSpans } from '../../../shared/domain/calendar/index.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Form } from '../../ui/form.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

type Props = { readonly calendar: Calendar; readonly hours: ServiceHours };
const written = (span: Span | null): string => (span === null ? '' : showSpans([span]));

/** Other hours from a day on; what held before stays. */
export function HoursForm({ calendar, hours }: Props) {
  const t = useText();
  const { today } = useSession();
  const execute = useExecute();
  const whyNot = useWhyNot('calendars.keep');
  const [from, setFrom] = useState<string>(today);
  const [spans, setSpans] = useState<readonly string[]>(() =>
    [...hours.week, hours.lunch, hours.summer?.hours ?? null, hours.shortDay].map(written),
  );
  const read = spans.map(parseSpan);
  const day = readTypedValue('day', from, today);
  if (whyNot !== undefined) return null;
  const save = async () => {
    if (!day.ok || read.some((one) => !one.ok)) return;
    const [lunch = null, summer = null, shortDay = null, week] = sorted(read.map((one) => (one.ok ? one.value : null)));
    const weeks = hours.summer ?? { fromWeek: 26, throughWeek: 33 };
    await execute('calendars/change-hours', {
      calendarId: calendar.id,
      fromDay: day.value as Day, // a value of that kind is a day
      hours: {
        week: week ?? [],
        lunch,
        summer: summer && { fromWeek: weeks.fromWeek, throughWeek: weeks.throughWeek, hours: summer },
        shortDay,
      },
    });
  };
  const summerName = fill(t.calendars.summer, { from: hours.summer?.fromWeek ?? 26, through: hours.summer?.throughWeek ?? 33 });
  const names = [...t.calendars.weekdays, t.calendars.lunch, summerName, t.calendars.shortDay];
  return (
    <Disclosure title={t.calendars.changeHours} startsOpen={false}>
      <Form onSubmit={save}>
        <TextInput label={t.calendars.fromDay} value={from} onChange={setFrom} error={day.ok ? undefined : t.calendars.notDay} />
        {names.map((name, place) => (
          <TextInput
            key={name}
            label={name}
            value={spans[place] ?? ''}
            onChange={(value) => setSpans(spans.map((one, at) => (at === place ? value : one)))}
            error={read[place]?.ok === false ? t.calendars.notHours : undefined}
          />
        ))}
        <Button onClick={save}>{t.calendars.saveHours}</Button>
      </Form>
    </Disclosure>
  );
}

/** The seven days stand first among what was written, then lunch, summer and short days. */
function sorted(all: readonly (Span | null)[]) {
  return [all[7], all[8], all[9], all.slice(0, 7)] as const;
}
