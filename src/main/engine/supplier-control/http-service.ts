import { Readable } from 'node:stream';
import { asRequest, parseAnswer } from './answer-form.ts';
import { type ControlService, ControlServiceFailure } from './control-service.ts';

export type HttpServiceOptions = {
  readonly source: string;
  /** Ends before `/batches/…`. HTTPS, or this same computer. */
  readonly address: string;
  readonly token: string;
  /** No answer within this long, and the service is out of reach. */
  readonly patienceMs: number;
  /** Tries of one request, and what is waited before the next; garbage and refusals are not tried again. */
  readonly tries?: number;
  readonly wait?: (tried: number) => Promise<void>;
};

/** Longer than any answer to a batch of 500 suppliers. */
const longestAnswerBytes = 20_000_000;

/** A control service over HTTP: `PUT /batches/ID` asks, `GET /batches/ID` gives the answer, or 202 while there is none. */
export function httpControlService({ source, address, token, patienceMs, tries = 3, wait }: HttpServiceOptions): ControlService {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  const isThisComputer = ['localhost', '127.0.0.1', '[::1]'].includes(base.hostname);
  if (base.protocol !== 'https:' && !isThisComputer)
    throw new ControlServiceFailure('refused', 'the address must begin with https://');

  async function once(method: 'GET' | 'PUT', batchId: string, body: string | null): Promise<{ status: number; text: string }> {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(patienceMs);
    try {
      const response = await fetch(new URL(`batches/${batchId}`, base), { method, headers, body, signal, redirect: 'error' });
      return { status: response.status, text: await readText(response) };
    } catch (error) {
      if (error instanceof ControlServiceFailure) throw error;
      throw new ControlServiceFailure('unreachable', `no answer from ${base.host}`, error);
    }
  }

  async function ask(
    method: 'GET' | 'PUT',
    batchId: string,
    body: string | null = null,
  ): Promise<{ status: number; text: string }> {
    for (let tried = 1; ; tried += 1) {
      try {
        const answer = await once(method, batchId, body);
        if (answer.status >= 500 || answer.status === 429)
          throw new ControlServiceFailure('failing', `it answered ${answer.status}`);
        if (answer.status >= 400) throw new ControlServiceFailure('refused', `it answered ${answer.status}`);
        return answer;
      } catch (error) {
        const isWorthAnother =
          error instanceof ControlServiceFailure && (error.code === 'failing' || error.code === 'unreachable');
        if (!isWorthAnother || tried >= tries) throw error;
        await (wait ?? defaultWait)(tried);
      }
    }
  }

  return {
    source,
    send: async (batch) => void (await ask('PUT', batch.batchId, asRequest(batch))),
    receive: async (batch) => {
      const { status, text } = await ask('GET', batch.batchId);
      return status === 202 ? null : parseAnswer(text, batch);
    },
  };
}

const defaultWait = (tried: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tried));

/** The body as text, as far as an answer may be long. A connection that ends before the body does is half an answer. */
async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (response.body === null) return '';
  try {
    const body: AsyncIterable<Uint8Array> = Readable.fromWeb(response.body as never); // the same stream, by two libraries' names
    for await (const part of body) {
      bytes += part.byteLength;
      if (bytes > longestAnswerBytes) throw new ControlServiceFailure('garbage', 'the answer is too long');
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof ControlServiceFailure) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new ControlServiceFailure(isLate ? 'unreachable' : 'half-answer', 'the answer ended before its end', error);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
