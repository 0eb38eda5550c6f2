import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Enrolment } from './outbox-facts.ts';

const noteSchema = z.object({ server: z.string(), deviceName: z.string() });
const pathIn = (folder: string): string => join(folder, 'server.json');

/** Which server this workstation works with, beside the outbox: so that it is known when nothing of the outbox can be read. */
export function keepServerNote(folder: string, { server, deviceName }: Enrolment): void {
  writeFileSync(pathIn(folder), JSON.stringify({ server, deviceName }));
}

/** An enrolment that has lapsed, at the server that the note names. */
export function lapsedByNote(folder: string): Enrolment | undefined {
  try {
    const note = noteSchema.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8')));
    return { ...note, device: 'unknown', token: 'unknown', founds: false, state: 'lapsed' };
  } catch {
    return undefined;
  }
}
