import { useState } from 'react';
import { comparedPeriods, type PeriodChoice, periodChoices } from '../../../shared/domain/overview/index.ts';
import { showFullMoment } from '../../formats.ts';
import { useGo } from '../../navigation.ts';
import { usePreferences } from '../../preferences.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { DoneIcon, PrintIcon } from '../../ui/icons.ts';
import { ReportSheet } from '../../ui/report-sheet.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useStored } from '../../use-stored.ts';
import { faultTables } from './fault-tables.tsx';

/** Fel på fakturor: why invoices were faulty, whose and how they came, and how it goes month by month. */
export function FaultsScreen() {
  const t = useText();
  const go = useGo();
  const { person, today } = useSession();
  const { preferences } = usePreferences();
  const [choice, setChoice] = useStored<PeriodChoice>(`faults.${person.id}`, 'this-month');
  const [explained, setExplained] = useState<string>();
  const { period, before } = comparedPeriods(choice, today);
  const { data: now } = useEngineQuery('faults/figures', period, { fresh: true });
  const { data: earlier } = useEngineQuery('faults/figures', before, { fresh: true });
  const days = fill(t.overview.days, { from: period.fromDay, through: period.throughDay });
  const isNothing = now !== undefined && now.total === 0 && now.byMonth.every(({ count, files }) => count + files === 0);
  return (
    <Screen
      title={t.faultFigures.title}
      actions={
        <>
          <Button onClick={() => go({ at: 'overview' })}>{t.overview.title}</Button>
          <Button icon={<PrintIcon aria-hidden />} hint="Ctrl+P" onClick={() => window.print()}>
            {t.overview.print}
          </Button>
        </>
      }
    >
      <ReportSheet
        summary={now === undefined ? t.overview.counting : days}
        printHeading={t.faultFigures.title}
        printNote={`${days} · ${fill(t.overview.printed, { moment: showFullMoment(Date.now()), name: person.name })}`}
        note={t.faultFigures.note}
        choices={
          <SelectInput
            bare
            label={t.overview.period}
            value={choice}
            choices={periodChoices.map((value) => ({ value, text: t.overview.choice[value] }))}
            onChange={setChoice}
          />
        }
      >
        {isNothing && <EmptyState icon={<DoneIcon aria-hidden />} title={t.faultFigures.none} hint={t.faultFigures.noneHint} />}
        {now !== undefined &&
          !isNothing &&
          faultTables(now, earlier, { t, go, language: preferences.language }).map((table) => (
            <FigureTable
              key={table.title}
              {...table}
              explained={explained}
              onExplain={setExplained}
              explainName={(name) => fill(t.overview.explain, { name })}
              onMark={() => {}}
            />
          ))}
      </ReportSheet>
    </Screen>
  );
}
