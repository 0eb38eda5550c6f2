import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { dayInSweden } from '../../../shared/base/day.ts';
import type { controlServiceQueries, controlServiceTasks } from '../../../shared/contract/control-service.ts';
import { uuid } from '../../../shared/contract/uuid.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { Seat } from '../seat.ts';
import type { SessionKeeper } from '../session.ts';
import type { ControlJob } from './control-job.ts';
import { takeWarningList } from './take-warning-list.ts';

type Table = typeof controlServiceQueries & typeof controlServiceTasks;
type Handler<Name extends keyof Table> = (input: z.output<Table[Name]['input']>) => Promise<NonNullable<Table[Name]['result']>>;
type Handlers<Names> = { [Name in keyof Names & keyof Table]: Handler<Name> };

type Around = {
  readonly parts: EngineParts;
  readonly seat: () => Seat;
  readonly session: SessionKeeper;
  readonly controlJob: ControlJob;
};

export function controlQueryHandlers({ parts, seat, session, controlJob }: Around): Handlers<typeof controlServiceQueries> {
  return {
    'supplier-control/service': async () => {
      session.person();
      return controlJob.status();
    },
    'supplier-control/lists': async () => {
      session.person();
      return seat().rows().queries.warningLists();
    },
    'supplier-control/counts': async () => seat().rows().queries.controlCounts(session.person(), dayInSweden(parts.clock())),
  };
}

export function controlTaskHandlers({ parts, session, controlJob }: Around): Handlers<typeof controlServiceTasks> {
  const demand = () => session.demand('supplier-control.handle');
  return {
    'supplier-control/save-service': async ({ settings, key }) => {
      await demand();
      return controlJob.save(settings, key);
    },
    'supplier-control/ask-now': async () => {
      await demand();
      return controlJob.work({ now: true });
    },
    'supplier-control/take-list': async ({ bytes, take, list, source, asOf }) => {
      await demand();
      const path = join(parts.workspace, `warning-list-${uuid()}`);
      try {
        await writeFile(path, bytes);
        return await takeWarningList(parts, path, { list, source, asOf }, take ? session.person() : null);
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
