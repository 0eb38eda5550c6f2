import type { z } from 'zod';
import { type WireErrorCode, wireError, wireHeader, wireVersion } from '../../../shared/contract/wire.ts';
import { LinkError } from './ports.ts';

/** An answer that does not begin to come within this time will not come. */
export const answerMs = 30_000;

export type Asked = {
  readonly method?: 'GET' | 'POST' | 'HEAD';
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly stream?: { readonly body: ReadableStream; readonly headers: { readonly [name: string]: string } };
  readonly signal?: AbortSignal;
};

/** What is sent with every request. */
export const wireHeaders = (token: string | undefined): Record<string, string> => ({
  [wireHeader]: String(wireVersion),
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
});

/** Asks, and gives the answer when it is one of success. Throws LinkError: with the code that the server said, or `unreachable`. */
export async function ask(address: string, path: string, asked: Asked): Promise<Response> {
  const { method = 'GET', token, body, stream, signal = AbortSignal.timeout(answerMs) } = asked;
  let response: Response;
  try {
    response = await fetch(`${address}${path}`, {
      method,
      redirect: 'error',
      signal,
      headers: {
        ...wireHeaders(token),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...stream?.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(stream !== undefined && { body: stream.body, duplex: 'half' }),
    } as RequestInit);
  } catch {
    throw new LinkError('unreachable');
  }
  if (response.ok) return response;
  throw linkErrorOf(response.status, await response.text().catch(() => ''), response.headers.get('retry-after'));
}

/** Asks for JSON and parses it. An answer that is not what the wire says is none. */
export async function askFor<Schema extends z.ZodType>(
  schema: Schema,
  address: string,
  path: string,
  asked: Asked,
): Promise<z.output<Schema>> {
  const response = await ask(address, path, asked);
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) throw new LinkError('unreachable');
  return answer.data;
}

/** Why the server did not do it: its own word, or what the status says where something in between answered. */
export function linkErrorOf(status: number, body: string, retryAfter: string | null): LinkError {
  const retryAfterMs = retryAfterOf(retryAfter);
  const said = wireError.safeParse(parsed(body));
  if (!said.success) return new LinkError(codeOf(status), {}, retryAfterMs);
  const { code, epoch, view, scopes } = said.data;
  return new LinkError(code, { epoch, view, scopes }, retryAfterMs);
}

function codeOf(status: number): WireErrorCode | 'unreachable' {
  if (status === 401) return 'unknown-device'; // an answer to HEAD says no more, and only devices ask so
  if (status === 404) return 'not-found';
  if (status === 426) return 'too-old';
  if (status === 413) return 'too-large';
  return status === 429 || status === 503 ? 'busy' : 'unreachable';
}

/** Seconds, or a date; an hour at most. */
function retryAfterOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
