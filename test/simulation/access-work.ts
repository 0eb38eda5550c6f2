import type { Day } from '../../src/shared/base/day.ts';
import { addDays, dayInSweden } from '../../src/shared/base/day.ts';
import type { PersonId } from '../../src/shared/base/ids.ts';
import { people, units } from './founding.ts';
import { anAdministrator, pick, type Worker } from './sight.ts';
import type { StepKind } from './steps.ts';

type Held = { readonly id: string; readonly role: string; readonly throughDay?: Day };
type Asked = { readonly id: string; readonly state: string; readonly requestedBy: string };

/** Roles are asked for, decided on, lengthened and ended. */
export const accessWorkers: { readonly [Kind in StepKind]?: Worker } = {
  requestRole: (sight, { a, b, c }) => ({
    name: 'access/request-role',
    input: {
      ...{ changeId: sight.newId(7), grantId: sight.newId(5), personId: pick(people, a)?.id, reason: 'behövs i arbetet' },
      ...{ role: (['verification-clerk', 'approver', 'administrator', 'records-officer'] as const)[b % 4] },
      ...{ within: ['all', ...units][c % 3], fromDay: dayInSweden(sight.atMs) },
      throughDay: c % 2 === 0 ? null : dayInSweden(sight.atMs),
    },
    actor: anAdministrator(sight, c),
  }),
  requestLongerRole: (sight, { a, b, c }) => {
    const ending = ([...sight.rows.all('grant')] as unknown as Held[]).filter(({ throughDay }) => throughDay !== undefined); // rows of that entity
    const grant = pick(ending, a);
    if (grant === undefined) return undefined;
    const throughDay = b % 3 === 0 ? null : addDays(grant.throughDay ?? dayInSweden(sight.atMs), b % 5);
    const input = { changeId: sight.newId(7), grantId: grant.id, throughDay, reason: 'behövs längre' };
    return { name: 'access/request-longer-role', input, actor: anAdministrator(sight, c) };
  },
  decideRole: (sight, { a, b, c }) => {
    const waiting = ([...sight.rows.all('roleChange')] as unknown as Asked[]).filter(({ state }) => state === 'pending'); // as above
    const change = pick(waiting, a);
    if (change === undefined) return undefined;
    const [actor, other] = [anAdministrator(sight, c), anAdministrator(sight, c + 8)];
    if (b % 4 === 3)
      return {
        name: 'access/withdraw-role',
        input: { changeId: change.id },
        actor: b % 8 === 7 ? (change.requestedBy as PersonId) : actor,
      };
    return {
      name: 'access/decide-role',
      input: { changeId: change.id, refusal: b % 5 === 0 ? 'behövs inte' : null },
      actor: actor === change.requestedBy ? other : actor,
    };
  },
  endRole: (sight, { a, b, c }) => {
    const grants = ([...sight.rows.all('grant')] as unknown as Held[]).filter(({ role }) => role !== 'program'); // as above
    const grant = pick(grants, a);
    if (grant === undefined) return undefined;
    const input = { grantId: grant.id, throughDay: addDays(dayInSweden(sight.atMs), b % 2 === 0 ? -1 : 0) };
    return { name: 'access/end-role', input, actor: anAdministrator(sight, c) };
  },
};
