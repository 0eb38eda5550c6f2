import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Day } from '../shared/base/day.ts';
import type { Box } from '../shared/base/page.ts';
import {
  type FieldName,
  type FieldValue,
  fieldKinds,
  fieldNames,
  readTypedValue,
} from '../shared/domain/invoice-fields/index.ts';

/** What a person says of one field: its value in normal form, or null where it does not stand there; and where it stands, if that is said. */
export type Correction = { readonly value: FieldValue | null; readonly page: number | null; readonly box: Box | null };
export type CorrectedDocument = {
  /** Pages of the file; null where that is not said. */
  readonly pages: readonly number[] | null;
  readonly fields: { readonly [Name in FieldName]?: Correction };
};
export type CorrectedFile = { readonly file: string; readonly documents: readonly CorrectedDocument[] };

/** What is no file of corrections: said with the place. */
export class BadCorrections extends Error {}

const value = z.union([z.string(), z.number(), z.null()]);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]).nullish();
const field = z.union([value, z.object({ value, page: z.int().nullish(), box })]);
const documentSchema = z.object({ pages: z.array(z.int()).nullish(), fields: z.record(z.string(), field) });
const entrySchema = z.union([
  z.object({ file: z.string(), documents: z.array(documentSchema) }),
  /** A file with one document, told of in short. */
  documentSchema.extend({ file: z.string() }).transform(({ file, ...document }) => ({ file, documents: [document] })),
]);

/**
 * Corrections in the shape of our own output: one JSON object a line, or a JSON array of them. A field may be a bare value. Paths
 * count from the folder of the corrections, from the current folder, or by their base name among `files`. Lines that tell of an
 * error are passed over. Throws BadCorrections.
 */
export async function readCorrections(path: string, files: readonly string[], today: Day): Promise<readonly CorrectedFile[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadCorrections(`${path} cannot be read.`);
  });
  return entriesIn(text, path).flatMap((entry, place) => {
    if (typeof entry === 'object' && entry !== null && 'error' in entry) return [];
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success) throw new BadCorrections(`${path}, entry ${place + 1}: ${z.prettifyError(parsed.error)}`);
    const documents = parsed.data.documents.map(({ pages, fields }) => ({ pages: pages ?? null, fields: tidy(fields, today) }));
    return [{ file: located(parsed.data.file, path, files), documents }];
  });
}

function entriesIn(text: string, path: string): readonly unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    return text.split(/\r?\n/).flatMap((line, place) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        throw new BadCorrections(`${path}, line ${place + 1}: this is no JSON.`);
      }
    });
  }
}

/** A listed file is named as it is listed, so that it is known to be the same. */
function located(file: string, path: string, files: readonly string[]): string {
  const tries = isAbsolute(file) ? [file] : [join(dirname(path), file), file];
  const listed = tries.flatMap((one) => files.find((other) => resolve(other) === resolve(one)) ?? []);
  const there = tries.filter((one) => existsSync(one));
  const named = files.filter((other) => basename(other) === basename(file));
  return listed[0] ?? there[0] ?? named[0] ?? file;
}

function tidy(fields: z.output<typeof documentSchema>['fields'], today: Day): CorrectedDocument['fields'] {
  const known = fieldNames.flatMap((name) => {
    const said = fields[name];
    if (said === undefined) return [];
    const whole = typeof said === 'object' && said !== null ? said : { value: said };
    const shown = whole.box === undefined || whole.box === null ? null : whole.box;
    return [[name, { value: normal(name, whole.value, today), page: whole.page ?? null, box: shown }] as const];
  });
  return Object.fromEntries(known);
}

/** A value in its normal form; one that has none is kept as it is said. */
function normal(name: FieldName, said: string | number | null, today: Day): FieldValue | null {
  if (said === null || said === '') return null;
  if (fieldKinds[name] === 'minor') {
    if (typeof said === 'number') return Number.isSafeInteger(said) ? said : null;
    const amount = readTypedValue('minor', said, today);
    return amount.ok ? amount.value : null;
  }
  const typed = readTypedValue(fieldKinds[name], String(said), today);
  return typed.ok ? typed.value : String(said);
}
