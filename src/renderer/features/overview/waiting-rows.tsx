import type { Day } from '../../../shared/base/day.ts';
import type { Waiting, WaitingLine } from '../../../shared/contract/overview.ts';
import type { QueueCount } from '../../../shared/contract/work-queue.ts';
import { waitingConditions } from '../../../shared/domain/overview/index.ts';
import { type FilterLanguage, writeFilter } from '../../../shared/domain/work-queue/index.ts';
import { countText } from '../../count-text.ts';
import type { Place } from '../../navigation.ts';
import type { Texts } from '../../text/texts.ts';
import type { FigureCell, FigureRow } from '../../ui/figure-table.tsx';
import { ShareBar } from '../../ui/share-bar.tsx';

type Around = {
  readonly t: Texts;
  readonly today: Day;
  readonly language: FilterLanguage;
  readonly go: (place: Place) => void;
  readonly seesRoles: boolean;
};

/** Where other work than invoices waits. */
const screens: { readonly [Line in WaitingLine]?: Place } = {
  'register-changes': { at: 'changes' },
  'role-changes': { at: 'access' },
  'control-findings': { at: 'supplier-control' },
  'faulty-files': { at: 'intake' },
};

/** What waits, a line for each queue and kind of work: all of it, what is late, and how old it is. */
export const waitingRows = (lines: readonly Waiting[], around: Around): readonly FigureRow[] =>
  lines.map((waiting): FigureRow => {
    const { line, total, late, ages } = waiting;
    const { t } = around;
    const cell = (count: QueueCount, which: 'all' | 'late' | number): FigureCell => {
      const place = placeBehind(line, which, around);
      return { text: String(countText(count, t)), ...(place !== undefined && { onOpen: () => around.go(place) }) };
    };
    return {
      key: `waiting-${line}`,
      head: t.overview.line[line],
      meaning:
        late === null ? t.overview.meaning.waiting[line] : `${t.overview.meaning.waiting[line]} ${t.overview.meaning.late}`,
      cells: [
        cell(total, 'all'),
        late === null ? { text: t.common.none } : cell(late, 'late'),
        ...ages.map((count, band) => cell(count, band)),
        { text: '', picture: total.count === 0 ? null : <ShareBar shares={ages.map(({ count }) => count / total.count)} /> },
      ],
    };
  });

function placeBehind(line: WaitingLine, which: 'all' | 'late' | number, around: Around): Place | undefined {
  if (line === 'role-changes' && !around.seesRoles) return undefined;
  const screen = screens[line];
  if (screen !== undefined) return screen;
  const queue = line as Exclude<WaitingLine, 'register-changes' | 'role-changes' | 'control-findings' | 'faulty-files'>; // the rest are queues
  const rest = waitingConditions(queue, which, around.today).filter(({ field }) => field !== 'status');
  return { at: 'queue', view: { queue, sort: 'received', descending: false, filter: writeFilter(rest, around.language) } };
}
