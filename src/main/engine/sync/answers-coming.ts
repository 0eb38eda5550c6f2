import type { CommandId } from '../../../shared/base/ids.ts';
import { EngineError } from '../../../shared/contract/engine.ts';
import type { OutboxCommand } from './ports.ts';

/** Answers of the server that somebody waits for. */
export type AnswersComing = {
  /** Throws EngineError `no-answer-yet` after a while: the command stays in the outbox. */
  of(id: CommandId): Promise<OutboxCommand>;
  /** Whether anybody waited for it. */
  arrived(id: CommandId, command: OutboxCommand): boolean;
  /** It was never sent. */
  forget(id: CommandId): void;
};

type Waiting = {
  readonly answer: Promise<OutboxCommand>;
  readonly resolve: (command: OutboxCommand) => void;
  readonly timer: NodeJS.Timeout;
};

export function answersComing(patienceMs: number): AnswersComing {
  const waiting = new Map<CommandId, Waiting>();

  function forget(id: CommandId): Waiting | undefined {
    const found = waiting.get(id);
    clearTimeout(found?.timer);
    waiting.delete(id);
    return found;
  }

  return {
    of: (id) => {
      const known = waiting.get(id);
      if (known !== undefined) return known.answer;
      const { promise, resolve, reject } = Promise.withResolvers<OutboxCommand>();
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new EngineError('no-answer-yet'));
      }, patienceMs);
      waiting.set(id, { answer: promise, resolve, timer });
      promise.catch(() => {}); // whoever waits hears of it; nobody may wait any more
      return promise;
    },
    arrived: (id, command) => {
      const found = forget(id);
      found?.resolve(command);
      return found !== undefined;
    },
    forget: (id) => void forget(id),
  };
}
