import { useState } from 'react';
import {
  type Calendar,
  type EveName,
  type EveRule,
  eveNames,
  eveRules,
  usualEves,
} from '../../../shared/domain/calendar/index.ts';
import { useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { RecordSection } from '../../ui/record-pane.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { SmallTable } from '../../ui/small-table.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';

/** Which years are set, and how: an office decides on its eves year by year. */
export function YearSection({ calendar }: { readonly calendar: Calendar }) {
  const t = useText();
  const execute = useExecute();
  const whyNot = useWhyNot('calendars.keep');
  const last = calendar.years.at(-1);
  const [year, setYear] = useState(String((last?.year ?? new Date().getFullYear() - 1) + 1));
  const [eves, setEves] = useState(last?.eves ?? usualEves);
  const isYear = /^\d{4}$/.test(year.trim());
  const choose = (written: string) => {
    setYear(written);
    const known = calendar.years.find((one) => String(one.year) === written.trim());
    if (known !== undefined) setEves(known.eves);
  };
  const save = async () => {
    if (isYear) await execute('calendars/set-year', { calendarId: calendar.id, year: Number(year), eves });
  };
  return (
    <RecordSection title={t.calendars.years}>
      <span>{t.calendars.yearsNote}</span>
      <SmallTable
        name={t.calendars.years}
        heads={[t.calendars.year, ...eveNames.map((name) => t.calendars.eve[name])]}
        rows={calendar.years.map((one) => [one.year, ...eveNames.map((name) => t.calendars.eveRule[one.eves[name]])])}
        right={[]}
      />
      {whyNot === undefined && (
        <Form onSubmit={save}>
          <TextInput
            label={t.calendars.year}
            value={year}
            onChange={choose}
            error={isYear || year === '' ? undefined : t.calendars.notYear}
          />
          {eveNames.map((name: EveName) => (
            <SelectInput<EveRule>
              key={name}
              label={t.calendars.eve[name]}
              value={eves[name]}
              choices={eveRules.map((value) => ({ value, text: t.calendars.eveRule[value] }))}
              onChange={(rule) => setEves({ ...eves, [name]: rule })}
            />
          ))}
          <Button onClick={save}>{t.calendars.setYear}</Button>
        </Form>
      )}
    </RecordSection>
  );
}
