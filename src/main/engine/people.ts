import { asId, type PersonId } from '../../shared/base/ids.ts';
import type { FoundWorkspace } from '../../shared/domain/access/index.ts';

type Founder = FoundWorkspace['people'][number];

/** The program's own person: what comes out of the watched folder is received and registered in its name. */
export const program: PersonId = asId('00000000-0000-7000-8000-000000000001');

export const programPerson: Founder = {
  id: program,
  name: 'Fakturist',
  initials: 'F',
  human: false,
  grants: [{ id: asId('00000000-0000-7000-8000-000000000002'), role: 'program' }],
};
