import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asId } from '../../shared/base/ids.ts';
import { uuid } from '../../shared/contract/uuid.ts';
import type { FoundWorkspace, Role } from '../../shared/domain/access/index.ts';
import type { PaymentNumberKind, RegisterSupplier } from '../../shared/domain/suppliers/index.ts';
import type { EngineParts } from './engine-parts.ts';
import { program, programPerson } from './people.ts';

/** The people of the demonstration: one for each kind of work, and one who may do most of it. */
const cast: readonly { readonly name: string; readonly initials: string; readonly roles: readonly Role[] }[] = [
  { name: 'Anna Berg', initials: 'AB', roles: ['verification-clerk'] },
  { name: 'Bo Lind', initials: 'BL', roles: ['register-keeper'] },
  { name: 'Cecilia Ek', initials: 'CE', roles: ['records-officer'] },
  { name: 'David Holm', initials: 'DH', roles: ['verification-clerk', 'register-keeper', 'administrator'] },
];

const suppliersFile = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    organisationNumber: z.string().nullish(),
    vatNumber: z.string().nullish(),
    street: z.string().nullish(),
    postcode: z.string().nullish(),
    city: z.string().nullish(),
    bankgiros: z.array(z.string()).default([]),
    plusgiros: z.array(z.string()).default([]),
    ibans: z.array(z.string()).default([]),
  }),
);

/**
 * Fills an empty workspace with people and suppliers, and its watched folder, when one is named, with documents. Each step can be done again, and a note is left when
 * all are done, so that a start that is cut off is finished by the next.
 */
export async function setUpDemonstration(parts: EngineParts, watchedFolder: string | undefined): Promise<void> {
  const note = join(parts.workspace, 'demonstration-is-set-up');
  if (existsSync(note)) return;
  await parts.execute(program, 'access/found-workspace', { people: [programPerson, ...cast.map(asFounder)] });
  const folder = join(parts.resources, 'demonstration');
  const suppliers = suppliersFile.parse(JSON.parse(await readFile(join(folder, 'suppliers.json'), 'utf8')));
  for (const supplier of suppliers) await parts.execute(program, 'suppliers/register', asRegistration(supplier));
  if (watchedFolder !== undefined) await layOut(join(folder, 'documents'), watchedFolder);
  await writeFile(note, '');
}

/** Lays each document in the watched folder under its name at once, unless it has been there. */
async function layOut(documents: string, watchedFolder: string): Promise<void> {
  await mkdir(watchedFolder, { recursive: true });
  for (const name of await readdir(documents)) {
    const hasBeenThere = ['.', 'taken-in', 'rejected'].some((place) => existsSync(join(watchedFolder, place, name)));
    if (hasBeenThere) continue;
    const unfinished = join(watchedFolder, `.${name}`);
    await cp(join(documents, name), unfinished);
    await rename(unfinished, join(watchedFolder, name));
  }
}

function asRegistration({ id, bankgiros, plusgiros, ibans, ...facts }: z.infer<typeof suppliersFile>[number]): RegisterSupplier {
  const numbers = (kind: PaymentNumberKind, list: readonly string[]) =>
    list.map((number) => ({ id: asId<'paymentNumber'>(uuid()), kind, number }));
  return {
    supplierId: asId(id),
    name: facts.name,
    organisationNumber: facts.organisationNumber ?? null,
    vatNumber: facts.vatNumber ?? null,
    street: facts.street ?? null,
    postcode: facts.postcode ?? null,
    city: facts.city ?? null,
    paymentNumbers: [...numbers('bankgiro', bankgiros), ...numbers('plusgiro', plusgiros), ...numbers('iban', ibans)],
  };
}

const asFounder = ({ name, initials, roles }: (typeof cast)[number]): FoundWorkspace['people'][number] => ({
  id: asId(uuid()),
  name,
  initials,
  human: true,
  grants: roles.map((role) => ({ id: asId<'grant'>(uuid()), role })),
});
