import type { Acceptance, ExchangeTally } from '../../../shared/domain/register-exchange/index.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { LabelledRow } from '../../ui/labelled-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { countTaken } from './count-taken.ts';

type Props = {
  readonly tally: ExchangeTally;
  readonly acceptance: Acceptance;
  readonly onChoose: (acceptance: Acceptance) => void;
};

/** What will happen, in words, and the choices for all rows. */
export function AcceptanceBar({ tally, acceptance, onChoose }: Props) {
  const t = useText();
  const { isNew, isChanged, most, isExact } = countTaken(tally, acceptance);
  const take = acceptance.take.length === 2 ? 'both' : (acceptance.take[0] ?? 'both');
  const sentences = [
    most === 0
      ? t.registerImport.willTakeNone
      : isExact && acceptance.exceptRows.length === 0
        ? fillPlural(t.registerImport.willTake, most, { new: isNew, changed: isChanged })
        : isExact
          ? fillPlural(t.registerImport.willTakeSome, most, { left: acceptance.exceptRows.length })
          : fill(t.registerImport.upTo, { count: most }),
    ...(tally.requests > 0 ? [fillPlural(t.registerImport.willWait, tally.requests)] : []),
    ...(tally.verdicts.wrong > 0 ? [fillPlural(t.registerImport.willSkip, tally.verdicts.wrong)] : []),
  ];
  return (
    <>
      <LabelledRow text={sentences.join(' ')}>
        <SelectInput
          label={t.registerImport.take}
          value={take}
          choices={[
            { value: 'both', text: t.registerImport.takeBoth },
            { value: 'new', text: t.registerImport.takeNew },
            { value: 'changed', text: t.registerImport.takeChanged },
          ]}
          onChange={(chosen) => onChoose({ ...acceptance, take: chosen === 'both' ? ['new', 'changed'] : [chosen] })}
        />
        <SelectInput
          label={t.registerImport.warned}
          value={acceptance.withWarnings ? 'in' : 'out'}
          choices={[
            { value: 'in', text: t.registerImport.warnedIn },
            { value: 'out', text: t.registerImport.warnedOut },
          ]}
          onChange={(chosen) => onChoose({ ...acceptance, withWarnings: chosen === 'in' })}
        />
      </LabelledRow>
      {tally.columnsInDoubt.map((column) => (
        <Notice key={column} kind="warning">
          {fill(t.registerImport.doubt, { column })}
        </Notice>
      ))}
    </>
  );
}
