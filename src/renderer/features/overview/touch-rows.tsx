import { type TouchFigures, touchCauses } from '../../../shared/domain/touches/index.ts';
import { showCount } from '../../count-text.ts';
import type { Texts } from '../../text/texts.ts';
import type { FigureRow } from '../../ui/figure-table.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';
import { changeText, shareText } from './period-rows.tsx';

/** How much needed no hand, held against the period before, and what the rest needed one for; causes that nothing had are left out. */
export function touchRows(now: TouchFigures, before: TouchFigures | undefined, t: Texts): readonly FigureRow[] {
  const row = (key: string, words: Pick<FigureRow, 'head' | 'meaning' | 'isPart'>, count: (of: TouchFigures) => number) => ({
    ...{ key: `touches-${key}`, ...words },
    cells: [
      { text: showCount(count(now), t) },
      {
        text: shareText({ count: count(now), of: now.invoices }, t),
        picture: now.invoices === 0 ? null : <ShareBar shares={[0, 0, count(now) / now.invoices]} />,
      },
      before === undefined
        ? { text: t.overview.counting }
        : { text: showCount(count(before), t), note: shareText({ count: count(before), of: before.invoices }, t) },
      { text: before === undefined ? '' : changeText(count(now), count(before), t) },
    ],
  });
  const { touches } = t;
  const met = touchCauses
    .filter((cause) => now.byCause[cause] > 0 || (before?.byCause[cause] ?? 0) > 0)
    .toSorted((a, b) => now.byCause[b] - now.byCause[a]);
  return [
    row('untouched', { head: touches.untouched, meaning: touches.untouchedMeaning }, ({ untouched }) => untouched),
    ...met.map((cause) =>
      row(cause, { head: touches.cause[cause], meaning: touches.causeMeaning, isPart: true }, ({ byCause }) => byCause[cause]),
    ),
  ];
}
