import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../failures.ts';
import { asRequest, parseAnswer } from './answer-form.ts';
import { type ControlService, ControlServiceFailure } from './control-service.ts';

/** Longer than any answer to a batch of 500 suppliers. */
const longestAnswerBytes = 20_000_000;

/**
 * A control service over files: `to-service/ID.json` asks, `from-service/ID.json` answers, in the same form as over HTTP. A question is there
 * whole or not at all; an answer that is still being written is half an answer, and is read again later.
 */
export function folderControlService({ source, folder }: { readonly source: string; readonly folder: string }): ControlService {
  const [outbound, inbound] = [join(folder, 'to-service'), join(folder, 'from-service')];
  return {
    source,
    send: async (batch) => {
      const path = join(outbound, `${batch.batchId}.json`);
      try {
        await mkdir(outbound, { recursive: true });
        await mkdir(inbound, { recursive: true });
        await writeFile(`${path}.new`, asRequest(batch), { flush: true });
        await rename(`${path}.new`, path);
      } catch (error) {
        throw new ControlServiceFailure('unreachable', `cannot write to ${outbound}`, error);
      }
    },
    receive: async (batch) => {
      const path = join(inbound, `${batch.batchId}.json`);
      let text: string;
      try {
        if ((await stat(path)).size > longestAnswerBytes) throw new ControlServiceFailure('garbage', 'the answer is too long');
        text = await readFile(path, 'utf8');
      } catch (error) {
        if (error instanceof ControlServiceFailure) throw error;
        if (codeOf(error) === 'ENOENT') return null;
        throw new ControlServiceFailure('unreachable', `cannot read ${path}`, error);
      }
      return parseAnswer(text, batch);
    },
  };
}
