import type { TodayReason, TodayWork } from '../../../shared/domain/work-queue/index.ts';
import { anyView, type QueueView } from '../../navigation.ts';

const byReason: { readonly [Reason in TodayReason]: Pick<QueueView, 'filter' | 'sort'> } = {
  late: { filter: 'status:påminnelse,att-verifiera svar<=idag', sort: 'received' },
  today: { filter: 'status:påminnelse,att-verifiera svar<=idag', sort: 'received' },
  payment: { filter: 'status:påminnelse,att-verifiera förfaller<=idag', sort: 'due' },
  returning: { filter: 'status:parkerad åter<=idag', sort: 'received' },
  basket: { filter: 'låst:mig', sort: 'received' },
  decision: { filter: 'status:verifierad förfaller<=idag', sort: 'due' },
};

/** The queue that an invoice of *Idag* stands in: what comes before and after it there. */
export function viewOfWork({ kind, reasons }: TodayWork): QueueView {
  const reason = kind === 'approval' ? 'decision' : kind === 'returning-invoice' ? 'returning' : reasons[0];
  return reason === undefined ? anyView : { queue: 'all', descending: false, ...byReason[reason] };
}
