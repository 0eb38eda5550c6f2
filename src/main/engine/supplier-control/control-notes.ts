import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { controlFaults, serviceSettingsSchema } from '../../../shared/contract/control-service.ts';
import { controlChecks } from '../../../shared/domain/supplier-control/index.ts';
import { daySchema, id } from '../../../shared/run/schemas.ts';

/**
 * What this computer knows of its talks with a control service, in `control-service.json` beside the database: the settings, where the
 * round has come, and the questions that wait for an answer, without names or numbers. Every question stands here before it is sent, so
 * that none is lost by a crash; what is sent twice is the same batch.
 */
const batchSchema = z.object({
  batchId: z.uuid(),
  asOf: daySchema,
  asked: z.array(z.object({ supplierId: id<'supplier'>(), checks: z.array(z.enum(controlChecks)) })),
  /** Null: it has not been sent. */
  sentAtMs: z.number().nullable(),
});
export type WaitingBatch = z.output<typeof batchSchema>;

const notesSchema = z.object({
  settings: serviceSettingsSchema.nullable().catch(null),
  /** The key of a service over HTTP: see service-key.ts. */
  sealedKey: z.string().nullable().catch(null),
  /** The day whose round has been finished. */
  finishedOn: daySchema.nullable().catch(null),
  /** The last supplier that this round has come to. */
  after: z.string().catch(''),
  waiting: z.array(batchSchema).catch([]),
  lastSentMs: z.number().nullable().catch(null),
  lastReceivedMs: z.number().nullable().catch(null),
  fault: z
    .object({ code: z.enum(controlFaults), atMs: z.number() })
    .nullable()
    .catch(null),
});
export type ControlNotes = z.output<typeof notesSchema>;

export type ControlNotesFile = {
  read(): ControlNotes;
  /** On the disk when it resolves. */
  change(part: Partial<ControlNotes>): Promise<ControlNotes>;
};

/** A file that cannot be understood is as none: what is asked about is asked again, which changes nothing that is known. */
export async function openControlNotes(workspace: string): Promise<ControlNotesFile> {
  const path = join(workspace, 'control-service.json');
  const text = await readFile(path, 'utf8').catch(() => '{}');
  let notes = notesSchema.parse(asObject(text));
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read: () => notes,
    change: (part) => {
      const done = turn.then(async () => {
        const next = { ...notes, ...part };
        await writeFile(`${path}.new`, JSON.stringify(next, null, 2), { mode: 0o600, flush: true });
        await rename(`${path}.new`, path);
        notes = next;
        return next;
      });
      turn = done.catch(() => {});
      return done;
    },
  };
}

function asObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
