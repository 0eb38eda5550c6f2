import type { z } from 'zod';
import { dayInSweden } from '../../shared/base/day.ts';
import type { overviewQueries } from '../../shared/contract/overview.ts';
import type { workQueueQueries } from '../../shared/contract/work-queue.ts';
import { parseFilter } from '../../shared/domain/work-queue/index.ts';
import { inQueue } from './queries/queue-list.ts';
import { savedViews } from './queries/saved-views.ts';
import type { Seat } from './seat.ts';
import type { SessionKeeper } from './session.ts';

type Around = { readonly seat: () => Seat; readonly session: SessionKeeper; readonly clock: () => number };
type Table = typeof workQueueQueries & typeof overviewQueries;
type Answer<Name extends keyof Table> = NonNullable<Table[Name]['result']> | Extract<Table[Name]['result'], null>;
type Handlers = {
  readonly [Name in keyof Table]: (input: z.output<Table[Name]['input']>) => Promise<Answer<Name>>;
};

/** More pieces of refused work than anybody leaves lying. */
const allRefused = 200;

export function workQueueHandlers({ seat, session, clock }: Around): Handlers {
  const asking = () => ({ person: session.person(), atMs: clock(), today: dayInSweden(clock()) });
  /** What one's own work is looked for by. */
  const ownWork = async () => {
    const about = asking();
    const { person } = await session.read();
    const { refused } = await seat().sync.outbox(allRefused);
    return { ...about, roles: person?.roles ?? [], refused };
  };
  return {
    'leases/of-invoice': async ({ invoiceId }) => {
      const { atMs } = asking();
      const lease = await seat().rows().store.get('lease', invoiceId);
      if (lease === undefined || lease.untilMs <= atMs) return null;
      const { holder, untilMs, takenFrom = null, takeOverReason: reason = null } = lease;
      const holderName = (await seat().rows().store.get('person', holder))?.name ?? holder;
      return { holder, holderName, untilMs, takenFrom, reason };
    },
    'calendars/list': async () => {
      session.person();
      return seat().rows().queries.calendars();
    },
    'views/list': async () => savedViews(seat().rows().store, session.person(), dayInSweden(clock())),
    'queue/view-counts': async ({ filters }) => seat().rows().queries.viewCounts(filters, asking()),
    'queue/length': async ({ queue, filter }) => {
      const conditions = parseFilter(filter);
      return conditions.ok
        ? seat()
            .rows()
            .queries.length([...inQueue(queue), ...conditions.value], asking())
        : null;
    },
    'work/next': async ({ limit }) => {
      const own = await ownWork();
      return seat()
        .rows()
        .queries.workNext({ ...own, limit });
    },
    'overview/waiting': async () => seat().rows().queries.overviewWaiting(asking()),
    'overview/period': async (period) => seat().rows().queries.overviewPeriod(period, asking().atMs),
    'overview/touches': async (period) => {
      session.person();
      return seat().rows().queries.overviewTouches(period);
    },
    'sweep/fields': async () => seat().rows().queries.sweepFields(asking()),
    'work/today': async ({ limit }) => {
      const own = await ownWork();
      return seat()
        .rows()
        .queries.workToday({ ...own, limit });
    },
  };
}
