import type { ReaderReply, ReaderRequest } from '../../shared/contract/reader.ts';
import { type Clock, startClock } from './clock.ts';
import type { KeptImage } from './keep-image.ts';
import type { KeptOpen } from './keep-open.ts';
import type { OpenFile } from './opened.ts';
import { ReadError, toFailure } from './read-error.ts';
import { readPage } from './read-page.ts';
import { readZones } from './read-zones.ts';
import type { Recogniser } from './recognise.ts';

export type Work = Exclude<ReaderRequest, { kind: 'cancel' }>;

export type Around = {
  readonly recogniser: Recogniser;
  readonly files: KeptOpen;
  readonly images: KeptImage;
  readonly reply: (message: ReaderReply) => void;
  readonly isCancelled: () => boolean;
};

/** Answers one request, and says how it went; never throws for what is in a file. */
export async function answer(request: Work, around: Around): Promise<void> {
  const { requestId } = request;
  const clock = startClock();
  if (around.isCancelled()) return around.reply({ kind: 'cancelled', requestId });
  try {
    const ended = await answerKind(request, around, clock);
    around.reply(ended === 'cancelled' ? { kind: 'cancelled', requestId } : { kind: 'done', requestId, timingsMs: clock.stop() });
  } catch (error) {
    around.reply({ kind: 'failed', requestId, ...toFailure(error) });
  }
}

type Ended = 'done' | 'cancelled';

async function answerKind(request: Work, around: Around, clock: Clock): Promise<Ended> {
  const { requestId, path } = request;
  if (request.kind === 'read-zones') {
    const image = await clock.time('open', around.images.open(path));
    const words = await clock.time('read', readZones(image, request.zones, around.recogniser));
    around.reply({ kind: 'zones', requestId, words });
    return 'done';
  }
  const file = await clock.time('open', around.files.open(path));
  if (request.kind === 'open') {
    const { mediaType, pageCount, invoiceXml } = file;
    around.reply({ kind: 'opened', requestId, mediaType, pageCount, invoiceXml });
    return 'done';
  }
  if (around.isCancelled()) return 'cancelled';
  await answerPage(request, file, around, clock);
  return 'done';
}

async function answerPage(
  { requestId, page, alone = false }: Extract<Work, { kind: 'read-page' }>,
  file: OpenFile,
  { recogniser, reply }: Around,
  clock: Clock,
): Promise<void> {
  if (page > file.pageCount) throw new ReadError('damaged', `no page ${page} of ${file.pageCount}`);
  const opened = await clock.time('render', file.openPage(page));
  const recognise: Recogniser['recognise'] = (raster, how) => {
    reply({ kind: 'reading', requestId, page });
    return recogniser.recognise(raster, { ...how, alone });
  };
  reply({ kind: 'page', requestId, page: await clock.time('read', readPage(opened, page, recognise)) });
}
