import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInSweden } from '../../shared/base/day.ts';
import { uuid } from '../../shared/contract/uuid.ts';
import {
  asFounder,
  calendarSteps,
  demonstrationCast,
  demonstrationSuppliers,
  programPerson,
  registrationSteps,
} from '../../shared/run/demonstration.ts';
import { customerAndArticleSteps } from '../../shared/run/demonstration-registers.ts';
import type { EngineParts } from './engine-parts.ts';
import { program } from './people.ts';

/**
 * Fills an empty workspace with people and registers, and its watched folder, when one is named, with documents. Each step can be done again, and a note is left when
 * all are done, so that a start that is cut off is finished by the next.
 */
export async function setUpDemonstration(parts: EngineParts, watchedFolder: string | undefined): Promise<void> {
  const note = join(parts.workspace, 'demonstration-is-set-up');
  if (existsSync(note)) return;
  await parts.execute(program, 'access/found-workspace', {
    people: [programPerson, ...demonstrationCast.map((person) => asFounder(person, uuid))],
  });
  const folder = join(parts.resources, 'demonstration');
  const suppliers = demonstrationSuppliers.parse(JSON.parse(await readFile(join(folder, 'suppliers.json'), 'utf8')));
  const people = await parts.store.find('person', 'all', []); // they may be those of an earlier start
  for (const [actor, name, input] of calendarSteps(people, dayInSweden(parts.clock()), uuid))
    await parts.execute(actor, name, input as never); // the name's own; what an earlier start laid up is refused
  for (const supplier of suppliers)
    for (const [actor, name, input] of registrationSteps(supplier, people)) await parts.execute(actor, name, input as never); // the name's own
  for (const [actor, name, input] of customerAndArticleSteps(people, dayInSweden(parts.clock())))
    await parts.execute(actor, name, input as never); // the name's own; what an earlier start registered is refused
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
