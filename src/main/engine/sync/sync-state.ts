import type { Notice, SyncStatus } from '../../../shared/contract/engine.ts';
import type { Enrolment, OutboxFacts } from '../store/outbox-facts.ts';
import { LinkError, type Scheduler } from './ports.ts';

type Joined = Extract<SyncStatus, { kind: 'joined' }>;
type Counts = Pick<Joined, 'waiting' | 'blobsWaiting' | 'refused' | 'doubtful'>;

/** How this workstation stands with its server, from what has been heard; pages are told of each change, soon after it. */
export type SyncState = {
  status(): Joined;
  reached(serverTimeMs: number | null): void;
  failed(error: unknown): void;
  rebuilding(isRebuilding: boolean): void;
  level(isLevel: boolean): void;
  /** Something that the status counts may have changed. */
  changed(): void;
  /** By how much this computer's clock is ahead of the server's, as far as is known. */
  clockAheadMs(): number;
  stop(): void;
};

type Options = {
  readonly enrolment: Enrolment;
  readonly facts: OutboxFacts;
  readonly scheduler: Scheduler;
  readonly counts: () => Counts;
  readonly isSignedIn: () => boolean;
  readonly notify: (notice: Notice) => void;
};

const tellAfterMs = 100;
/** Smaller changes of the clock's lead are not worth a write. */
const worthKeepingMs = 1_000;

export function syncState({ enrolment, facts, scheduler, counts, isSignedIn, notify }: Options): SyncState {
  let lastReachedMs: number | null = null;
  let failure: LinkError['code'] | undefined;
  let isRebuilding = false;
  let isLevel = false;
  let clockAheadMs = Number(facts.read('clock-ahead-ms') ?? 0);
  let told = '';
  let isStopped = false;
  let callOff: (() => void) | undefined;

  function state({ waiting }: Counts): Joined['state'] {
    if (enrolment.state === 'lapsed' || failure === 'unknown-device') return 'taken-out';
    if (failure === 'too-old') return 'too-old';
    if (isRebuilding) return 'rebuilding';
    if (failure !== undefined) return 'no-answer';
    if (!isSignedIn()) return 'signed-out';
    return waiting > 0 || !isLevel ? 'sending' : 'synced';
  }

  function status(): Joined {
    const counted = counts();
    return {
      kind: 'joined',
      server: enrolment.server,
      deviceName: enrolment.deviceName,
      state: state(counted),
      lastReachedMs,
      clockAheadMs,
      ...counted,
    };
  }

  function tell(): void {
    callOff = undefined;
    const now = status();
    const { lastReachedMs: _, ...telling } = now; // that the server goes on answering is no news
    const text = JSON.stringify(telling);
    if (text === told) return;
    told = text;
    notify({ kind: 'sync', status: now });
  }
  const changed = (): void => {
    if (!isStopped) callOff ??= scheduler.after(tellAfterMs, tell);
  };

  return {
    status,
    changed,
    reached: (serverTimeMs) => {
      lastReachedMs = scheduler.nowMs();
      failure = undefined;
      if (serverTimeMs !== null) {
        const ahead = scheduler.nowMs() - serverTimeMs;
        if (Math.abs(ahead - clockAheadMs) > worthKeepingMs) {
          clockAheadMs = ahead;
          facts.write('clock-ahead-ms', String(ahead));
        }
      }
      changed();
    },
    failed: (error) => {
      if (!(error instanceof LinkError)) console.error(error);
      const code = error instanceof LinkError ? error.code : 'failed';
      if (code !== 'signed-out') failure = code;
      isRebuilding = false;
      changed();
    },
    rebuilding: (now) => {
      isRebuilding = now;
      changed();
    },
    level: (now) => {
      isLevel = now;
      changed();
    },
    clockAheadMs: () => clockAheadMs,
    stop: () => {
      isStopped = true;
      callOff?.();
    },
  };
}
