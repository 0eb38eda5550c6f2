import type { PersonId } from '../../base/ids.ts';
import type { Role } from '../access/index.ts';
import type { SavedView } from './saved-view.ts';

/** What the program may open on (startskärm). `to-approve` is the queue of what is verified. */
export const homeScreens = ['queue', 'today', 'register-queue', 'changes', 'to-approve', 'overview'] as const;
export type HomeScreen = (typeof homeScreens)[number];

/** Of several roles the first here says: who verifies has most to begin with each morning. */
const homeOfRole: readonly (readonly [Role, HomeScreen])[] = [
  ['verification-clerk', 'queue'],
  ['register-keeper', 'register-queue'],
  ['register-approver', 'changes'],
  ['approver', 'to-approve'],
  ['controller', 'overview'],
  ['administrator', 'today'],
  ['records-officer', 'today'],
];

/** Where one with these roles begins, until they choose otherwise. */
export const homeOf = (roles: readonly Role[]): HomeScreen => homeOfRole.find(([role]) => roles.includes(role))?.[1] ?? 'today';

/** The row of a person's own that says what the program opens on for them: a view that only names its screen. */
export const startView = 'start-screen';

/** What a person has chosen to begin with; undefined: nothing, or what an older program no longer has. */
export function chosenHome(views: readonly SavedView[], person: PersonId): HomeScreen | undefined {
  const own = views.find(({ ownerId, system, removed }) => ownerId === person && system === startView && !removed);
  return homeScreens.find((screen) => screen === own?.name);
}
