import { z } from 'zod';
import { EngineError, type Notice, type QueryName, queries, type TaskName, tasks } from '../../shared/contract/engine.ts';
import type { Port } from '../../shared/contract/port.ts';
import { type Answer, type Request, requestSchema } from '../../shared/contract/rpc.ts';
import { asFailure } from './failures.ts';
import type { QueryHandlers, TaskHandlers } from './handlers.ts';

type Execute = (name: string, input: unknown, commandId: string | undefined) => Promise<unknown>;

const slowMs = 50;

/**
 * The engine's end of a page's port: every message is parsed, the envelope here and the input by the schema of its name. What is not
 * understood is answered with a code, and changes nothing.
 */
export function servePage(
  port: Port,
  handlers: { readonly queries: QueryHandlers; readonly tasks: TaskHandlers; readonly execute: Execute },
): (notice: Notice) => void {
  const answer = (message: Answer): void => port.post(message);

  async function handle({ door, name, input, commandId }: Request): Promise<unknown> {
    if (door === 'execute') return handlers.execute(name, input, commandId);
    if (door === 'query' && isQuery(name))
      return handlers.queries[name](parsed(queries[name].input as z.ZodType, input) as never); // parsed by the schema of its name
    if (door === 'task' && isTask(name)) return handlers.tasks[name](parsed(tasks[name].input as z.ZodType, input) as never);
    throw new EngineError('malformed', `no ${door} ${name.slice(0, 60)}`);
  }

  port.onMessage(async (message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success)
      return answer({ kind: 'failure', requestId: numberIn(message), code: 'malformed', message: 'not a request' });
    const { requestId, door, name } = request.data;
    const startedAtMs = performance.now();
    try {
      answer({ kind: 'answer', requestId, value: await handle(request.data) });
    } catch (error) {
      answer({ kind: 'failure', requestId, ...asFailure(error) });
    }
    const tookMs = performance.now() - startedAtMs;
    if (door === 'query' && tookMs > slowMs) console.warn(`slow: ${name} took ${Math.round(tookMs)} ms`);
  });
  return (notice) => answer({ kind: 'notice', notice });
}

const isQuery = (name: string): name is QueryName => Object.hasOwn(queries, name);
const isTask = (name: string): name is TaskName => Object.hasOwn(tasks, name);

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new EngineError('malformed', result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}

const numberIn = (message: unknown): number => z.object({ requestId: z.int() }).safeParse(message).data?.requestId ?? 0;
