import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of its own that does what it is asked to, one question at a time or several. */
export type BenchProcess = {
  readonly pid: number;
  ask<Answer>(task: string, input?: unknown): Promise<Answer>;
  /** Asks it to end, and waits until it has. */
  stop(): Promise<void>;
};

type Question = { readonly place: number; readonly task: string; readonly input: unknown };
type Answer = { readonly place: number; readonly answer?: unknown; readonly failure?: string };

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** `entry`: a file of this folder that calls `answerQuestions`. */
export function startProcess(entry: string, nodeOptions: readonly string[] = []): BenchProcess {
  const child = fork(join(import.meta.dirname, entry), { serialization: 'advanced', execArgv: [...nodeOptions] });
  running.add(child);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  child.on('message', ({ place, answer, failure }: Answer) => {
    const waits = waiting.get(place);
    waiting.delete(place);
    if (failure === undefined) waits?.resolve(answer);
    else waits?.reject(new Error(`${entry}: ${failure}`));
  });
  child.on('exit', (code) => {
    running.delete(child);
    for (const { reject } of waiting.values()) reject(new Error(`${entry} ended with ${code}`));
  });
  return {
    pid: child.pid ?? 0,
    ask: <Given>(task: string, input?: unknown) => {
      last += 1;
      const waits = Promise.withResolvers<unknown>();
      waiting.set(last, waits);
      child.send({ place: last, task, input } satisfies Question);
      return waits.promise as Promise<Given>; // the one who asks knows what the task answers
    },
    stop: async () => {
      if (!running.has(child)) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** What a process does when asked. It ends when nobody can ask any more, after `end`. */
export function answerQuestions(
  tasks: { readonly [task: string]: (input: never) => Promise<unknown> },
  end: () => Promise<void> = async () => {},
): void {
  process.on('message', ({ place, task, input }: Question) => {
    const work = tasks[task];
    if (work === undefined) throw new Error(`there is no task ${task}`);
    work(input as never).then(
      (answer) => process.send?.({ place, answer } satisfies Answer),
      (error: unknown) => process.send?.({ place, failure: error instanceof Error ? error.stack : String(error) } as Answer),
    );
  });
  process.on('disconnect', () => void end().finally(() => process.exit()));
}
