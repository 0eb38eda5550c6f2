import type { Day } from '../../../shared/base/day.ts';
import type { TodayReason, TodayWork } from '../../../shared/domain/work-queue/index.ts';
import { AnswerCell, answerText } from '../../answer-cell.tsx';
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

export function todayColumns(t: Texts, today: Day): readonly Column<TodayWork>[] {
  const { columns } = t.today;
  const reasons = ({ reasons: all, isEscalated }: TodayWork) =>
    [...all.map((reason) => t.today.why[reason]), ...(isEscalated ? [t.work.escalated] : [])].join(', ');
  const name = (work: TodayWork) => work.name ?? (work.kind === 'supplier-invoice' ? t.invoice.unnamed : t.common.none);
  const answer = ({ clock }: TodayWork) => ({ answer: clock });
  return [
    {
      id: 'why',
      header: columns.why,
      width: 12,
      grow: 2,
      text: reasons,
      cell: (work) => <Sign kind={signs[work.reasons[0] ?? 'basket']}>{reasons(work)}</Sign>,
    },
    { id: 'name', header: columns.name, width: 12, grow: 3, text: name, cell: name },
    {
      id: 'kind',
      header: columns.kind,
      width: 13.5,
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
      width: 15.5,
      text: (work) => answerText(answer(work), today, t),
      cell: (work) => <AnswerCell row={answer(work)} today={today} />,
    },
    { id: 'pay', header: columns.pay, width: 8, cell: ({ payBy }) => payBy ?? t.common.none },
    {
      id: 'since',
      header: columns.since,
      width: 10.5,
      text: ({ sinceMs }) => showFullMoment(sinceMs),
      cell: ({ sinceMs }) => showMoment(sinceMs, today, t),
    },
  ];
}
