import type { JoinReport } from '../../shared/contract/engine.ts';
import { EngineError } from '../../shared/contract/engine.ts';
import { type AloneSeat, openAloneSeat } from './alone-seat.ts';
import { type JoinInput, joinServer, setWorkspaceFileAside } from './join-server.ts';
import { openJoinedSeat } from './joined-seat.ts';
import type { Seat, SeatOptions } from './seat.ts';
import { hasOutbox, type OutboxFile, openOutboxFile } from './store/outbox-file.ts';

/** The seat that a workspace's files say, and the way from one kind to the other. */
export type Seats = {
  now(): Seat;
  /** Joins a server, or enrols there anew a workstation that the server does not know any more. Work that comes meanwhile waits. */
  join(input: JoinInput): Promise<JoinReport>;
  /** Resolves when nobody is joining. */
  settled(): Promise<void>;
};

export async function openSeats(options: SeatOptions): Promise<Seats> {
  let alone: AloneSeat | undefined;
  let seat = await openSeat();
  let joining: Promise<unknown> = Promise.resolve();

  async function openSeat(): Promise<Seat> {
    alone = undefined;
    const outbox = hasOutbox(options.workspace) ? await openOutboxFile({ ...options, folder: options.workspace }) : undefined;
    if (outbox !== undefined && isJoined(outbox)) {
      setWorkspaceFileAside(options.workspace); // also what was cut off
      return openJoinedSeat(options, outbox);
    }
    outbox?.close();
    alone = openAloneSeat(options);
    return alone;
  }

  async function join(input: JoinInput): Promise<JoinReport> {
    const status = seat.sync.status();
    if (status.kind === 'joined' && status.state !== 'taken-out') throw new EngineError('already-joined');
    if (alone === undefined) await seat.stop();
    else await alone.idle();
    try {
      return await joinServer({ ...options, log: alone?.log ?? null }, input);
    } finally {
      await alone?.stop();
      seat = await openSeat();
    }
  }

  return {
    now: () => seat,
    join: (input) => {
      const report = joining.then(() => join(input));
      joining = report.catch(() => {});
      return report;
    },
    settled: async () => void (await joining),
  };
}

function isJoined({ facts }: OutboxFile): boolean {
  const state = facts.enrolment()?.state;
  return state === 'joined' || state === 'lapsed';
}
