import type { EngineProcess } from '../../src/main/engine/start-engine.ts';
import { makePortPair } from '../../src/main/processes/join-ports.ts';
import type { PageFlag, Word } from '../../src/shared/base/page.ts';
import type { ReaderReply, ReaderRequest } from '../../src/shared/contract/reader.ts';

/** What stands on a page, line by line; `flags` and `code` as a reader tells them. */
export type ScriptedPage = {
  readonly lines: readonly string[];
  readonly flags?: readonly PageFlag[];
  readonly code?: string;
  /** Recognised from a picture, so that places in doubt are read again; otherwise it is the file's own text. */
  readonly isScan?: boolean;
};

/** A first page, or the only one, of an invoice. */
export const invoicePage = (number: string, place = 'Sida 1 av 1'): ScriptedPage => ({
  lines: [
    'FAKTURA',
    place,
    `Fakturanummer: ${number}`,
    'Fakturadatum: 2026-11-02',
    'Att betala SEK: 1 250,00',
    'Bankgiro: 991-2346',
  ],
});
export const blankPage: ScriptedPage = { lines: [], flags: ['blank'] };
export const separatorPage: ScriptedPage = { lines: [], code: 'PATCHT' };

/** What a scripted reader has been asked, and what it answered. */
export type Script = {
  /** The pages that were asked for, and those that were answered, in order. */
  readonly asked: number[];
  readonly answered: number[];
  zones: number;
};

/**
 * Joins a reader to an engine that reads what it is told to, from whatever file. It waits for `gate` before it answers for a page,
 * and goes away without an answer where the gate says 'die'. Counts go into `script`.
 */
export function attachScriptedReader(
  engine: EngineProcess,
  pages: readonly ScriptedPage[],
  script: Script,
  gate: (page: number) => Promise<unknown> = async () => {},
): { close(): void } {
  const [ours, theirs] = makePortPair();
  const reply = (message: ReaderReply): void => theirs.post(message);
  theirs.onMessage(async (message) => {
    const request = message as ReaderRequest; // from the engine under test
    if (request.kind === 'open')
      reply({ kind: 'opened', requestId: request.requestId, mediaType: 'application/pdf', pageCount: pages.length });
    if (request.kind === 'read-zones') {
      script.zones += 1;
      reply({
        kind: 'zones',
        requestId: request.requestId,
        words: request.zones.map(({ box }) => [{ text: 'again', box, confidence: 0.9, line: 0 }]),
      });
    }
    if (request.kind !== 'read-page') return;
    script.asked.push(request.page);
    if ((await gate(request.page)) === 'die') return theirs.close();
    const page = pages[request.page - 1];
    if (page === undefined)
      return reply({ kind: 'failed', requestId: request.requestId, code: 'damaged', message: 'no such page' });
    script.answered.push(request.page);
    reply({ kind: 'page', requestId: request.requestId, page: asRead(page, request.page) });
  });
  engine.attachReader(ours);
  reply({ kind: 'ready' });
  return { close: () => theirs.close() };
}

const asRead = (
  { lines, flags = [], code, isScan = false }: ScriptedPage,
  page: number,
): Extract<ReaderReply, { kind: 'page' }>['page'] => ({
  words: {
    ...{ page, widthPx: 1_000, heightPx: 1_414, textSource: isScan ? 'ocr' : 'text-layer', again: [], flags },
    codes: code === undefined ? [] : [{ format: 'Code39', text: code, box: [0.1, 0.1, 0.3, 0.15] }],
    words: lines.flatMap(wordsOf),
  },
  image: new TextEncoder().encode(`picture of page ${page}: ${lines.join(' ')}`),
  imageType: 'image/png',
  dpi: 200,
  turnedDegrees: 0,
});

function wordsOf(text: string, line: number): readonly Word[] {
  const top = 0.05 + line * 0.03;
  let left = 0.1;
  return text.split(' ').map((word) => {
    const box: Word['box'] = [left, top, left + word.length * 0.011, top + 0.012];
    left = box[2] + 0.008;
    return { text: word, box, confidence: 0.95, line };
  });
}
