import type { PeriodFigures } from '../../../shared/contract/overview.ts';
import type { FiscalPeriod } from '../../../shared/domain/calendar/index.ts';
import { type Channel, channels } from '../../../shared/domain/intake/index.ts';
import { type ComparedPeriods, periodConditions } from '../../../shared/domain/overview/index.ts';
import { type FilterLanguage, writeFilter } from '../../../shared/domain/work-queue/index.ts';
import { showCount } from '../../count-text.ts';
import type { Place } from '../../navigation.ts';
import type { Figure } from '../../text/figures.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { FigureCell, FigureRow } from '../../ui/figure-table.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';

type Around = { readonly t: Texts; readonly language: FilterLanguage; readonly go: (place: Place) => void };

/** A number, and of what it is a share. */
type Told = { readonly count: number; readonly of?: number; readonly note?: string };

/** What became of a period, held against the one before, line by line. */
export function periodRows(
  periods: ComparedPeriods,
  figures: { readonly now: PeriodFigures; readonly before: PeriodFigures | undefined },
  around: Around,
): readonly FigureRow[] {
  const { t, go } = around;
  const shown: readonly Figure[] = [
    'received',
    'verified',
    ...channels,
    'in-time',
    'late',
    'duplicates',
    'false-alarms',
    'faulty-files',
  ];
  return shown.map((figure): FigureRow => {
    const now = toldOf(figure, figures.now, t);
    const before = figures.before && toldOf(figure, figures.before, t);
    const number = ({ count }: Told, period: FiscalPeriod): FigureCell => ({
      text: showCount(count, t),
      onOpen: () => go(placeBehind(figure, period, around.language)),
    });
    return {
      key: `period-${figure}`,
      head: isChannel(figure) ? t.channel[figure] : t.overview.figure[figure],
      isPart: isChannel(figure),
      meaning: isChannel(figure) ? t.overview.meaning.channel : t.overview.meaning.figure[figure],
      cells: [
        number(now, periods.period),
        {
          text: shareText(now, t),
          ...(now.note !== undefined && { note: now.note }),
          picture: now.of ? <ShareBar shares={[0, 0, now.count / now.of]} /> : null,
        },
        before === undefined
          ? { text: t.overview.counting }
          : { ...number(before, periods.before), ...(before.of !== undefined && { note: shareText(before, t) }) },
        { text: before === undefined ? '' : changeText(now.count, before.count, t) },
      ],
    };
  });
}

const isChannel = (figure: Figure): figure is Channel => (channels as readonly string[]).includes(figure);

function toldOf(
  figure: Figure,
  { received, verified, byChannel, answers, duplicates, falseAlarms, files }: PeriodFigures,
  t: Texts,
): Told {
  switch (figure) {
    case 'received':
      return { count: received };
    case 'verified':
      return { count: verified };
    case 'in-time': {
      const { closed, inTime, medianMs } = answers;
      return {
        count: inTime,
        of: closed,
        ...(medianMs !== null && { note: fill(t.overview.median, { time: timeText(medianMs, t) }) }),
      };
    }
    case 'late':
      return { count: answers.closed - answers.inTime, of: answers.closed };
    case 'duplicates':
      return { count: duplicates, of: received };
    case 'false-alarms':
      return { count: falseAlarms, of: received };
    case 'faulty-files':
      return { count: files.faulty, of: files.received };
    default:
      return { count: byChannel[figure], of: verified };
  }
}

function placeBehind(figure: Figure, period: FiscalPeriod, language: FilterLanguage): Place {
  if (figure === 'faulty-files') return { at: 'intake' };
  const filter = writeFilter(periodConditions(figure, period), language);
  return { at: 'queue', view: { queue: 'all', sort: 'received', descending: false, filter } };
}

/** '93 %'; nothing of nothing. */
export const shareText = ({ count, of }: Told, t: Texts): string =>
  of === undefined || of === 0 ? '' : (count / of).toLocaleString(t.locale, { style: 'percent', maximumFractionDigits: 1 });

/** '+12 %', '−3 %'; of what was nothing before, how many more. */
export function changeText(now: number, before: number, t: Texts): string {
  if (now === before) return '±0';
  const sign = { signDisplay: 'always' } as const;
  if (before === 0) return now.toLocaleString(t.locale, sign);
  return (now / before - 1).toLocaleString(t.locale, { style: 'percent', maximumFractionDigits: 0, ...sign });
}

/** '45 min', '26 tim'. */
const timeText = (ms: number, t: Texts): string =>
  ms < 3_600_000
    ? fill(t.overview.minutes, { count: Math.round(ms / 60_000) })
    : fill(t.overview.hours, {
        count: (ms / 3_600_000).toLocaleString(t.locale, { maximumFractionDigits: ms < 36_000_000 ? 1 : 0 }),
      });
