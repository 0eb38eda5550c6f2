import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { asId } from '../../shared/base/ids.ts';
import { uuid } from '../../shared/contract/uuid.ts';
import type { FoundWorkspace, Role } from '../../shared/domain/access/index.ts';
import type { PaymentNumberKind } from '../../shared/domain/suppliers/index.ts';
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

/** Fills an empty workspace with people, suppliers and documents to take in. A workspace that has people is left as it is. */
export async function setUpDemonstration(parts: EngineParts, watchedFolder: string): Promise<void> {
  const founded = await parts.execute(program, 'access/found-workspace', { people: [programPerson, ...cast.map(asFounder)] });
  if (!founded.ok) return;
  const folder = join(parts.resources, 'demonstration');
  const suppliers = suppliersFile.parse(JSON.parse(await readFile(join(folder, 'suppliers.json'), 'utf8')));
  for (const { id, bankgiros, plusgiros, ibans, ...facts } of suppliers) {
    const numbers = (kind: PaymentNumberKind, list: readonly string[]) =>
      list.map((number) => ({ id: asId<'paymentNumber'>(uuid()), kind, number }));
    await parts.execute(program, 'suppliers/register', {
      supplierId: asId(id),
      name: facts.name,
      organisationNumber: facts.organisationNumber ?? null,
      vatNumber: facts.vatNumber ?? null,
      street: facts.street ?? null,
      postcode: facts.postcode ?? null,
      city: facts.city ?? null,
      paymentNumbers: [...numbers('bankgiro', bankgiros), ...numbers('plusgiro', plusgiros), ...numbers('iban', ibans)],
    });
  }
  await mkdir(watchedFolder, { recursive: true });
  const documents = join(folder, 'documents');
  for (const name of await readdir(documents)) await cp(join(documents, name), join(watchedFolder, name));
}

const asFounder = ({ name, initials, roles }: (typeof cast)[number]): FoundWorkspace['people'][number] => ({
  id: asId(uuid()),
  name,
  initials,
  human: true,
  grants: roles.map((role) => ({ id: asId<'grant'>(uuid()), role })),
});
