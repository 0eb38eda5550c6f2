import { useState } from 'react';
import type { Day } from '../../../shared/base/day.ts';
import type { InputOf } from '../../../shared/contract/engine.ts';
import { type Calendar, parseSpan, showSpans } from '../../../shared/domain/calendar/index.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';
import { dayWithWeekday } from './calendar-words.ts';

/** Days with hours of their own. */
export function ExceptionSection({ calendar }: { readonly calendar: Calendar }) {
  const t = useText();
  const { today } = useSession();
  const execute = useExecute();
  const whyNot = useWhyNot('calendars.keep');
  const [written, setWritten] = useState({ day: '', hours: '', note: '' });
  const [tried, setTried] = useState(false);
  const day = readTypedValue('day', written.day, today);
  const hours = parseSpan(written.hours);
  const set = (exception: InputOf<'calendars/set-exception'>['exception'], on: Day) =>
    execute('calendars/set-exception', { calendarId: calendar.id, day: on, exception });
  const save = async () => {
    setTried(true);
    if (!day.ok || !hours.ok) return;
    const saved = await set({ hours: hours.value && [...hours.value], note: written.note.trim() }, day.value as Day); // a value of that kind is a day
    if (!saved.ok) return;
    setWritten({ day: '', hours: '', note: '' });
    setTried(false);
  };
  return (
    <RecordSection title={t.calendars.exceptions}>
      {calendar.exceptions.length === 0 ? (
        <span>{t.calendars.noExceptions}</span>
      ) : (
        <SmallTable
          name={t.calendars.exceptions}
          heads={[t.calendars.exceptionDay, t.calendars.comingColumns.hours, t.calendars.exceptionNote, '']}
          rows={calendar.exceptions.map((one) => [
            dayWithWeekday(one.day, t),
            one.hours === null ? t.calendars.closed : showSpans([one.hours]),
            one.note,
            whyNot === undefined && (
              <Button key="remove" small look="subtle" onClick={() => void set(null, one.day)}>
                {t.calendars.removeException}
              </Button>
            ),
          ])}
          right={[]}
        />
      )}
      {whyNot === undefined && (
        <Form onSubmit={save}>
          <TextInput
            label={t.calendars.exceptionDay}
            value={written.day}
            onChange={(value) => setWritten({ ...written, day: value })}
            error={tried && !day.ok ? t.calendars.notDay : undefined}
          />
          <TextInput
            label={t.calendars.exceptionHours}
            hint={t.calendars.hoursHint}
            value={written.hours}
            onChange={(value) => setWritten({ ...written, hours: value })}
            error={hours.ok ? undefined : t.calendars.notHours}
          />
          <TextInput
            label={t.calendars.exceptionNote}
            value={written.note}
            onChange={(value) => setWritten({ ...written, note: value })}
          />
          <Button onClick={save}>{t.calendars.setException}</Button>
        </Form>
      )}
    </RecordSection>
  );
}
