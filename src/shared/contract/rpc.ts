import { z } from 'zod';
import { type Engine, EngineError, type EngineErrorCode, engineErrorCodes, type Notice } from './engine.ts';
import type { Port } from './port.ts';
import { uuid } from './uuid.ts';

/** What travels through the port, both ways. The names and inputs inside are parsed by their own schemas. */
export const requestSchema = z.object({
  kind: z.literal('request'),
  requestId: z.int(),
  door: z.enum(['query', 'execute', 'task']),
  name: z.string().max(100),
  input: z.unknown(),
  /** For `execute`: made once by the caller, so that sending twice is harmless. */
  commandId: z.uuid().optional(),
});
export type Request = z.infer<typeof requestSchema>;

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), requestId: z.int(), value: z.unknown() }),
  z.object({ kind: z.literal('failure'), requestId: z.int(), code: z.enum(engineErrorCodes), message: z.string() }),
  z.object({ kind: z.literal('notice'), notice: z.custom<Notice>((value) => typeof value === 'object' && value !== null) }),
]);
export type Answer =
  | { readonly kind: 'answer'; readonly requestId: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly requestId: number; readonly code: EngineErrorCode; readonly message: string }
  | { readonly kind: 'notice'; readonly notice: Notice };

type Pending = { readonly resolve: (value: never) => void; readonly reject: (error: EngineError) => void };

/** The page's end: calls become messages, answers become promises. When the engine goes, what was asked fails with `gone`. */
export function connectEngine(port: Port): Engine {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(notice: Notice) => void>();
  let requests = 0;

  port.onMessage((message) => {
    const answer = answerSchema.safeParse(message);
    if (!answer.success) return;
    if (answer.data.kind === 'notice') {
      const { notice } = answer.data;
      for (const listener of listeners) listener(notice);
      return;
    }
    const call = pending.get(answer.data.requestId);
    pending.delete(answer.data.requestId);
    if (answer.data.kind === 'answer')
      call?.resolve(answer.data.value as never); // typed by the table of names
    else call?.reject(new EngineError(answer.data.code, answer.data.message));
  });
  port.onClose(() => {
    for (const { reject } of pending.values()) reject(new EngineError('gone'));
    pending.clear();
  });

  const call = <Value>(door: Request['door'], name: string, input: unknown, commandId?: string): Promise<Value> =>
    new Promise((resolve, reject) => {
      requests += 1;
      pending.set(requests, { resolve, reject });
      const request: Request = {
        kind: 'request',
        requestId: requests,
        door,
        name,
        input,
        ...(commandId !== undefined && { commandId }),
      };
      port.post(request);
    });

  return {
    query: (name, input) => call('query', name, input),
    execute: (name, input, commandId = uuid()) => call('execute', name, input, commandId),
    task: (name, input) => call('task', name, input),
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
