import type { Day } from '../../../shared/base/day.ts';
import { asId } from '../../../shared/base/ids.ts';
import type { CallsAsked } from '../../../shared/contract/call-notes.ts';
import { readTypedValue } from '../../../shared/domain/invoice-fields/index.ts';
import { useSession } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { ControlRow } from '../../ui/control-row.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';

export type CallFilter = {
  readonly lineId: string;
  readonly reasonId: string;
  readonly from: string;
  readonly through: string;
  readonly text: string;
};
export const noFilter: CallFilter = { lineId: '', reasonId: '', from: '', through: '', text: '' };
export const isFiltered = (filter: CallFilter): boolean => Object.values(filter).some((value) => value !== '');

type Asked = Omit<CallsAsked, 'show' | 'after' | 'limit'>;

/** As the engine is asked; undefined while a day is half typed. */
export function filterInput({ lineId, reasonId, from, through, text }: CallFilter, today: Day): Asked | undefined {
  const [fromDay, throughDay] = [readDay(from, today), readDay(through, today)];
  if (fromDay === undefined || throughDay === undefined) return undefined;
  return { lineId: asId(lineId) || null, reasonId: asId(reasonId) || null, fromDay, throughDay, text };
}

function readDay(typed: string, today: Day): Day | null | undefined {
  if (typed.trim() === '') return null;
  const day = readTypedValue('day', typed, today);
  return day.ok ? (day.value as Day) : undefined; // read as one
}

/** What the list of calls shows. */
export function CallFilters({
  filter,
  onChange,
}: {
  readonly filter: CallFilter;
  readonly onChange: (filter: CallFilter) => void;
}) {
  const t = useText();
  const { today } = useSession();
  const { data: choices } = useEngineQuery('call-notes/choices', {});
  const days = [
    { name: 'from', label: t.calls.from },
    { name: 'through', label: t.calls.through },
  ] as const;
  return (
    <Stack padded>
      <ControlRow>
        <TextInput label={t.calls.filterText} value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
        <SelectInput
          label={t.calls.reason}
          value={filter.reasonId}
          choices={[
            { value: '', text: t.calls.anyReason },
            ...(choices?.reasons ?? []).map(({ id, name }) => ({ value: id as string, text: name })),
          ]}
          onChange={(reasonId) => onChange({ ...filter, reasonId })}
        />
        <SelectInput
          label={t.calls.line}
          value={filter.lineId}
          choices={[
            { value: '', text: t.calls.anyLine },
            ...(choices?.lines ?? []).map(({ id, name }) => ({ value: asId<'calendar'>(id) as string, text: name })),
          ]}
          onChange={(lineId) => onChange({ ...filter, lineId })}
        />
        {days.map(({ name, label }) => (
          <TextInput
            key={name}
            label={label}
            value={filter[name]}
            placeholder={t.calls.dayHint}
            error={readDay(filter[name], today) === undefined ? t.calls.wrongDay : undefined}
            onChange={(value) => onChange({ ...filter, [name]: value })}
          />
        ))}
      </ControlRow>
    </Stack>
  );
}
