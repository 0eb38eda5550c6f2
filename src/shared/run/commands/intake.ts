import { z } from 'zod';
import { channels, decideFileRejection, decideNewTry, decideReadingDone, decideReceipt } from '../../domain/intake/index.ts';
import { command } from '../command.ts';
import { id, sha256, words } from '../schemas.ts';

const fileId = id<'sourceFile'>();

export const intakeCommands = {
  'intake/receive-file': command({
    input: z.object({
      fileId,
      name: words(300),
      channel: z.enum(channels),
      sha256,
      sizeBytes: z.int().min(0),
      unitId: words(60),
    }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.find('sourceFile', 'bySha256', [input.unitId, input.sha256], 1),
    decide: (twins, input, { actor, atMs }) => decideReceipt(twins, input, actor, atMs),
  }),
  'intake/finish-reading': command({
    input: z.object({ fileId, pageCount: z.int().min(0), documentCount: z.int().min(0) }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.get('sourceFile', input.fileId),
    decide: (file, input, { atMs }) => decideReadingDone(file, input, atMs),
  }),
  'intake/reject-file': command({
    input: z.object({ fileId, reason: words(60) }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.get('sourceFile', input.fileId),
    decide: (file, input) => decideFileRejection(file, input.reason),
  }),
  'intake/try-again': command({
    input: z.object({ fileId }),
    permission: 'intake.receive',
    class: 'local',
    load: (store, input) => store.get('sourceFile', input.fileId),
    decide: (file) => decideNewTry(file),
  }),
};
