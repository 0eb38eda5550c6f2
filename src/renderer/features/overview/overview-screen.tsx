import { useState } from 'react';
import { comparedPeriods, type PeriodChoice, periodChoices } from '../../../shared/domain/overview/index.ts';
import { showFullMoment } from '../../formats.ts';
import { useGo } from '../../navigation.ts';
import { usePreferences } from '../../preferences.ts';
import { saveText } from '../../save-text.ts';
import { useSession } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { FigureTable } from '../../ui/figure-table.tsx';
import { PrintIcon, ReadingIcon, UploadIcon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { ReportSheet } from '../../ui/report-sheet.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useEngineQuery } from '../../use-engine.ts';
import { useStored } from '../../use-stored.ts';
import { figuresCsv } from './figures-csv.ts';
import { periodRows } from './period-rows.tsx';
import { touchRows } from './touch-rows.tsx';
import { waitingRows } from './waiting-rows.tsx';

/** Figures are no alarm: they are counted when one looks, and now and then while one does. */
const countedEveryMs = 5 * 60_000;

/** Översikt: what waits and how long it has, and what became of a period beside the one before. Every number opens its rows. */
export function OverviewScreen() {
  const t = useText();
  const go = useGo();
  const { person, today } = useSession();
  const { preferences } = usePreferences();
  const [choice, setChoice] = useStored<PeriodChoice>(`overview.${person.id}`, 'this-month');
  const [marked, setMarked] = useState<string>();
  const [explained, setExplained] = useState<string>();
  const periods = comparedPeriods(choice, today);
  const options = { everyMs: countedEveryMs };
  const { data: waiting, refetch: countWaiting } = useEngineQuery('overview/waiting', {}, options);
  const { data: now, refetch: countNow } = useEngineQuery('overview/period', periods.period, { ...options, fresh: true });
  const { data: before, refetch: countBefore } = useEngineQuery('overview/period', periods.before, { ...options, fresh: true });
  const { data: touches, refetch: countTouches } = useEngineQuery('overview/touches', periods.period, {
    ...options,
    fresh: true,
  });
  const { data: touchesBefore, refetch: countTouchesBefore } = useEngineQuery('overview/touches', periods.before, {
    ...options,
    fresh: true,
  });
  const countAnew = () => void Promise.all([countWaiting(), countNow(), countBefore(), countTouches(), countTouchesBefore()]);
  useKeys({
    showDefinition: () => (marked === undefined ? false : setExplained(explained === marked ? undefined : marked)),
    countAnew,
  });

  const seesRoles = person.permissions.includes('access.manage') || person.permissions.includes('access.decide');
  const around = { t, today, language: preferences.language, go, seesRoles };
  const { columns } = t.overview;
  const during = `${t.overview.during}: ${fill(t.overview.days, { from: periods.period.fromDay, through: periods.period.throughDay })}`;
  const compared = fill(t.overview.compared, { from: periods.before.fromDay, through: periods.before.throughDay });
  const tables = [
    ...(waiting === undefined
      ? []
      : [
          {
            title: t.overview.waiting,
            hint: t.overview.waitingHint,
            heads: [columns.what, columns.total, columns.late, ...t.overview.bands, columns.ages],
            rows: waitingRows(waiting.lines, around),
            left: [7],
          },
        ]),
    ...(now === undefined
      ? []
      : [
          {
            title: during,
            hint: compared,
            heads: [columns.what, columns.total, t.overview.share, t.overview.before, t.overview.change],
            rows: periodRows(periods, { now, before }, around),
            left: [1],
          },
        ]),
    ...(touches === undefined
      ? []
      : [
          {
            title: t.touches.title,
            hint: t.touches.hint,
            heads: [columns.what, columns.total, t.overview.share, t.overview.before, t.overview.change],
            rows: touchRows(touches, touchesBefore, t),
            left: [1],
          },
        ]),
  ];
  const asOf = waiting && fill(t.overview.asOf, { moment: showFullMoment(waiting.asOfMs) });
  const isWhole = [waiting, now, before, touches, touchesBefore].every((figures) => figures !== undefined);
  const gap = now?.answers.gap ?? waiting?.gap ?? null;
  const unknown = now?.answers.unknown ?? 0;
  return (
    <Screen
      title={t.overview.title}
      actions={
        <>
          <Button look="subtle" icon={<ReadingIcon aria-hidden />} hint="F5" onClick={countAnew}>
            {t.overview.refresh}
          </Button>
          <Button look="subtle" onClick={() => go({ at: 'faults' })}>
            {t.faultFigures.title}
          </Button>
          <Button
            icon={<UploadIcon aria-hidden />}
            whyNot={isWhole ? undefined : t.overview.counting}
            onClick={() => saveText(`${t.overview.title.toLowerCase()}-${today}.csv`, figuresCsv(tables), 'text/csv')}
          >
            {t.overview.exportCsv}
          </Button>
          <Button icon={<PrintIcon aria-hidden />} hint="Ctrl+P" onClick={() => window.print()}>
            {t.overview.print}
          </Button>
        </>
      }
    >
      <ReportSheet
        summary={isWhole && asOf !== undefined ? asOf : t.overview.counting}
        printHeading={t.overview.title}
        printNote={`${asOf ?? ''} · ${fill(t.overview.printed, { moment: showFullMoment(Date.now()), name: person.name })}`}
        note={t.overview.note}
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
        {gap !== null && (
          <Notice kind="warning">
            {fillPlural(t.overview.unknown, unknown, {
              gap: gap.code === 'year-not-set' ? fill(t.calendars.gap[gap.code], { year: gap.year }) : t.calendars.gap[gap.code],
            })}
          </Notice>
        )}
        {tables.map((table) => (
          <FigureTable
            key={table.title}
            {...table}
            explained={explained}
            onExplain={setExplained}
            explainName={(name) => fill(t.overview.explain, { name })}
            onMark={setMarked}
          />
        ))}
      </ReportSheet>
    </Screen>
  );
}
