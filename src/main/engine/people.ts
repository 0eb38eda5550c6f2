import { asId } from '../../shared/base/ids.ts';
import { type FoundWorkspace, program } from '../../shared/domain/access/index.ts';

export { program };

type Founder = FoundWorkspace['people'][number];

export const programPerson: Founder = {
  id: program,
  name: 'Fakturist',
  initials: 'F',
  human: false,
  grants: [{ id: asId('00000000-0000-7000-8000-000000000002'), role: 'program' }],
};
