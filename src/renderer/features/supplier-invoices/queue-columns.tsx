import type { Day } from '../../../shared/base/day.ts';
import type { QueueRow, QueueSort } from '../../../shared/contract/engine.ts';
import { showAmount } from '../../../shared/domain/invoice-fields/index.ts';
import { AnswerCell, answerText } from '../../answer-cell.tsx';
import { showFullMoment, showMoment, showMomentNear } from '../../formats.ts';
import type { QueueView } from '../../navigation.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import type { ArrangedColumn, Column } from '../../ui/data-table-column.ts';
import { DueDay } from './due-day.tsx';
import { SupplierCell } from './supplier-cell.tsx';

/** Which sort of the engine each column asks for. */
export const sortOfColumn: Partial<Record<string, QueueSort>> = {
  supplier: 'supplier',
  number: 'number',
  due: 'due',
  total: 'total',
  received: 'received',
};

/** Every column that the queue can have. */
export function queueColumns(t: Texts, today: Day): readonly Column<QueueRow>[] {
  const { columns } = t.queueScreen;
  const text = (value: string | null) => value ?? t.common.none;
  return [
    {
      id: 'supplier',
      header: columns.supplier,
      width: 14,
      grow: 3,
      sorts: true,
      text: (row) => row.supplierName ?? t.invoice.unnamed,
      cell: (row) => <SupplierCell row={row} />,
    },
    { id: 'type', header: columns.type, width: 9, cell: (row) => t.documentType[row.documentType] },
    {
      id: 'number',
      header: columns.number,
      width: 9,
      grow: 1,
      sorts: true,
      text: (row) => text(row.number),
      cell: (row) => text(row.number),
    },
    { id: 'invoiceDate', header: columns.invoiceDate, width: 9.7, cell: (row) => text(row.invoiceDay) },
    { id: 'due', header: columns.due, width: 14.6, sorts: true, cell: (row) => <DueDay row={row} today={today} /> },
    {
      id: 'total',
      header: columns.total,
      width: 10,
      right: true,
      sorts: true,
      text: (row) => (row.totalMinor === null ? '' : showAmount(row.totalMinor, row.currency)),
      cell: (row) => (row.totalMinor === null ? t.common.none : showAmount(row.totalMinor, row.currency)),
    },
    {
      id: 'received',
      header: columns.received,
      width: 10.5,
      sorts: true,
      text: (row) => showFullMoment(row.receivedAtMs),
      cell: (row) => showMoment(row.receivedAtMs, today, t),
    },
    {
      id: 'answer',
      header: t.work.columns.answer,
      width: 15,
      text: (row) => answerText(row, today, t),
      cell: (row) => <AnswerCell row={row} today={today} />,
    },
    {
      id: 'lock',
      header: t.work.columns.lock,
      width: 12,
      text: (row) => lockText(row, today, t),
      cell: (row) => lockText(row, today, t),
    },
    { id: 'returnsOn', header: columns.returnsOn, width: 8.5, cell: (row) => text(row.returnsOn) },
    { id: 'state', header: columns.state, width: 11, cell: (row) => t.queue[row.queue] },
  ];
}

/** The columns that a queue has until somebody has them otherwise; who works on what is told where several do. */
export function usualColumns(queue: QueueView['queue'], isShared: boolean): readonly ArrangedColumn[] {
  const waits = ['supplier', 'type', 'number', 'due', 'total', 'received', 'answer', ...(isShared ? ['lock'] : [])];
  const done = ['supplier', 'type', 'number', 'invoiceDate', 'due', 'total', 'received'];
  const own: Record<QueueView['queue'], readonly string[]> = {
    ...{ notices: waits, 'to-verify': waits, parked: [...waits.filter((id) => id !== 'received'), 'returnsOn'] },
    ...{ verified: done, approved: done, duplicate: done, returned: done, all: [...done, 'state'] },
  };
  return own[queue].map((id) => ({ id }));
}

const lockText = ({ lock }: QueueRow, today: Day, t: Texts): string =>
  lock === null
    ? t.common.none
    : fill(t.work.lockedUntil, { name: lock.holderName, time: showMomentNear(lock.untilMs, today, t) });
