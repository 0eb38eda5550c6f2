import { dayInSweden, daysBetween } from '../../../shared/base/day.ts';
import { minutesInSweden } from '../../../shared/base/swedish-time.ts';
import type { ControlFault, ControlServiceStatus, ServiceSettings } from '../../../shared/contract/control-service.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import {
  controlChecks,
  givenUpAfterDays,
  isRoundDue,
  limitsOfPlan,
  limitsOn,
} from '../../../shared/domain/supplier-control/index.ts';
import { type AskingParts, nextBatch, receiveBatch, rememberedBatch, sendBatch, wholeBatch } from './ask-service.ts';
import type { ControlNotesFile, WaitingBatch } from './control-notes.ts';
import { type ControlService, ControlServiceFailure } from './control-service.ts';
import { folderControlService } from './folder-service.ts';
import { httpControlService } from './http-service.ts';
import { seal, unseal } from './service-key.ts';

export type ControlJob = {
  status(): ControlServiceStatus;
  /** `key` null: the one that is there stays. Throws EngineError `malformed` for an address that may not be used. */
  save(settings: ServiceSettings, key: string | null): Promise<ControlServiceStatus>;
  /** Does what is due; `now`: the whole round, whatever the time of day. One at a time: whoever comes meanwhile waits for it. */
  work(options?: { readonly now: boolean }): Promise<ControlServiceStatus>;
  /** Resolves when what was under way has ended. */
  stop(): Promise<void>;
};

type Parts = Omit<AskingParts, 'today'> & {
  readonly clock: () => number;
  readonly notes: ControlNotesFile;
  /** The key that the workspace is encrypted with, out of the operating system's key store; undefined where there is none. */
  readonly workspaceKey: string | undefined;
  /** There are rows to ask about. */
  readonly isReady: () => boolean;
  readonly changed: () => void;
  readonly everyMs?: number;
};

const minuteMs = 60_000;
const patienceMs = 30_000;
/** After a fault the service is left in peace for so long. */
const restAfterFaultMs = 15 * minuteMs;

/**
 * Asks the control service once a day about every supplier whose answers are missing or old, and fetches the answers as they come, in
 * the program's name. What is asked stands in the notes before it goes out, so that a crash loses nothing; a fault is noted, said in
 * Settings, and tried again.
 */
