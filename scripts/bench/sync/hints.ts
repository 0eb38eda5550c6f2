import { viewOf } from '../../../src/server/changes.ts';
import { unitScope } from '../../../src/shared/domain/access/index.ts';
import { atMost, below, type Line, median, percentile } from './figures.ts';
import { clerksWork, unit } from './office.ts';
import { startProcess } from './processes.ts';
import { executeAll, type Stage, sentBy, withServer } from './stage.ts';

const commits = 25;
/** A server that has run for a while has compiled its code. */
const warmUp = 5;
/** Between two commits, so that each is by itself. */
const apartMs = 60;

type Run = { readonly ours: readonly number[]; readonly bare: readonly number[]; readonly memoryMb: number };

/** Three hundred workstations listen: from a commit until each holds the page with its entry. */
export async function hints(stage: Stage, runs: number): Promise<readonly Line[]> {
  const results: Run[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await oneRun(stage));
  const figures = (of: 'ours' | 'bare', share: number): number[] => results.map((result) => percentile(result[of], share));
  const name = 'plain GETs at once';
  const count = stage.devices.length;
  return [
    {
      what: `commit to visible at ${count} workstations, p50`,
      unit: 'ms',
      ours: results.map(({ ours }) => median(ours)),
      reference: { name, figures: figures('bare', 0.5) },
    },
    {
      what: 'the same, p99',
      unit: 'ms',
      ours: figures('ours', 0.99),
      reference: { name, figures: figures('bare', 0.99) },
      bars: [atMost(150)],
    },
    {
      what: `memory of the server with ${count} workstations`,
      unit: 'MB',
      ours: results.map(({ memoryMb }) => memoryMb),
      bars: [below(300)],
    },
  ];
}

async function oneRun({ folder, devices, invoices, withOffice }: Stage): Promise<Run> {
  const view = viewOf(['reg:access', 'reg:suppliers', unitScope(unit)]);
  return withOffice('hints', (url, all) =>
    withServer(url, folder, async (server, { address, epoch, seq }) => {
      const clients = startProcess('listeners-process.ts');
      const bareServer = startProcess('bare-http-process.ts');
      try {
        const sessions = devices.map(({ session }) => session);
        await clients.ask('listen', { address, sessions, view, epoch, seq });
        const ours: number[] = [];
        const clerks = all.slice(0, warmUp + commits);
        for (const [place, device] of clerks.entries()) {
          const invoice = invoices[place];
          if (invoice === undefined) throw new Error('there are invoices');
          const [correction] = clerksWork(invoice, device.person);
          const expected = seq + 3 * (place + 1); // the invoice, its event, the outcome
          await clients.ask('expect', expected);
          const { answeredAtMs, seqLast } = await executeAll(
            server,
            sentBy([device], correction === undefined ? [] : [correction]),
          );
          if (seqLast !== expected) throw new Error(`the log ends at ${seqLast}, not at ${expected}`);
          const seen = await clients.ask<number[]>('seen', seqLast);
          if (place >= warmUp) ours.push(...seen.map((atMs) => atMs - answeredAtMs));
          await new Promise((resolve) => setTimeout(resolve, apartMs));
        }
        const memoryMb = await server.ask<number>('memoryMb');
        const bareUrl = await bareServer.ask<string>('start');
        await bareServer.ask('answerWith', await clients.ask<string>('lastPage'));
        const bare: number[] = [];
        for (let turn = 0; turn < warmUp + commits; turn += 1) {
          const took = await clients.ask<number[]>('fetchAtOnce', { url: bareUrl, times: sessions.length });
          if (turn >= warmUp) bare.push(...took);
        }
        return { ours, bare, memoryMb };
      } finally {
        await Promise.all([clients.stop(), bareServer.stop()]);
      }
    }),
  );
}
