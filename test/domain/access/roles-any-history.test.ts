import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideEnding,
  decideLongerRoleRequest,
  decideRoleChange,
  decideRoleRequest,
  evolveGrant,
  evolveRoleChange,
  type Grant,
  grantsInForce,
  humanRoles,
  inTheWayOf,
  type RoleChange,
} from '../../../src/shared/domain/access/index.ts';
import { today } from '../../make/decisions.ts';
import { aGrant } from '../../make/grants.ts';
import { anna, bo, cecilia } from '../../make/invoices.ts';

const people = [anna, bo, cecilia];
const when = { today, atMs: 1 };
const reason = 'behövs i arbetet';
const day = fc.constantFrom('2026-11-21', '2026-11-22', '2026-12-01', '2026-12-31', '2027-06-30').map((text) => text as Day);
const act = fc.record({
  does: fc.constantFrom('ask', 'ask', 'decide', 'decide', 'decide', 'lengthen', 'end'),
  by: fc.nat(2),
  of: fc.nat(2),
  which: fc.nat(6),
  role: fc.oneof(
    { weight: 2, arbitrary: fc.constant('administrator' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...humanRoles) },
  ),
  within: fc.constantFrom('all', 'all', '1', '2'),
  fromDay: day,
  throughDay: fc.option(day),
});

test('whatever administrators do, nobody gets more without a second person, no roles clash, and somebody administers', () => {
  let seconded = 0;
  let alone = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 8, maxLength: 40 }), fc.boolean(), (acts, areTwo) => {
      const second = aGrant({ id: 'h', personId: bo, role: 'administrator' });
      let grants: readonly Grant[] = [aGrant({ id: 'g', role: 'administrator' }), ...(areTwo ? [second] : [])];
      let changes: readonly RoleChange[] = [];
      const lone = new Set<string>();
      for (const [place, { does, by, of, which, role, within, fromDay, throughDay }] of acts.entries()) {
        const id = people[by] ?? anna;
        const actor = { id, grants: grants.filter(({ personId }) => personId === id) };
        const grant = grants[which % grants.length];
        const change = changes[which % Math.max(changes.length, 1)];
        const receiver = does === 'ask' ? (people[of] ?? bo) : does === 'decide' ? change?.personId : grant?.personId;
        const facts = {
          ...{ change: undefined, grant: does === 'ask' ? undefined : grant },
          person: { id: receiver ?? bo, rev: 1, name: 'N', initials: 'N', human: true },
          held: grants.filter(({ personId }) => personId === receiver),
          waiting: changes.filter(({ personId, state }) => personId === receiver && state === 'pending'),
          administrators: grants.filter((each) => each.role === 'administrator'),
        };
        const ids = {
          changeId: asId<'roleChange'>(`c${place}`),
          grantId: does === 'ask' ? asId<'grant'>(`g${place}`) : (grant?.id ?? asId('g')),
        };
        const result =
          does === 'ask'
            ? decideRoleRequest(
                facts,
                { ...ids, personId: receiver ?? bo, role, within, fromDay, throughDay, reason },
                actor,
                when,
              )
            : does === 'lengthen'
              ? decideLongerRoleRequest(facts, { ...ids, throughDay, reason }, actor, when)
              : does === 'end'
                ? decideEnding(facts, { grantId: ids.grantId, throughDay: fromDay }, actor, today)
                : decideRoleChange(
                    { ...facts, change, grant: grants.find((each) => each.id === change?.grantId) },
                    { changeId: change?.id ?? ids.changeId, refusal: which === 6 ? 'behövs inte' : null },
                    actor,
                    when,
                  );
        if (!result.ok) continue;
        const before = grants;
        for (const event of result.value) {
          if (event.on === 'grant') {
            const was = grants.find((each) => each.id === event.id);
            grants = [...grants.filter((each) => each.id !== event.id), evolveGrant(was, event)];
          } else if (event.on === 'roleChange') {
            const was = changes.find((each) => each.id === event.id);
            changes = [...changes.filter((each) => each.id !== event.id), evolveRoleChange(was, event)];
          }
        }
        for (const after of grants) {
          const was = before.find((each) => each.id === after.id);
          const isMore = was === undefined || (was.throughDay !== undefined && (after.throughDay ?? '9') > was.throughDay);
          if (!isMore) continue;
          const asked = changes.find(
            (each) =>
              each.grantId === after.id && each.state === 'approved' && each.rev === 2 && each.throughDay === after.throughDay,
          );
          if (asked?.state !== 'approved') throw new Error('nobody asked for it');
          expect(asked.decidedBy).toBe(id);
          expect(after.personId).not.toBe(id);
          if (asked.requestedBy === id) lone.add(after.id);
          else seconded += 1;
        }
        expect(lone.size).toBeLessThanOrEqual(1);
        for (const each of grants)
          expect(
            inTheWayOf(
              each,
              grants.filter((other) => other.personId === each.personId && other.id !== each.id),
            ),
          ).toBeUndefined();
        for (const on of ['2026-11-22', '2026-11-23', '2026-12-02', '2027-01-01', '2027-12-31'] as Day[])
          expect(grantsInForce(grants, on).some((each) => each.role === 'administrator' && each.within === 'all')).toBe(true);
      }
      alone += lone.size;
    }),
    { numRuns: 400 },
  );
  expect(alone).toBeGreaterThan(4); // else it would hold of nothing
  expect(seconded).toBeGreaterThan(4);
});
