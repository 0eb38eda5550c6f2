import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PersonId } from '../../../shared/base/ids.ts';
import { mappingSchema, type SavedMapping } from '../../../shared/contract/register-exchange.ts';
import type { ExchangeMapping, ExchangeRegister } from '../../../shared/domain/register-exchange/index.ts';

const keptSchema = z.array(z.object({ name: z.string(), person: z.string().nullable(), mapping: mappingSchema }));
type Kept = z.infer<typeof keptSchema>;

/** Mappings under a name, each of one person or of the whole workspace, in `exchange-mappings.json`. */
export type SavedMappings = {
  list(register: ExchangeRegister, person: PersonId): readonly SavedMapping[];
  /** Takes the place of the one of the same name, register and owner. */
  save(saved: { readonly name: string; readonly person: PersonId | null; readonly mapping: ExchangeMapping }): Promise<void>;
  drop(of: { readonly name: string; readonly person: PersonId | null; readonly register: ExchangeRegister }): Promise<void>;
};

export async function openSavedMappings(workspace: string): Promise<SavedMappings> {
  const path = join(workspace, 'exchange-mappings.json');
  let kept = await readKept(path);

  async function keep(next: Kept): Promise<void> {
    kept = next;
    await mkdir(workspace, { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(kept, null, 2));
    await rename(`${path}.new`, path);
  }
  const without = (name: string, person: string | null, register: ExchangeRegister): Kept =>
    kept.filter((one) => !(one.name === name && one.person === person && one.mapping.register === register));

  return {
    list: (register, person) =>
      kept
        .filter((one) => one.mapping.register === register && (one.person === null || one.person === person))
        .map(({ name, person: owner, mapping }) => ({ name, mine: owner !== null, mapping })),
    save: ({ name, person, mapping }) => keep([...without(name, person, mapping.register), { name, person, mapping }]),
    drop: ({ name, person, register }) => keep(without(name, person, register)),
  };
}

/** A file that cannot be understood gives none; it is written anew when the next mapping is saved. */
async function readKept(path: string): Promise<Kept> {
  try {
    return keptSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return [];
  }
}
