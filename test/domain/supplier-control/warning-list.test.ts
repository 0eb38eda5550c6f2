import { expect, test } from 'vitest';
import type { Day } from '../../../src/shared/base/day.ts';
import { asId } from '../../../src/shared/base/ids.ts';
import {
  decideWarningListImport,
  evolveWarningListEntry,
  type WarningLine,
  type WarningListEntry,
  warningHits,
} from '../../../src/shared/domain/supplier-control/index.ts';
import { allowed, codeOf } from '../../make/decisions.ts';

const line = (n: number, changes: Partial<WarningLine> = {}): WarningLine => ({
  ...{ id: asId(`id ${n}`), name: `Bluff ${n} AB`, organisationNumber: null, bankgiro: null, plusgiro: null },
  ...changes,
});
const edition = (asOf: string, ...lines: readonly WarningLine[]) => ({ list: 'L', source: 'S', asOf: asOf as Day, lines });
const taken = (known: readonly WarningListEntry[], command: ReturnType<typeof edition>): readonly WarningListEntry[] => {
  const rows = new Map(known.map((entry) => [entry.id, entry]));
  for (const event of allowed(decideWarningListImport(known, command)))
    rows.set(event.id, evolveWarningListEntry(rows.get(event.id), event));
  return [...rows.values()];
};

test('an edition lists who is new, confirms who stays and lifts who is gone; the same one again changes nothing', () => {
  const first = edition('2026-01-10', line(1, { organisationNumber: '5566778899' }), line(2), line(2));
  const rows = taken([], first);
  expect(rows.map(({ name }) => name)).toEqual(['Bluff 1 AB', 'Bluff 2 AB']);
  expect(allowed(decideWarningListImport(rows, first))).toEqual([]);
  const later = taken(rows, edition('2026-02-10', line(7, { name: 'BLUFF 2' }), line(3)));
  expect(later).toMatchObject([
    { name: 'Bluff 1 AB', firstOn: '2026-01-10', seenOn: '2026-01-10', liftedOn: '2026-02-10' },
    { name: 'Bluff 2 AB', firstOn: '2026-01-10', seenOn: '2026-02-10' }, // by its name as names are compared
    { name: 'Bluff 3 AB', firstOn: '2026-02-10' },
  ]);
  const back = taken(
    later,
    edition('2026-03-10', line(9, { name: 'Bluff 1', organisationNumber: '5566778899' }), line(2), line(3)),
  );
  expect(back.filter(({ liftedOn }) => liftedOn === undefined).map(({ id }) => id)).toEqual(['id 2', 'id 3', 'id 9']);
});

test.each([
  [20, edition('2026-02-10'), 'empty-list'],
  [20, edition('2026-01-09', line(1)), 'older-edition'],
  [21, edition('2026-02-10', line(1)), 'list-too-short'], // a file cut off: 20 of 21 would be lifted
  [10, edition('2026-02-10', line(1)), 'ok'],
] as const)('of %i listed, %o is %s', (count, command, outcome) => {
  const known = taken([], edition('2026-01-10', ...Array.from({ length: count }, (_, n) => line(n))));
  expect(codeOf(decideWarningListImport(known, command))).toBe(outcome);
});

const nobody = { names: [], organisationNumbers: [], bankgiros: [], plusgiros: [] };
const listed = taken([], edition('2026-01-10', line(1, { organisationNumber: '5566778899', bankgiro: '9912346' }), line(2)));
test.each([
  [{ organisationNumbers: ['5566778899'] }, ['organisation-number']],
  [{ bankgiros: ['9912346'] }, ['payment-number']],
  [{ plusgiros: ['9912346'] }, []], // the same digits as the other kind are another number
  [{ names: ['bluff 2'] }, ['name']],
  [{ names: ['Bluff 2'], organisationNumbers: ['5566778899'] }, ['organisation-number', 'name']],
  [{ names: ['', 'Ärlig AB'], organisationNumbers: ['5560000175'] }, []],
] as const)('%o is found by %o', (suspect, by) => {
  expect(warningHits({ ...nobody, ...suspect }, listed).map((hit) => hit.by)).toEqual(by);
});

test('who has been lifted is warned of no more', () => {
  const later = taken(listed, edition('2026-02-10', line(2)));
  expect(warningHits({ ...nobody, organisationNumbers: ['5566778899'] }, later)).toEqual([]);
});