export function startControlJob({
  clock,
  notes,
  workspaceKey,
  isReady,
  changed,
  everyMs = minuteMs,
  ...asking
}: Parts): ControlJob {
  const today = () => dayInSweden(clock());
  const parts: AskingParts = { ...asking, today };
  /** Of a computer without a key store, while the program runs. */
  let typedKey: string | undefined;
  let working: Promise<void> | undefined;
  let stopped = false;
  let restUntilMs = 0;

  function key(): string | undefined {
    const { sealedKey } = notes.read();
    return typedKey ?? (sealedKey === null || workspaceKey === undefined ? undefined : unseal(sealedKey, workspaceKey));
  }

  /** Throws ControlServiceFailure for an address that may not be used. */
  function serviceOf({ source, way }: ServiceSettings): ControlService | 'key-missing' {
    if (way.kind === 'folder') return folderControlService({ source, folder: way.folder });
    const token = key();
    return token === undefined ? 'key-missing' : httpControlService({ source, address: way.address, token, patienceMs });
  }

  async function noteFault(code: ControlFault): Promise<void> {
    restUntilMs = clock() + restAfterFaultMs;
    await notes.change({ fault: { code, atMs: clock() } });
  }

  async function workOnce(now: boolean): Promise<void> {
    const { settings } = notes.read();
    if (settings === null || !settings.isOn || !isReady() || (!now && clock() < restUntilMs)) return;
    const service = serviceOf(settings);
    if (service === 'key-missing') return noteFault('key-missing');
    restUntilMs = 0;
    const before = notes.read().fault;
    const wentWell = (await receiveAll(service)) && (await askAll(service, settings, now)) && (await receiveAll(service));
    if (wentWell && before !== null && notes.read().fault === before) await notes.change({ fault: null });
  }

  /** False: the service is to be left in peace. */
  async function receiveAll(service: ControlService): Promise<boolean> {
    for (const batch of notes.read().waiting) {
      if (stopped) return false;
      if (batch.sentAtMs === null && !(await send(service, batch))) return false;
      if (daysBetween(batch.asOf, today()) > givenUpAfterDays) {
        await forget(batch.batchId);
        await notes.change({ fault: { code: 'no-answer', atMs: clock() } });
        continue;
      }
      const outcome = await receiveBatch(parts, service, rememberedBatch(batch));
      if (outcome.kind === 'failed') {
        await noteFault(outcome.code);
        return false;
      }
      if (outcome.kind === 'taken') {
        await forget(batch.batchId);
        await notes.change({ lastReceivedMs: clock() });
      }
      changed();
    }
    return true;
  }

  async function askAll(service: ControlService, settings: ServiceSettings, now: boolean): Promise<boolean> {
    const moment = { day: today(), time: clockTime(clock()) };
    const isBegun = notes.read().after !== '';
    if (!now && !isBegun && !isRoundDue(settings, notes.read().finishedOn, moment)) return true;
    for (;;) {
      if (stopped) return false;
      const { waiting, after } = notes.read();
      const limits = limitsOfPlan(limitsOn(moment.day), settings);
      const next = await nextBatch(parts, controlChecks, after, { limits, waiting });
      if (next === null) break;
      const { batchId, asOf, suppliers } = next.batch;
      const asked = suppliers.map(({ supplierId, checks }) => ({ supplierId, checks: [...checks] }));
      const batch: WaitingBatch = { batchId, asOf, asked, sentAtMs: null };
      await notes.change({ waiting: [...waiting, batch], after: next.after });
      if (!(await send(service, batch))) return false;
    }
    await notes.change({ finishedOn: moment.day, after: '' });
    changed();
    return true;
  }

  async function send(service: ControlService, batch: WaitingBatch): Promise<boolean> {
    const outcome = await sendBatch(service, await wholeBatch(parts.store, batch));
    if (outcome.kind === 'failed') {
      await noteFault(outcome.code);
      return false;
    }
    const sentAtMs = clock();
    const waiting = notes.read().waiting.map((one) => (one.batchId === batch.batchId ? { ...one, sentAtMs } : one));
    await notes.change({ waiting, lastSentMs: sentAtMs });
    changed();
    return true;
  }

  const forget = (batchId: string) => notes.change({ waiting: notes.read().waiting.filter((one) => one.batchId !== batchId) });

  function status(): ControlServiceStatus {
    const { settings, sealedKey, waiting, lastSentMs, lastReceivedMs, finishedOn, fault } = notes.read();
    const suppliers = waiting.reduce((total, { asked }) => total + asked.length, 0);
    const keyState =
      settings?.way.kind !== 'http'
        ? 'not-needed'
        : typedKey !== undefined && sealedKey === null
          ? 'memory'
          : key() === undefined
            ? 'missing'
            : 'kept';
    return {
      ...{ settings, key: keyState, isWorking: working !== undefined, lastSentMs, lastReceivedMs, finishedOn, fault },
      waiting: { batches: waiting.length, suppliers },
    };
  }

  async function work({ now } = { now: false }): Promise<ControlServiceStatus> {
    while (working !== undefined) await working;
    working = workOnce(now)
      .catch((error: unknown) =>
        noteFault(error instanceof ControlServiceFailure ? error.code : 'not-taken').then(() =>
          console.error('control service', error),
        ),
      )
      .finally(() => {
        working = undefined;
        changed();
      });
    await working;
    return status();
  }

  const timer = setInterval(() => (working === undefined && !stopped ? void work() : undefined), everyMs);
  timer.unref();
  return {
    status,
    work,
    save: async (settings, typed) => {
      if (settings.way.kind === 'http') checkAddress(settings.way.address);
      if (typed !== null) typedKey = typed;
      const sealedKey = typed !== null && workspaceKey !== undefined ? seal(typed, workspaceKey) : notes.read().sealedKey;
      restUntilMs = 0;
      await notes.change({ settings, sealedKey, fault: null });
      changed();
      return status();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await working;
    },
  };
}

/** What httpControlService would refuse later is said when it is typed. */
function checkAddress(address: string): void {
  try {
    httpControlService({ source: '-', address, token: '-', patienceMs });
  } catch {
    throw new EngineError('malformed', 'the address must begin with https://');
  }
}

/** What clocks in Sweden show, 'HH:MM'. */
function clockTime(atMs: number): string {
  const minutes = minutesInSweden(atMs);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
