import { readWrites, writeManyRows, writeRowByRow } from './bare-log.ts';
import { atLeast, type Line, ratioAtLeast, sharedMs } from './figures.ts';
import { clerksWork, type Invoice, newSupplier } from './office.ts';
import { push } from './push.ts';
import { type Device, executeAll, type Stage, sentBy, withServer } from './stage.ts';

const senders = 8;
const warmUp = 100;
const timed = 500;
/** So many invoices the stage must have. */
export const invoicesNeeded = warmUp + 2 * timed;

type Figures = { readonly sequencer: number; readonly http: number; readonly rowByRow: number; readonly manyRows: number };

/** Commands a second that one log takes: in the server's process, and pushed over HTTP; beside the same rows written by hand. */
export async function commandsPerSecond(stage: Stage, runs: number): Promise<readonly Line[]> {
  const figures: Figures[] = [];
  for (let run = 0; run < runs; run += 1) figures.push(await oneRun(stage));
  const of = (name: keyof Figures): number[] => figures.map((each) => each[name]);
  const bars = [atLeast(1_000), ratioAtLeast(0.5)];
  const unit = 'commands/s';
  const byRow = { name: 'bare pg, a statement a row', figures: of('rowByRow') };
  const byTable = { name: 'bare pg, a statement a table', figures: of('manyRows') };
  return [
    { what: 'commands in one log, in the server', unit, ours: of('sequencer'), reference: byRow, bars },
    { what: 'the same', unit, ours: of('sequencer'), reference: byTable },
    { what: `commands pushed over HTTP by ${senders} devices`, unit, ours: of('http'), reference: byRow, bars },
    { what: 'the same', unit, ours: of('http'), reference: byTable },
  ];
}

async function oneRun(stage: Stage): Promise<Figures> {
  const { folder, invoices } = stage;
  return stage.withOffice('commands', async (url, all) => {
    const devices = all.slice(0, senders);
    const { sequencer, http, seq, warmed } = await withServer(url, folder, async (server, { address, seq }) => {
      const warming = inTurn(devices, invoices.slice(0, warmUp));
      await executeAll(server, warming);
      const wanted = inTurn(devices, invoices.slice(warmUp, warmUp + timed));
      const { ms } = await executeAll(server, wanted);
      const pushed = devices.map((device) => ofDevice(device, devices, invoices.slice(warmUp + timed)));
      const startedAtMs = sharedMs();
      await Promise.all(devices.map((device, place) => push(address, device, pushed[place] ?? [])));
      const pushMs = sharedMs() - startedAtMs;
      return {
        sequencer: perSecond(wanted.length, ms),
        http: perSecond(pushed.flat().length, pushMs),
        seq,
        warmed: warming.length,
      };
    });
    const writes = (await readWrites(url, seq)).slice(0, warmed + timed * 6);
    const bare = (name: string, write: typeof writeRowByRow): Promise<number> =>
      stage.withOffice(name, async (bareUrl) => {
        await write(bareUrl, writes.slice(0, warmed));
        const rest = writes.slice(warmed);
        return perSecond(rest.length, await write(bareUrl, rest));
      });
    return {
      sequencer,
      http,
      rowByRow: await bare('row_by_row', writeRowByRow),
      manyRows: await bare('many_rows', writeManyRows),
    };
  });
}

const perSecond = (count: number, ms: number): number => (count / ms) * 1_000;

/** The work of a device: every so many of the invoices, and a new supplier for each. */
function ofDevice(device: Device, devices: readonly Device[], invoices: readonly Invoice[]) {
  const own = invoices.filter((_, place) => place % devices.length === devices.indexOf(device));
  return sentBy(
    [device],
    own.flatMap((invoice) => [newSupplier(invoice.number), ...clerksWork(invoice, device.person)]),
  );
}

/** One command of each device, and then the next of each. */
function inTurn(devices: readonly Device[], invoices: readonly Invoice[]) {
  const lists = devices.map((device) => ofDevice(device, devices, invoices));
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list[place] ?? [])).flat();
}
