import type { Day } from '../../../shared/base/day.ts';
import type { TodayReason, TodayWork } from '../../../shared/domain/work-queue/index.ts';
import { answerText } from '../../answer-cell.tsx';
import { showFullMoment, showMoment } from '../../formats.ts';
import type { Texts } from '../../text/texts.ts';
import type { Column } from '../../ui/data-table-column.ts';
import { Sign } from '../../ui/sign.tsx';

const signs: { readonly [Reason in TodayReason]: Parameters<typeof Sign>[0]['kind'] } = {
  late: 'stop',
  today: 'warning',
  payment: 'warning',
  returning: 'waits',
  basket: 'plain',
  decision: 'waits',
};

/** Of the others the clock began on a day of their own, which stands beside. */
const cameIn = ({ kind }: TodayWork): boolean => kind !== 'approval' && kind !== 'returning-invoice';

export function todayColumns(t: Texts, today: Day): readonly Column<TodayWork>[] {
  const { columns } = t.today;
  const reasons = ({ reasons: all, isEscalated }: TodayWork) =>
    [...all.map((reason) => t.today.why[reason]), ...(isEscalated ? [t.work.escalated] : [])].join(', ');
  const name = (work: TodayWork) => work.name ?? (work.kind === 'supplier-invoice' ? t.invoice.unnamed : t.common.none);
  // That it is late is the reason that stands first; here only when it was due.
  const answer = ({ clock, reasons: [first] }: TodayWork) =>
    first === 'late' && clock.dueMs !== null ? showMoment(clock.dueMs, today, t) : answerText({ answer: clock }, today, t);
  return [
    {
      id: 'why',
      header: columns.why,
      width: 11,
      text: reasons,
      cell: ({ reasons: [first = 'basket'] }) => <Sign kind={signs[first]}>{t.today.why[first]}</Sign>,
    },
    { id: 'name', header: columns.name, width: 12, grow: 3, text: name, cell: name },
    {
      id: 'kind',
      header: columns.kind,
      width: 15,
      grow: 1,
      text: ({ kind }) => t.work.kind[kind],
      cell: ({ kind }) => t.work.kind[kind],
    },
    {
      id: 'detail',
      header: columns.detail,
      width: 8,
      grow: 1,
      text: ({ detail }) => detail ?? t.common.none,
      cell: ({ detail }) => detail ?? t.common.none,
    },
    {
      id: 'answer',
      header: columns.answer,
      width: 13,
      text: answer,
      cell: answer,
    },
    { id: 'pay', header: columns.pay, width: 8, cell: ({ payBy }) => payBy ?? t.common.none },
    {
      id: 'since',
      header: columns.since,
      width: 10.5,
      text: (work) => (cameIn(work) ? showFullMoment(work.sinceMs) : t.common.none),
      cell: (work) => (cameIn(work) ? showMoment(work.sinceMs, today, t) : t.common.none),
    },
  ];
}
