import { LinkError } from '../../src/main/engine/sync/ports.ts';
import { admissionBy } from '../../src/server/admission.ts';
import { Misdirected, readChanges, viewOf } from '../../src/server/changes.ts';
import type { ServerLogStore } from '../../src/server/log-store.ts';
import { dayInSweden } from '../../src/shared/base/day.ts';
import { asId } from '../../src/shared/base/ids.ts';
import { type ChangesPage, type PushAnswer, type PushInput, pushInput } from '../../src/shared/contract/wire.ts';
import { scopesOf } from '../../src/shared/domain/access/index.ts';
import { NotAdmitted, type Sequencer, startSequencer } from '../../src/shared/run/sequencer.ts';
import { type Envelope, type Head, StoreFailure } from '../../src/shared/run/store.ts';
import { memoryLogStore, type ServerAilments, type ServerFile, snapshotOf, type Touched } from './memory-server.ts';
import type { Answer, Question } from './network.ts';
import { beginLife, healthy, type Life } from './process-life.ts';
import type { VirtualTime } from './virtual-time.ts';

/** The server's machine: its disk, who is signed in where, and the process that runs now. */
export type Server = {
  readonly file: ServerFile;
  readonly ailments: ReturnType<typeof healthy> & ServerAilments;
  /** Who sits at each device. */
  readonly sessions: Map<string, string>;
  /** Blobs that came in part, or wrong: the next part of them is refused or completes them. */
  readonly halfBlobs: Set<string>;
  /** Its clock, against true time. */
  skewMs: number;
  /** As many entries as a page may hold. */
  pageEntries: number;
  process: Process;
};
export type Process = { readonly life: Life; readonly store: ServerLogStore; readonly sequencer: Sequencer };

export type ServerWatch = {
  committed(from: Head, touched: Touched): void;
  died(written: boolean): void;
  /** A push, before anything of it is decided. */
  arrives(input: PushInput): void;
  /** A push and its answer. */
  answered(device: string, input: PushInput, decidedBefore: readonly boolean[], answer: PushAnswer): void;
  /** What goes to a device. */
  sends(device: string, page: ChangesPage): void;
  /** A snapshot is made for a device. */
  snapshots(device: string): void;
};

export function startServer(file: ServerFile, sessions: Server['sessions'], time: VirtualTime, watch: ServerWatch): Server {
  const server: Omit<Server, 'process'> = {
    file,
    sessions,
    ailments: { ...healthy(), puzzlingWrites: 0 },
    halfBlobs: new Set(),
    skewMs: 0,
    pageEntries: 2_000,
  };
  return Object.assign(server, { process: startProcess(server, time, watch) });
}

/** After the last process died: what it had not committed is gone. */
export function restartServer(server: Server, time: VirtualTime, watch: ServerWatch): void {
  server.file.journal.backTo(0);
  server.process = startProcess(server, time, watch);
}

function startProcess(server: Omit<Server, 'process'>, time: VirtualTime, watch: ServerWatch): Process {
  const life = beginLife(server.ailments, time, (_, written) => watch.died(written));
  const clock = (): number => time.nowMs() + server.skewMs;
  const store = memoryLogStore(server.file, life, server.ailments, watch.committed);
  const sequencer = startSequencer({ store, clock, admission: admissionBy(clock) });
  return { life, store, sequencer };
}

/** Does what a device asks. Never comes back when the process dies meanwhile. */
export async function serve(
  server: Server,
  device: string,
  question: Question,
  time: VirtualTime,
  watch: ServerWatch,
): Promise<Answer> {
  const { life } = server.process;
  await life.alive();
  try {
    const value = await answerTo(server, device, question, time, watch);
    await life.alive();
    return { ok: true, value };
  } catch (error) {
    await life.alive();
    return { ok: false, error: asLinkError(error) };
  }
}

async function answerTo(
  server: Server,
  device: string,
  question: Question,
  time: VirtualTime,
  watch: ServerWatch,
): Promise<unknown> {
  const nowMs = time.nowMs() + server.skewMs;
  const { store } = server.process;
  switch (question.kind) {
    case 'push':
      return answerPush(server, device, question.input, watch);
    case 'changes': {
      const { query } = question;
      const limited = { ...query, limit: Math.min(query.limit, server.pageEntries) };
      const page = await store.read((moment) => readChanges(moment, asker(server, device, nowMs), limited, nowMs));
      watch.sends(device, page);
      return page;
    }
    case 'snapshot':
      return store.read(async (moment) => {
        const { person, today } = asker(server, device, nowMs);
        const scopes = scopesOf(await moment.grants(person), today);
        watch.snapshots(device);
        return snapshotOf(server.file, scopes, viewOf(scopes));
      });
    case 'blob':
      return receiveBlob(server, question.sha256);
  }
}

function asker(server: Server, device: string, nowMs: number) {
  const person = server.sessions.get(device);
  if (person === undefined) throw new LinkError('signed-out');
  return { person: asId<'person'>(person), device, today: dayInSweden(nowMs) };
}

async function answerPush(server: Server, device: string, sent: PushInput, watch: ServerWatch): Promise<PushAnswer> {
  const parsed = pushInput.safeParse(sent);
  if (!parsed.success) throw new LinkError('malformed');
  const { file, process } = server;
  const { epoch, commands } = parsed.data;
  if (epoch !== null && epoch !== file.head.epoch) throw new LinkError('other-epoch', { epoch: file.head.epoch });
  watch.arrives(parsed.data);
  const decidedBefore = commands.map(({ id }) => file.commands.has(id));
  const results = await Promise.allSettled(
    commands.map((command) => process.sequencer.execute({ ...command, device } as Envelope)), // its ids were parsed as ids
  );
  const answers: PushAnswer['answers'] = [];
  let stopped: PushAnswer['stopped'] = null;
  for (const [place, result] of results.entries()) {
    if (result.status === 'fulfilled') {
      answers.push({ id: commands[place]?.id ?? '', outcome: result.value.outcome, seqLast: result.value.seqLast });
      continue;
    }
    if (!(result.reason instanceof NotAdmitted) || result.reason.reason.code === 'unknown-device') throw result.reason;
    const { reason } = result.reason;
    stopped = reason.code === 'blobs-missing' ? { code: reason.code, sha256s: [...reason.sha256s] } : reason;
    break;
  }
  const answer = { epoch: file.head.epoch, head: file.head.seq, answers, stopped };
  watch.answered(device, parsed.data, decidedBefore, answer);
  return answer;
}

/** A blob comes whole, unless something was planned for it. */
function receiveBlob({ file, halfBlobs, ailments }: Server, sha256: string): null {
  if (ailments.full.has('server')) throw new LinkError('disk-full');
  if (halfBlobs.delete(sha256)) throw new LinkError('wrong-bytes');
  file.blobs.add(sha256);
  return null;
}

function asLinkError(error: unknown): LinkError {
  if (error instanceof LinkError) return error;
  if (error instanceof Misdirected) return new LinkError(error.code, error.now);
  if (error instanceof NotAdmitted) return new LinkError('unknown-device');
  return new LinkError(error instanceof StoreFailure && error.code === 'disk-full' ? 'disk-full' : 'failed');
}
